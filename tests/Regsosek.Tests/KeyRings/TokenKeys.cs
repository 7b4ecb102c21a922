using System.Net;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.JsonWebTokens;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.KeyRings;

/// <summary>Keys of tokens and cursors are changed while the hub runs; what was given out before holds until it ends, or is cut.</summary>
[OnEveryEngine]
public sealed class TokenKeys(RotatingHub hub) : IClassFixture<RotatingHub>
{
    [Fact]
    public async Task Old_tokens_and_cursors_hold_until_they_are_cut()
    {
        var old = await hub.Token("kemensos");
        using var http = With(old);
        var next = (await http.Json("/api/v1/households?limit=2")).GetProperty("next").GetString();
        await hub.Verb("keys", "rotate", "tokens");
        var fresh = await TokenOfAnotherKey(old);
        using var http2 = With(fresh);
        Assert.NotEmpty((await http.Json("/api/v1/households?limit=2")).Items());
        Assert.Equal(
            (await http.Json($"/api/v1/households?limit=2&cursor={next}")).GetProperty("items").GetRawText(),
            (await http2.Json($"/api/v1/households?limit=2&cursor={next}")).GetProperty("items").GetRawText());

        // Sooner than a token lives a second rotation would cut some; it says so.
        var (code, said) = await hub.Try("keys", "rotate", "tokens");
        Assert.Equal(2, code);
        Assert.Contains("--cut", said, StringComparison.Ordinal);

        await hub.Verb("keys", "rotate", "tokens", "--cut");
        using var last = With(await TokenOfAnotherKey(fresh));
        foreach (var gone in new[] { http, http2 })
        {
            using var refused = await gone.GetAsync("/api/v1/me");
            await refused.ShouldBe(401, "token-invalid");
        }

        using var cut = await last.GetAsync($"/api/v1/households?limit=2&cursor={next}");
        await cut.ShouldBe(400, "invalid-cursor");
        using var answer = await last.GetAsync("/api/v1/households?limit=2");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The hub looks at its keys now and then.</summary>
    private Task<string> TokenOfAnotherKey(string than) =>
        Eventually.Is("signed with another key", () => hub.Token("kemensos"), token => new JsonWebToken(token).Kid != new JsonWebToken(than).Kid);

    private HttpClient With(string token)
    {
        var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
