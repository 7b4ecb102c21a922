using System.Buffers.Text;
using System.Security.Cryptography;

namespace Regsosek.Api.Http;

/// <summary>Weak ETags over the bytes of the answer, keyed by partner, so that equal tags of two partners tell nothing. No cache on the way keeps
/// a partner's answers: the tag is for a client that keeps them itself.</summary>
public static class Etag
{
    public static string Of(ReadOnlySpan<byte> body, string partner) =>
        $"W/\"{Base64Url.EncodeToString(HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes("etag:" + partner), body).AsSpan(0, 15))}\"";

    /// <summary>Sends the body, or 304 when the client has it already.</summary>
    /// <param name="asOf">As of when the body holds: the same families of another moment are another answer.</param>
    public static async Task Send(HttpContext http, ReadOnlyMemory<byte> body, string contentType, string partner = "public", string? asOf = null)
    {
        var tag = Of(body.Span, asOf is null ? partner : $"{partner}&{asOf}");
        if (IsFresh(http, tag, partner == "public" ? "public, max-age=0, must-revalidate" : "no-store")) return;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Names the answer by its tag; when the client has it already the answer is 304, and that is all.</summary>
    public static bool IsFresh(HttpContext http, string tag, string cache)
    {
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = cache;
        if (!http.Request.Headers.IfNoneMatch.SelectMany(v => v!.Split(',')).Any(v => v.Trim() == tag || v.Trim() == "*")) return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
