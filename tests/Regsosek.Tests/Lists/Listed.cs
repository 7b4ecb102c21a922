using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Regsosek.Tests.Exports;

namespace Regsosek.Tests.Lists;

/// <summary>Lists by HTTP, as a client drafts, freezes and pulls them.</summary>
internal static class Listed
{
    public const string Path = "/api/v1/lists";

    public static async Task<JsonElement> Begin(HttpClient http, object body)
    {
        using var begun = await http.PostAsJsonAsync(Path, body);
        var list = await begun.Json(HttpStatusCode.Accepted);
        Assert.Equal($"{Path}/{list.Id()}", begun.Headers.Location?.ToString());
        Assert.NotNull(begun.Headers.RetryAfter);
        return list;
    }

    public static Task<JsonElement> Until(HttpClient http, string id, string moving) =>
        Eventually.Is("the list goes on", () => http.Json($"{Path}/{id}"), l => l.State() != moving);

    public static async Task<JsonElement> Drafted(HttpClient http, object body)
    {
        var list = await Until(http, (await Begin(http, body)).Id(), "building");
        Assert.Equal("draft", list.State());
        return list;
    }

    public static async Task<JsonElement> Frozen(HttpClient http, object body)
    {
        var draft = await Drafted(http, body);
        using (var asked = await http.PostAsync($"{Path}/{draft.Id()}/freeze", null)) await asked.Json(HttpStatusCode.Accepted);
        var list = await Until(http, draft.Id(), "freezing");
        Assert.Equal("frozen", list.State());
        return list;
    }

    /// <summary>All entries, by pages of a few.</summary>
    public static async Task<List<JsonElement>> Entries(HttpClient http, string id, int limit = 7)
    {
        var entries = new List<JsonElement>();
        for (string? cursor = null; ;)
        {
            var page = await http.Json($"{Path}/{id}/entries?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            entries.AddRange(page.Items());
            if (!page.TryGetProperty("next", out var next)) return entries;
            cursor = next.GetString();
        }
    }

    /// <summary>All parts of a format, each as its bytes and SHA-256 say.</summary>
    public static async Task<List<byte[]>> Parts(HttpClient http, JsonElement list, string format = "ndjson")
    {
        var parts = new List<byte[]>();
        foreach (var part in list.GetProperty("parts").EnumerateArray().Where(p => p.GetProperty("format").GetString() == format))
        {
            var bytes = await http.GetByteArrayAsync(part.GetProperty("href").GetString());
            Assert.Equal(part.GetProperty("bytes").GetInt64(), bytes.Length);
            Assert.Equal(part.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            parts.Add(bytes);
        }

        return parts;
    }

    public static async Task<List<string>> Lines(HttpClient http, JsonElement list) =>
        [.. (await Parts(http, list)).SelectMany(p => Encoding.UTF8.GetString(p).Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>What the manifest says, its signature left aside.</summary>
    public static async Task<JsonElement> Manifest(HttpClient http, string id)
    {
        var signed = await http.GetStringAsync($"{Path}/{id}/manifest");
        return JsonDocument.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(signed.Split('.')[1])).RootElement;
    }

    public static string PartOf(this JsonElement list, int number = 1) => $"{Path}/{list.Id()}/parts/{number}";
}
