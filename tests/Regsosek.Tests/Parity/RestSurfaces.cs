using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;

namespace Regsosek.Tests.Parity;

/// <summary>Families by REST: pages with random limits followed to the end, both streams, one by its id.</summary>
internal static class RestSurfaces
{
    public const string Scope = "registry.read";
    private const string List = "/api/v1/households";

    public static readonly IReadOnlyList<Surface> All =
    [
        new("REST pages", ["ListHouseholds"], asking => Pages(asking, List)),
        new("NDJSON", ["ListHouseholds"], Ndjson),
        new("CSV", ["ListHouseholds"], Csv),
        new("REST by id", ["GetHousehold"], ById),
        new("classifications", ["GetClassifications"], Classifications) { Every = 4 },
        new("participation", ["GetHouseholdParticipation"], asking => Participation(asking.OfNow)) { Every = 2 },
        new("explanation", ["ExplainClassification"], asking => Explanation(asking.OfNow)) { Every = 4 },
    ];

    /// <summary>Every page holds the rows that are its turn, and says whether another follows; the total is that of all.</summary>
    public static async Task<string?> Pages(Asking asking, string path)
    {
        var query = asking.Query;
        var due = asking.RefusedNaming(Scope, query);
        var (fields, ofMember) = Oracle.Selected(query.Fields, query.Members);
        var rows = due is null ? asking.Oracle.List(query) : [];
        var (given, page) = (0, 0);
        for (string? cursor = null; ;)
        {
            var limit = query.Limits[page++ % query.Limits.Length];
            var reply = await Reply.Get(asking.Http, $"{path}?{Named(asking)}&limit={limit}{(query.Count ? "&count=exact" : "")}"
                + (cursor is null ? "" : $"&cursor={cursor}"));
            if (due is not null || reply.Status != 200) return reply.Differs(due);
            var expected = rows.Skip(given).Take(limit).Select(h => asking.Oracle.Row(h, fields, ofMember)).ToList();
            if (Difference.OfList($"/items+{given}", expected, reply.Json.Items()) is { } difference) return difference;
            if (query.Count && reply.Json.GetProperty("total").GetInt64() != rows.Count)
                return $"/total: {rows.Count} was due, not {reply.Json.GetProperty("total")}";
            given += expected.Count;
            cursor = reply.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
            if (cursor is null != given >= rows.Count) return $"/next after {given} of {rows.Count} rows: {cursor ?? "none"}";
            if (cursor is null != reply.Next is null) return $"the Link header after {given} rows says otherwise than next";
            if (cursor is null) return null;
        }
    }

    private static async Task<string?> Ndjson(Asking asking)
    {
        var reply = await Reply.Get(asking.Http, $"{List}?{Named(asking)}", "application/x-ndjson");
        var due = asking.RefusedNaming(Scope, asking.Query);
        if (due is not null || reply.Status != 200) return reply.Differs(due);
        return LinesDiffer(asking, reply.Body);
    }

