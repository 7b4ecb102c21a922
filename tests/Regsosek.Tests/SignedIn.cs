using System.Net;
using System.Net.Http.Headers;

namespace Regsosek.Tests;

/// <summary>Callers of a hub that runs as a process of its own.</summary>
internal static class SignedIn
{
    public static async Task<HttpClient> Ministry(Uri url)
    {
        var http = new HttpClient { BaseAddress = url };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "kemensos"), new("client_secret", "kemensos-demo")]);
        using var answer = await http.PostAsync("/connect/token", form);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Json(HttpStatusCode.OK)).GetProperty("access_token").GetString());
        return http;
    }
}
