using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Regsosek.Tests.Participation;

/// <summary>Deliveries over HTTP.</summary>
internal static class Delivering
{
    public const string Route = "/api/v1/participation", Csv = "text/csv", Ndjson = "application/x-ndjson";

    public static Task<HttpResponseMessage> Send(this HttpClient http, string query, string body, string type = Csv) => http.Send(query, Encoding.UTF8.GetBytes(body), type);

    public static async Task<HttpResponseMessage> Send(this HttpClient http, string query, byte[] body, string type)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await http.PostAsync($"{Route}?{query}", content);
    }

    /// <summary>The delivery when it is dealt with.</summary>
    public static async Task<JsonElement> Deliver(this HttpClient http, string query, string body, string type = Csv)
    {
        using var answer = await http.Send(query, body, type);
        var id = (await answer.Json(HttpStatusCode.Accepted)).GetProperty("id").GetString();
        Assert.EndsWith($"{Route}/deliveries/{id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        return await http.Ended(id!);
    }

    public static Task<JsonElement> Ended(this HttpClient http, string id) =>
        Eventually.Is("the delivery is taken in", () => http.Json($"{Route}/deliveries/{id}"), d => d.GetProperty("state").GetString() != "waiting");

    public static async Task<List<JsonElement>> Rows(this HttpClient http, JsonElement delivery, string query = "") =>
        (await http.Json($"{Route}/deliveries/{delivery.Id()}/rows?limit=500{query}")).Items();

    public static long Number(this JsonElement row, string name) => row.GetProperty(name).GetInt64();

    public static string Id(this JsonElement delivery) => delivery.GetProperty("id").GetString()!;
}