    public static string? LinesDiffer(Asking asking, string lines)
    {
        var (fields, ofMember) = Oracle.Selected(asking.Query.Fields, asking.Query.Members);
        var expected = asking.Oracle.List(asking.Query).ConvertAll(h => asking.Oracle.Row(h, fields, ofMember));
        return Difference.OfList("/lines", expected,
            [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)]);
    }

    /// <summary>One line a family: the same values as text, the classification a column a member; members do not fit.</summary>
    private static async Task<string?> Csv(Asking asking)
    {
        var reply = await Reply.Get(asking.Http, $"{List}?{Named(asking)}", "text/csv");
        var (_, ofMember) = Oracle.Selected(asking.Query.Fields, asking.Query.Members);
        var due = asking.RefusedNaming(Scope, asking.Query);
        if (due is not null) return reply.Differs(due);
        if (ofMember is not null) return reply.Status == 400 ? null : $"members in CSV: {reply.Status}";
        return reply.Status == 200 ? CsvDiffers(asking, [reply.Body]) : reply.Differs(null as Refusal);
    }

    /// <summary>Of files that each begin with the header.</summary>
    public static string? CsvDiffers(Asking asking, IReadOnlyList<string> files)
    {
        var (fields, _) = Oracle.Selected(asking.Query.Fields, members: false);
        var lines = new List<JsonNode>();
        foreach (var file in files)
        {
            using var csv = new CsvParser(new StringReader(file), CultureInfo.InvariantCulture);
            if (!csv.Read()) return "no header";
            var header = csv.Record!;
            while (csv.Read()) lines.Add(new JsonObject(header.Zip(csv.Record!).Select(c => KeyValuePair.Create(c.First, (JsonNode?)c.Second))));
        }

        var expected = asking.Oracle.List(asking.Query).ConvertAll(h => Line(asking.Oracle.Row(h, fields, null)));
        return Difference.OfList("/lines", expected, [.. lines.Select(l => JsonDocument.Parse(l.ToJsonString()).RootElement)]);
    }

    public static JsonObject Line(JsonObject row)
    {
        var line = new JsonObject();
        foreach (var (name, value) in row.Where(p => p.Key is not ("_masked" or "classification"))) line[name] = Cell(value);
        if (!row.TryGetPropertyValue("classification", out var ranking)) return line;
        foreach (var name in (string[])["scheme", "model", "version", "stage", "scope", "coverage", "date", "demonstration"])
            line[$"classification.{name}"] = Cell(ranking?[name]);
        return line;
    }

    /// <summary>A text that a spreadsheet would run gets an apostrophe.</summary>
    public static string Cell(JsonNode? value) => value is null ? ""
        : value.GetValueKind() != JsonValueKind.String ? value.ToJsonString()
        : value.GetValue<string>() is [('=' or '+' or '-' or '@' or '\t' or '\r'), ..] formula ? "'" + formula : value.GetValue<string>();

    private static async Task<string?> ById(Asking asking)
    {
        var (fields, ofMember) = Oracle.Selected(asking.Query.Fields, members: asking.Query.Fields is null);
        var naming = new Query { Fields = asking.Query.Fields };
        var (id, family) = asking.ById;
        var reply = await Reply.Get(asking.Http, $"{List}/{id}?{Timed(asking, naming.Fields is null ? "" : "fields=" + string.Join(',', naming.Fields))}");
        var due = asking.RefusedNaming(Scope, naming) ?? (family is null ? new Refusal("not-found") : null);
        return reply.Differs(due) ?? (due is null ? Difference.At(id, asking.Oracle.Row(family!, fields, ofMember), reply.Json) : null);
    }

    private static async Task<string?> Classifications(Asking asking)
    {
        var (id, family) = asking.ById;
        var reply = await Reply.Get(asking.Http, $"{List}/{id}/classifications?{Timed(asking)}");
        var due = asking.Refused(Scope) ?? (family is null ? new Refusal("not-found")
            : !asking.Oracle.Sees(Data.FieldGroups.Classification) ? new("field-not-granted") { Fields = ["classification"] } : null);
        return reply.Differs(due)
            ?? (due is null ? Difference.OfList($"{id}/classifications", [.. Standings(asking.Oracle, family!)], reply.Json.Items()) : null);
    }

    private static async Task<string?> Participation(Asking asking)
    {
        var (id, family) = asking.ById;
        var reply = await Reply.Get(asking.Http, $"{List}/{id}/participation");
        var due = asking.Refused(Scope) ?? (!Oracle.Programmes.Any(asking.Oracle.SeesReceiptsOf) ? new("field-not-granted") { Fields = ["participation"] }
            : family is null ? new Refusal("not-found") : null);
        return reply.Differs(due) ?? (due is null ? Difference.Loose($"{id}/participation", asking.Oracle.History(family!), reply.Json.GetProperty("items")) : null);
    }

    /// <summary>The place in the run in force, and beside it points for those alone who may see them; who has no place there is as absent.</summary>
    private static async Task<string?> Explanation(Asking asking)
    {
        var (id, family) = asking.ById;
        var reply = await Reply.Get(asking.Http, $"{List}/{id}/classifications/explanation");
        var standing = family?.Rank.Decile is null ? null : Standings(asking.Oracle, family).First();
        var due = asking.Refused(Scope) ?? (family is not null && !asking.Oracle.Sees(Data.FieldGroups.Classification) ? new("field-not-granted") { Fields = ["classification"] }
            : standing is null ? new Refusal("not-found") : null);
        if (reply.Differs(due) is { } refused || due is not null) return reply.Differs(due);
        string[] scored = ["lines", "contributions", "place"];
        if (scored.Any(name => reply.Json.TryGetProperty(name, out _) != asking.Oracle.Sees(Data.FieldGroups.Score))) return "points are shown or hidden against the grant";
        return reply.Json.GetProperty("householdId").GetString() == asking.Oracle.Shown(family!.Id).ToString()
            ? Difference.OfList($"{id}/explanation", [standing!], [reply.Json.GetProperty("standing")])
            : "another id";
    }

    /// <summary>This route leaves out what is null.</summary>
    private static IEnumerable<JsonNode> Standings(Oracle oracle, Data.Households.Household family)
    {
        foreach (var standing in oracle.Standings(family))
        {
            foreach (var name in standing!.AsObject().Where(p => p.Value is null).Select(p => p.Key).ToList()) standing.AsObject().Remove(name);
            yield return standing;
        }
    }

    /// <summary>Parameters, and as of when.</summary>
    public static string Timed(Asking asking, params IEnumerable<string> also) =>
        string.Join('&', also.Concat(asking.Times.Select(t => $"{t.Name}={Uri.EscapeDataString(t.Text)}")).Where(p => p.Length > 0));

    private static string Named(Asking asking) => Timed(asking, asking.Query.Filters.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Text)}")
        .Append(asking.Query.Sort is null ? "" : $"sort={asking.Query.Sort}")
        .Append(asking.Query.Fields is null ? "" : $"fields={string.Join(',', asking.Query.Fields)}")
        .Append(asking.Query.Members ? "include=members" : ""));
}
