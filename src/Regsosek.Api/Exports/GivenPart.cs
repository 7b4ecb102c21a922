using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Net.Http.Headers;
using Regsosek.Api.Http;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Exports;

/// <summary>A sealed part on its way out, whole or by Range. A pull is a read of all that is in it, on record before the first byte leaves, however few bytes are asked.</summary>
/// <param name="Hash">SHA-256 of the content; in quotation marks the ETag.</param>
public sealed record GivenPart(byte[] Hash, string Type, string Name)
{
    /// <param name="record">Has the read put on record, and charged.</param>
    public async Task<IResult> Give(HttpContext http, OpeningStream content, Func<Task> record)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(Hash)}\"");
        try
        {
            if (IsBeyond(http.Request, content.Length, tag))
            {
                http.Response.Headers.ContentRange = $"bytes */{content.Length}";
                await content.DisposeAsync();
                return Problems.RangeNotSatisfiable;
            }

            await record();
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        return http.IsHead() ? Headers(http, content, tag) : Results.Stream(content, Type, Name, null, tag, enableRangeProcessing: true);
    }

    private static bool IsBeyond(HttpRequest request, long length, EntityTagHeaderValue tag)
    {
        var headers = request.GetTypedHeaders();
        return headers.Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges } && ranges.First().From >= length
            && (headers.IfRange?.EntityTag is not { } asked || asked.Compare(tag, useStrongComparison: true));
    }

    private IResult Headers(HttpContext http, Stream content, EntityTagHeaderValue tag)
    {
        (http.Response.ContentType, http.Response.ContentLength) = (Type, content.Length);
        (http.Response.Headers.ETag, http.Response.Headers.AcceptRanges) = (tag.ToString(), "bytes");
        content.Dispose();
        return Results.Empty;
    }
}
