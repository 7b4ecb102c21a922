using System.Text.Json.Nodes;

namespace Regsosek.Tests.Parity;

/// <summary>Eligibility of one family, of numbers and of a whole programme, and look-ups by NIK; numbers are of the present alone. These routes may leave out what is null.</summary>
internal static class ProgrammeSurfaces
{
    private const string Programmes = "/api/v1/programmes", Scope = "eligibility.read";

    /// <summary>A number that nobody holds.</summary>
    private const string NoNik = "9171990101909999";

    public static readonly IReadOnlyList<Surface> All =
    [
        new("eligibility by id", ["GetEligibility"], ById) { Every = 4 },
        new("eligibility of numbers", ["GetEligibilityBatch"], OfNumbers) { Every = 4 },
        new("eligible pages", ["ListEligible"], Pages) { Every = 4 },
        new("look-up", ["LookUp", "LookUpBatch"], LookUp) { Every = 4 },
    ];

    public static Refusal? Refused(Asking asking) =>
        asking.Refused(Scope) ?? (asking.Oracle.Terms.Programmes.Contains(asking.Query.Programme) ? null : new("programme-not-granted"));

    private static async Task<string?> ById(Asking asking)
    {
        var ((id, family), code) = (asking.ById, asking.Query.Programme);
        var reply = await Reply.Get(asking.Http, $"{Programmes}/{code}/eligibility/{id}?{RestSurfaces.Timed(asking)}");
        var due = Refused(asking) ?? (family is null ? new Refusal("not-found") : null);
        return reply.Differs(due) ?? (due is null ? Difference.Loose(id, asking.Oracle.Eligibility(code, family!), reply.Json) : null);
    }

    private static async Task<string?> OfNumbers(Asking asking)
    {
        var (niks, code) = (Numbers(asking), asking.Query.Programme);
        var reply = await Reply.Post(asking.Http, $"{Programmes}/{code}/eligibility/batch", new { niks });
        var due = Refused(asking);
        if (due is not null || reply.Status != 200) return reply.Differs(due);
        return Difference.Loose(
            "/items", new JsonArray([.. niks.Select(n => asking.Oracle.Now.VerdictOf(code, n))]), reply.Json.GetProperty("items"));
    }

    private static async Task<string?> Pages(Asking asking)
    {
        var (query, due) = (asking.Query, Refused(asking));
        var region = query.EligibleRegion;
        var entries = due is null ? asking.Oracle.Eligible(query.Programme, region, query.Verdicts) : [];
        var (given, page) = (0, 0);
        for (string? cursor = null; ;)
        {
            var limit = query.Limits[page++ % query.Limits.Length];
            var reply = await Reply.Get(asking.Http, $"{Programmes}/{query.Programme}/eligible?limit={limit}"
                + $"&verdict={string.Join(',', query.Verdicts)}&{RestSurfaces.Timed(asking)}"
                + (region is null ? "" : $"&region={region}") + (cursor is null ? "" : $"&cursor={cursor}"));
            if (due is not null || reply.Status != 200) return reply.Differs(due);
            var expected = new JsonArray([.. entries.Skip(given).Take(limit).Select(e => e.Entry)]);
            if (Difference.Loose($"/items+{given}", expected, reply.Json.GetProperty("items")) is { } difference) return difference;
            given += expected.Count;
            cursor = reply.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
            if (cursor is null != given >= entries.Count) return $"/next after {given} of {entries.Count} entries: {cursor ?? "none"}";
            if (cursor is null) return null;
        }
    }

    private static async Task<string?> LookUp(Asking asking)
    {
        var (niks, due) = (Numbers(asking), asking.Refused("registry.read"));
        var one = await Reply.Post(asking.Http, "/api/v1/lookup", new { nik = niks[0] });
        if (one.Differs(due) is { } refused) return refused;
        var many = await Reply.Post(asking.Http, "/api/v1/lookup/batch", new { niks });
        if (due is not null) return many.Differs(due);
        return Difference.Loose("/one", asking.Oracle.Now.Lookup(niks[0]), one.Json)
            ?? Difference.Loose("/items", new JsonArray([.. niks.Select(asking.Oracle.Now.Lookup)]), many.Json.GetProperty("items"));
    }

    /// <summary>Some of the register, in scope or not, and one of nobody; mostly found, or the hub would take it for guessing.</summary>
    private static List<string> Numbers(Asking asking)
    {
        var (oracle, stored) = (asking.Oracle.Now, asking.Oracle.Now.Stored);
        string[] all = [.. stored.NikOf.OrderBy(n => n.Key).Select(n => n.Value)];
        string[] own = [.. oracle.Families.SelectMany(h => h.Members).Select(p => stored.NikOf.GetValueOrDefault(p.Key)).OfType<string>()];
        var at = asking.Query.ById ?? 7;
        return [.. Some(own, at, 4), .. Some(all, at, 1), NoNik];

        static IEnumerable<string> Some(string[] from, int at, int count) =>
            Enumerable.Range(0, from.Length == 0 ? 0 : count).Select(i => from[(at + (7 * i)) % from.Length]);
    }
}
