using System.Net;
using System.Net.Http.Headers;

namespace Regsosek.Tests;

/// <summary>Callers of a hub that runs as a process of its own.</summary>
internal static class SignedIn
{
    public static Task<HttpClient> Ministry(Uri url) => As("kemensos", url);

    /// <param name="client">One of the demonstration.</param>
    public static async Task<HttpClient> As(string client, Uri url)
    {
        var http = new HttpClient { BaseAddress = url };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", $"{client}-demo")]);
        using var answer = await http.PostAsync("/connect/token", form);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Json(HttpStatusCode.OK)).GetProperty("access_token").GetString());
        return http;
    }
}
