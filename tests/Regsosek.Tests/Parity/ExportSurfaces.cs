using Regsosek.Tests.Exports;

namespace Regsosek.Tests.Parity;

/// <summary>Exports: made, waited for, pulled part by part, deleted. The lines of all parts are those of the list.</summary>
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
        var csv = query.Edges;
        var texts = query.Filters.Concat(asking.Times).ToDictionary(t => t.Name, t => t.Text);
        if (query.Fields is { } named) texts["fields"] = string.Join(',', named);
        if (query.Members) texts["include"] = "members";
        var begun = await Reply.Post(asking.Http, Exported.Path, new { reader = "households", format = csv ? "csv" : "ndjson", query = texts });
        var due = asking.Refused("exports.read") ?? asking.RefusedNaming(RestSurfaces.Scope, query);
        var (_, ofMember) = Oracle.Selected(query.Fields, query.Members);
        if (due is not null) return begun.Differs(due);
        if (csv && ofMember is not null) return begun.Status == 400 ? null : $"members in CSV: {begun.Status}";
        if (begun.Status != 202) return $"202 was due, not {begun.Status} {begun.Body}";
        var export = await Exported.Ended(asking.Http, begun.Json.Id());
        if (export.State() != "ready") return $"the export is {export.State()}";
        var listed = (await asking.Http.Json(Exported.Path)).Items();
        if (!listed.Exists(x => x.Id() == export.Id())) return "the export is not listed";
        var parts = (await Exported.Parts(asking.Http, export)).ConvertAll(System.Text.Encoding.UTF8.GetString);
        (await asking.Http.DeleteAsync($"{Exported.Path}/{export.Id()}")).EnsureSuccessStatusCode().Dispose();
        return csv ? RestSurfaces.CsvDiffers(asking with { Query = query }, parts) : RestSurfaces.LinesDiffer(asking with { Query = query }, string.Concat(parts));
    }
}
