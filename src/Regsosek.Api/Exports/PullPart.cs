using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Net.Http.Headers;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>Gives a part out. A pull is a read of the families in it, charged and on record before the first byte leaves, however few bytes are asked.</summary>
public static class PullPart
{
    public static async Task<IResult> Handle(
        Guid id, int number, HttpContext http, ExportReader exports, PartFiles files, Disclosure disclosure, ReadContext reading, CancellationToken stop)
    {
        if (await exports.Part(id, number, stop) is not var (export, part, isAllowed)) return Problems.NotFound;
        if (!isAllowed) return Problems.ExportWithdrawn;
        if (files.Open(id, number) is not { } content) return Problems.NotFound;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(part.Hash!)}\"");
        try
        {
            if (IsBeyond(http.Request, content.Length, tag))
            {
                await content.DisposeAsync();
                http.Response.Headers.ContentRange = $"bytes */{part.Bytes}";
                return Problems.RangeNotSatisfiable;
            }

            reading.Shape = $"export={id:n}&part={number}";
            await disclosure.Record(PackedSubjects.Read(part.Subjects), export.Groups, stop);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        return http.IsHead() ? Headers(http, content, export, tag) : Results.Stream(content, Type(export), Name(export, part), null, tag, enableRangeProcessing: true);
    }

    private static bool IsBeyond(HttpRequest request, long length, EntityTagHeaderValue tag)
    {
        var headers = request.GetTypedHeaders();
        return headers.Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges } && ranges.First().From >= length
            && (headers.IfRange?.EntityTag is not { } asked || asked.Compare(tag, useStrongComparison: true));
    }

    private static IResult Headers(HttpContext http, Stream content, Export export, EntityTagHeaderValue tag)
    {
        (http.Response.ContentType, http.Response.ContentLength) = (Type(export), content.Length);
        (http.Response.Headers.ETag, http.Response.Headers.AcceptRanges) = (tag.ToString(), "bytes");
        content.Dispose();
        return Results.Empty;
    }

    private static string Type(Export export) => export.Gzip ? "application/gzip" : ExportRequest.Formats[export.Format];

    private static string Name(Export export, ExportPart part) => $"{export.Reader}-{export.Id:n}-{part.Number:d5}.{export.Format}{(export.Gzip ? ".gz" : "")}";
}
