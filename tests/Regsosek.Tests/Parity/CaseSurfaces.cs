using System.Text.Json.Nodes;

namespace Regsosek.Tests.Parity;

/// <summary>Cases of targeting: pages with drawn filters, and one by its id. They are of the present.</summary>
internal static class CaseSurfaces
{
    private const string Cases = "/api/v1/cases", Scope = "cases.read";

    public static readonly IReadOnlyList<Surface> All =
    [
        new("cases", ["ListCases"], asking => Pages(asking.OfNow)) { Every = 2 },
        new("case by id", ["GetCase"], asking => ById(asking.OfNow)) { Every = 2 },
    ];

    private static async Task<string?> Pages(Asking asking)
    {
        var (query, oracle) = (asking.Query, asking.Oracle);
        var (programme, region) = (query.Edges ? query.Programme : null, query.EligibleRegion);
        bool? open = query.Count ? query.Standings : null, overdue = query.Members ? query.Count : null;
        var due = Refused(asking) ?? (programme is not null && !oracle.SeesReceiptsOf(programme) ? new Refusal("programme-not-granted") : null);
        var rows = due is null ? oracle.Cases(programme, region, open, overdue) : [];
        var asked = (programme is null ? "" : $"&programme={programme}") + (region is null ? "" : $"&region={region}")
            + (open is { } isOpen ? $"&state={(isOpen ? "open" : "closed")}" : "") + (overdue is { } isOverdue ? $"&overdue={(isOverdue ? "true" : "false")}" : "");
        var (given, page) = (0, 0);
        for (string? cursor = null; ;)
        {
            var limit = query.Limits[page++ % query.Limits.Length];
            var reply = await Reply.Get(asking.Http, $"{Cases}?limit={limit}{asked}{(cursor is null ? "" : $"&cursor={cursor}")}");
            if (due is not null || reply.Status != 200) return reply.Differs(due);
            var expected = new JsonArray([.. rows.Skip(given).Take(limit)]);
            if (Difference.Loose($"/items+{given}", expected, reply.Json.GetProperty("items")) is { } difference) return difference;
            given += expected.Count;
            cursor = reply.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
            if (cursor is null != given >= rows.Count) return $"/next after {given} of {rows.Count} cases: {cursor ?? "none"}";
            if (cursor is null) return null;
        }
    }

    private static async Task<string?> ById(Asking asking)
    {
        var (all, oracle) = (asking.Oracle.Stored.Cases, asking.Oracle);
        var asked = asking.Query.ById is { } at && all.Count > 0 ? all[at % all.Count] : null;
        var reply = await Reply.Get(asking.Http, $"{Cases}/{(asked is null ? Asking.Absent : oracle.Shown(asked.Id).ToString())}");
        var row = asked is null ? null : oracle.Case(asked);
        if (row is not null) row["steps"] = new JsonArray();
        var due = Refused(asking) ?? (row is null ? new Refusal("not-found") : null);
        return reply.Differs(due) ?? (due is null ? Difference.Loose("/case", row, reply.Json) : null);
    }

    private static Refusal? Refused(Asking asking) =>
        asking.Refused(Scope) ?? (Oracle.Programmes.Any(asking.Oracle.SeesReceiptsOf) ? null : new("field-not-granted") { Fields = ["cases"] });
}
