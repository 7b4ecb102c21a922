using Regsosek.Tests.Exports;

namespace Regsosek.Tests.Parity;

/// <summary>Exports: made, waited for, pulled part by part, deleted. The rows of all parts are those of the list, in every format.</summary>
internal static class ExportSurfaces
{
    public static readonly IReadOnlyList<Surface> All =
    [
        new("export", ["BeginExport", "GetExport", "ListExports", "PullPart", "DeleteExport"], Export) { Every = 16 },
    ];

    private static async Task<string?> Export(Asking asking)
    {
        // An export is in the order of keys, and of an instant: who receives is of the present.
        var query = asking.Query with { Sort = null, Filters = [.. asking.Query.Filters.Where(f => f.Name != Oracle.ProgrammeStatus)] };
        var format = !query.Edges ? "ndjson" : query.Standings ? "parquet" : "csv";
        var asked = query.Filters.Concat(asking.Times).ToDictionary(t => t.Name, t => t.Text);
        if (query.Fields is { } named) asked["fields"] = string.Join(',', named);
        if (query.Members) asked["include"] = "members";
        var begun = await Reply.Post(asking.Http, Exported.Path, new { reader = "households", format, query = asked });
        var due = asking.Refused("exports.read") ?? asking.RefusedNaming(RestSurfaces.Scope, query);
        var (_, ofMember) = Oracle.Selected(query.Fields, query.Members);
        if (due is not null) return begun.Differs(due);
        if (format != "ndjson" && ofMember is not null) return begun.Status == 400 ? null : $"members in a table: {begun.Status}";
        if (begun.Status != 202) return $"202 was due, not {begun.Status} {begun.Body}";
        var export = await Exported.Ended(asking.Http, begun.Json.Id());
        if (export.State() != "ready") return $"the export is {export.State()}";
        var listed = (await asking.Http.Json(Exported.Path)).Items();
        if (!listed.Exists(x => x.Id() == export.Id())) return "the export is not listed";
        var parts = await Exported.Parts(asking.Http, export);
        (await asking.Http.DeleteAsync($"{Exported.Path}/{export.Id()}")).EnsureSuccessStatusCode().Dispose();
        var texts = new List<string>();
        foreach (var part in parts) texts.Add(format == "parquet" ? await ParquetTable.AsCsv(part) : System.Text.Encoding.UTF8.GetString(part));
        return format == "ndjson" ? RestSurfaces.LinesDiffer(asking with { Query = query }, string.Concat(texts)) : RestSurfaces.CsvDiffers(asking with { Query = query }, texts);
    }
}
