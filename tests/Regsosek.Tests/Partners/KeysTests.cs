using System.Net;
using System.Net.Http.Headers;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Partners;

/// <summary>An outside issuer can take the embedded one's place.</summary>
[OnEveryEngine]
public sealed class KeysTests
{
    [Fact]
    public async Task An_outside_issuer_replaces_the_embedded_one_by_configuration()
    {
        // Its name is not its address, which the system chooses: so no port has to be known before.
        await using var issuer = new LaterHub("--Auth:Issuer=http://issuer.example/");
        await issuer.InitializeAsync();
        await using var hub = new LaterHub($"--Auth:Authority={issuer.Url}", "--Auth:RequireHttps=false");
        await hub.InitializeAsync();

        using var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await issuer.Token("kemensos"));
        Assert.NotEmpty((await http.Json("/api/v1/households?limit=1")).Items());
        using (var own = await hub.AskToken("kemensos", "kemensos-demo")) Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);

        await using var stranger = new OwnHub();
        await stranger.InitializeAsync();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await stranger.Token("kemensos"));
        using var refused = await http.GetAsync("/api/v1/households?limit=1");
        await refused.ShouldBe(401, "token-invalid");
    }

    /// <summary>A hub with settings of its own.</summary>
    private sealed class LaterHub(params string[] settings) : TestHub
    {
        protected override double Scale => 0.01;
        protected override IEnumerable<string> Settings => settings;
    }
}
