using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Regsosek.Tests.Exports;

/// <summary>Exports by HTTP, as a client makes and pulls them.</summary>
internal static class Exported
{
    public const string Path = "/api/v1/exports";

    public static async Task<JsonElement> Begin(HttpClient http, object body)
    {
        using var begun = await http.PostAsJsonAsync(Path, body);
        var export = await begun.Json(HttpStatusCode.Accepted);
        Assert.Equal($"{Path}/{export.Id()}", begun.Headers.Location?.ToString());
        Assert.NotNull(begun.Headers.RetryAfter);
        return export;
    }

    /// <summary>As it is when it has ended.</summary>
    public static Task<JsonElement> Ended(HttpClient http, string id) =>
        Eventually.Is("the export ends", () => http.Json($"{Path}/{id}"), e => e.State() != "building");

    public static async Task<JsonElement> Made(HttpClient http, object body)
    {
        var export = await Ended(http, (await Begin(http, body)).Id());
        Assert.Equal("ready", export.State());
        return export;
    }

    /// <summary>All parts, each as its bytes and SHA-256 say.</summary>
    public static async Task<List<byte[]>> Parts(HttpClient http, JsonElement export)
    {
        var parts = new List<byte[]>();
        foreach (var part in export.GetProperty("parts").EnumerateArray())
        {
            var bytes = await http.GetByteArrayAsync(part.GetProperty("href").GetString());
            Assert.Equal(part.GetProperty("bytes").GetInt64(), bytes.Length);
            Assert.Equal(part.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            parts.Add(bytes);
        }

        return parts;
    }

    public static async Task<string> Text(HttpClient http, JsonElement export) =>
        string.Concat((await Parts(http, export)).Select(System.Text.Encoding.UTF8.GetString));

    public static byte[] Unzipped(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    public static string Id(this JsonElement export) => export.GetProperty("id").GetString()!;

    public static string State(this JsonElement export) => export.GetProperty("state").GetString()!;

    public static string Part(this JsonElement export, int number = 1) => $"{Path}/{export.Id()}/parts/{number}";
}
