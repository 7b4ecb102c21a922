using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Regsosek.Tests;

/// <summary>Reads answers, and says what an answer should be.</summary>
public static class Answers
{
    public static async Task<JsonElement> Json(this HttpClient http, string url)
    {
        using var answer = await http.GetAsync(url);
        return await answer.Json(HttpStatusCode.OK);
    }

    public static async Task<JsonElement> Post(this HttpClient http, string url, object body)
    {
        using var answer = await http.PostAsJsonAsync(url, body);
        return await answer.Json(HttpStatusCode.OK);
    }

    /// <summary>Sends a body only when the hub says to go on: one that refuses ends the connection, and who still sends may not hear why.</summary>
    public static async Task<HttpResponseMessage> Offer(this HttpClient http, string url, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        return await http.SendAsync(request);
    }

    public static async Task<JsonElement> Json(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>A problem of the catalogue with this status and code, as problem+json with a request id.</summary>
    public static async Task<JsonElement> ShouldBe(this HttpResponseMessage answer, int status, string code)
    {
        var body = await answer.Json((HttpStatusCode)status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("/" + code, body.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal(body.GetProperty("requestId").GetString(), answer.Headers.GetValues("X-Request-Id").Single());
        return body;
    }

    public static string[] Strings(this JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    public static bool IsNull(this JsonElement value) => value.ValueKind == JsonValueKind.Null;

    public static List<JsonElement> Items(this JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
