using System.Text.Json;
using Regsosek.Api.Http;

namespace Regsosek.Api.Reference;

/// <summary>Routes of the data dictionary and its code lists, open to all.</summary>
public static class ReferenceEndpoints
{
    public static void MapReference(this IEndpointRouteBuilder app)
    {
        var reference = app.MapGroup("/api/v1/reference").WithTags("Reference");
        reference.MapGet("/", All).Named("GetDictionary", "The data dictionary: every variable of form REGSOSEK22.K.").Open().Takes()
            .Produces<DataDictionary>();
        reference.MapGet("/{codeList}", Get).Named("GetCodeList", "One code list with Indonesian and English labels.").Open().Takes()
            .Fails(Problems.NotFound).Produces<CodeList>();
    }

    private static Task All(HttpContext http, DataDictionary dictionary) =>
        Etag.Send(http, JsonSerializer.SerializeToUtf8Bytes(
            new { dictionary.Form, dictionary.Version, dictionary.Variables, CodeLists = dictionary.CodeLists.Keys }, Json.Web), "application/json");

    private static Task Get(string codeList, HttpContext http, DataDictionary dictionary) =>
        dictionary.CodeLists.TryGetValue(codeList, out var list)
            ? Etag.Send(http, JsonSerializer.SerializeToUtf8Bytes(new { name = codeList, list.En, list.Id, list.Codes }, Json.Web),
                "application/json")
            : Problems.NotFound.ExecuteAsync(http);
}
