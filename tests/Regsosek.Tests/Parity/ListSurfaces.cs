using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using Regsosek.Tests.Exports;
using Regsosek.Tests.Lists;

namespace Regsosek.Tests.Parity;

/// <summary>Targeted lists, of programmes and by rules of one's own: drafted, looked at by pages, frozen, pulled part by part, deleted. What is in them is what the oracle says, in every
/// format.</summary>
internal static class ListSurfaces
{
    public static readonly IReadOnlyList<Surface> All =
    [
        new("list of a programme", ["BeginList", "GetList", "ListLists", "ListEntries", "FreezeList", "GetListManifest", "PullListPart", "DeleteList", "Query.list", "Query.lists", "TargetedList.entries"],
            asking => List(asking, asking.Query.Programme, null)) { Every = 16 },
        new("list by a rule", ["BeginList", "ListEntries", "PullListPart"], asking => List(asking, null, Rule(asking))) { Every = 16 },
    ];

    private static string Rule(Asking asking) => DrawnLimit.All[(asking.Query.ById ?? 0) % DrawnLimit.All.Length].Rule;

    private static async Task<string?> List(Asking asking, string? programme, string? rule)
    {
        var (query, oracle) = (asking.Query, asking.Oracle);
        var format = !query.Edges ? "ndjson" : query.Standings ? "parquet" : "csv";
        long? quota = query.Count ? query.Limits[0] / 2 : null;
        var body = new Dictionary<string, object?> { ["formats"] = new[] { format } };
        if (programme is not null) body["programme"] = programme;
        if (rule is not null) body["rule"] = JsonDocument.Parse(rule).RootElement;
        if (query.EligibleRegion is { } region) body["region"] = region;
        if (quota is not null) body["quota"] = quota;
        if (query.Fields is { } fields) body["fields"] = string.Join(',', fields);
        foreach (var (name, text) in asking.Times) body[name] = text;
        var begun = await Reply.Post(asking.Http, Listed.Path, body);
        if (Refused(asking, programme, rule) is { } due) return begun.Differs(due);
        if (format != "ndjson" && Oracle.Selected(query.Fields, members: false).Member is not null && query.Fields is not null)
            return begun.Status == 400 ? null : $"members in a table: {begun.Status}";
        if (begun.Status != 202) return $"202 was due, not {begun.Status} {begun.Body}";

        var expected = oracle.TargetedList(programme, rule, query.EligibleRegion, quota, query.Fields);
        var draft = await Listed.Until(asking.Http, begun.Json.Id(), "building");
        if (draft.State() != "draft" || draft.GetProperty("entries").GetInt64() != expected.Count) return $"{expected.Count} entries were due, not {draft}";
        var pages = await Listed.Entries(asking.Http, draft.Id(), query.Limits[^1]);
        if (Difference.OfList("/entries", expected, pages) is { } page) return page;
        if (await GraphLists.Differs(asking, draft.Id(), oracle.TargetedList(programme, rule, query.EligibleRegion, quota, fields: null)) is { } graph) return graph;
        (await asking.Http.PostAsync($"{Listed.Path}/{draft.Id()}/freeze", null)).EnsureSuccessStatusCode().Dispose();
        var frozen = await Listed.Until(asking.Http, draft.Id(), "freezing");
        if (frozen.State() != "frozen") return $"the list is {frozen.State()}";
        if (!(await asking.Http.Json(Listed.Path)).Items().Exists(l => l.Id() == frozen.Id())) return "the list is not listed";
        var manifest = await Listed.Manifest(asking.Http, frozen.Id());
        var inside = expected.Count(e => e["inQuota"]!.GetValue<bool>());
        if (manifest.GetProperty("entries").GetInt64() != expected.Count || manifest.GetProperty("inQuota").GetInt64() != inside) return $"{inside} of {expected.Count} inside, not {manifest}";
        if (manifest.GetProperty("distribution").EnumerateArray().Any(c => c.TryGetProperty("welfareClass", out _)) && !oracle.Sees(Data.FieldGroups.Classification)) return "classes are counted";
        var parts = new List<string>();
        foreach (var part in await Listed.Parts(asking.Http, frozen, format)) parts.Add(format == "parquet" ? await ParquetTable.AsCsv(part) : System.Text.Encoding.UTF8.GetString(part));
        (await asking.Http.DeleteAsync($"{Listed.Path}/{frozen.Id()}")).EnsureSuccessStatusCode().Dispose();
        return format != "ndjson" ? CsvDiffers(expected, parts)
            : Difference.OfList("/lines", expected, [.. string.Concat(parts).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)]);
    }

    private static Refusal? Refused(Asking asking, string? programme, string? rule)
    {
        var oracle = asking.Oracle;
        var naming = new Query { Fields = asking.Query.Fields };
        return asking.Refused("lists.write") ?? asking.Refused(programme is null ? "registry.read" : "eligibility.read")
            ?? (naming.Fields is null ? null : asking.Refused("registry.read"))
            ?? (programme is not null && !oracle.Terms.Programmes.Contains(programme) ? new Refusal("programme-not-granted") : null)
            ?? (rule is not null && oracle.HiddenFacts(rule) is { Count: > 0 } facts ? new Refusal("field-not-granted") { Fields = facts } : null)
            ?? (oracle.HiddenNames(naming) is { Count: > 0 } hidden ? new Refusal("field-not-granted") { Fields = hidden } : null);
    }

    /// <summary>Of files that each begin with the header: the place, the family, the person.</summary>
    private static string? CsvDiffers(List<JsonObject> expected, IReadOnlyList<string> files)
    {
        var lines = new List<JsonElement>();
        foreach (var file in files)
        {
            using var csv = new CsvParser(new StringReader(file), CultureInfo.InvariantCulture);
            if (!csv.Read()) return "no header";
            var header = csv.Record!;
            while (csv.Read())
            {
                var line = new JsonObject(header.Zip(csv.Record!).Select(c => KeyValuePair.Create(c.First, (JsonNode?)c.Second)));
                lines.Add(JsonDocument.Parse(line.ToJsonString()).RootElement);
            }
        }

        return Difference.OfList("/lines", expected.ConvertAll(Line), lines);
    }

    private static JsonObject Line(JsonObject entry)
    {
        var line = new JsonObject();
        foreach (var name in (string[])["place", "inQuota", "tied"]) line[name] = RestSurfaces.Cell(entry[name]);
        foreach (var (name, value) in RestSurfaces.Line(entry["household"]!.AsObject())) line[name] = value?.DeepClone();
        if (entry["person"] is JsonObject person)
            foreach (var (name, value) in RestSurfaces.Line(person)) line[$"person.{name}"] = value?.DeepClone();
        return line;
    }
}
