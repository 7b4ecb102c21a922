using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Regsosek.Tests.Programmes.Publication;

/// <summary>A ministry at work on the next version of a programme.</summary>
internal static class Drafting
{
    /// <summary>The version that ships, as another.</summary>
    public static JsonObject Version(string programme, int version, DateOnly from, Action<JsonObject>? how = null)
    {
        var shipped = JsonNode.Parse(File.ReadAllText(Path.Combine(Api.Hub.Schema, "programmes", $"{programme.ToLowerInvariant()}.json")))!;
        var document = shipped["versions"]![0]!.DeepClone().AsObject();
        (document["version"], document["validFrom"], document["validTo"]) = (version, from.ToString("yyyy-MM-dd"), null);
        how?.Invoke(document);
        return document;
    }

    public static void Figure(this JsonObject version, string name, double value) =>
        version["parameters"]!.AsArray().Single(p => (string?)p!["name"] == name)!["value"] = value;

    public static async Task<HttpResponseMessage> Draft(this HttpClient http, string programme, JsonNode version)
    {
        using var content = new StringContent(version.ToJsonString(), Encoding.UTF8, "application/json");
        return await http.PostAsync($"/api/v1/programmes/{programme}/drafts", content);
    }

    /// <summary>A simulation to its end.</summary>
    public static async Task<JsonElement> Simulated(this HttpClient http, string programme, int version)
    {
        using var begun = await http.PostAsync($"/api/v1/programmes/{programme}/drafts/{version}/simulate", null);
        var id = (await begun.Json(HttpStatusCode.Accepted)).GetProperty("id").GetGuid();
        Assert.Equal($"/api/v1/programmes/{programme}/simulations/{id}", begun.Headers.Location!.OriginalString);
        return await Eventually.Is("the simulation", () => http.Json(begun.Headers.Location.OriginalString), s => s.GetProperty("state").GetString() == "done");
    }
}
