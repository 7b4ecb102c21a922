using System.Net;
using System.Net.Http.Headers;

namespace Regsosek.Tests.Operations;

/// <summary>What a hub in production does otherwise than one in Development.</summary>
public sealed class InProduction(ProductionHub hub) : IClassFixture<ProductionHub>
{
    [Fact]
    public async Task Answers_come_over_https_only_and_bind_browsers_to_it()
    {
        using var https = hub.Through("https");
        using var token = await hub.AskToken(https);
        var held = (await token.Json(HttpStatusCode.OK)).GetProperty("access_token").GetString();
        https.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", held);
        using var answer = await https.GetAsync("/api/v1/households");
        Assert.Empty((await answer.Json(HttpStatusCode.OK)).Items());
        Assert.StartsWith("max-age=", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);

        using var http = hub.Through("http");
        http.DefaultRequestHeaders.Authorization = https.DefaultRequestHeaders.Authorization;
        using var refused = await http.GetAsync("/api/v1/households");
        await refused.ShouldBe(403, "https-required");
        using var refusedToken = await hub.AskToken(http);
        await refusedToken.ShouldBe(403, "https-required");
    }

    [Fact]
    public async Task A_host_that_is_not_ours_is_refused()
    {
        using var http = hub.Through("https");
        http.DefaultRequestHeaders.Host = "hub.example";
        using var ours = await http.GetAsync("/api/v1/regions/91");
        Assert.Equal(HttpStatusCode.NotFound, ours.StatusCode);
        http.DefaultRequestHeaders.Host = "evil.example";
        using var refused = await http.GetAsync("/api/v1/regions/91");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task No_page_takes_a_secret_into_a_browser()
    {
        using var http = hub.Through("https");
        using var page = await http.GetAsync("/swagger/index.html");
        await page.ShouldBe(404, "no-such-route");
        Assert.StartsWith("3.1", (await http.Json("/swagger/v1/swagger.json")).GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://desk.example", true)]
    [InlineData("https://other.example", false)]
    public async Task Pages_of_named_origins_alone_may_read(string origin, bool allowed)
    {
        using var http = hub.Through("https");
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/households");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization");
        using var answer = await http.SendAsync(preflight);
        Assert.Equal(allowed ? [origin] : [], answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins : []);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }
}
