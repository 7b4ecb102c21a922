using System.Net;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.JsonWebTokens;
using Regsosek.Data.Protection;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Partners;

/// <summary>Keys are persisted and rotate; an outside issuer can take the embedded one's place.</summary>
[OnEveryEngine]
public sealed class KeysTests
{
    [Fact]
    public async Task After_a_rotation_old_tokens_hold_and_sealed_numbers_open()
    {
        await using var before = new OwnHub();
        await before.InitializeAsync();
        var old = await before.Token("kemensos");
        var ring = KeyRing.Load(before.KeysPath)!;
        ring.Rotate();
        ring.Save(before.KeysPath);
        await before.Stop();

        await using var after = new LaterHub(before);
        await after.InitializeAsync();
        var fresh = await after.Token("kemensos");
        Assert.NotEqual(new JsonWebToken(old).Kid, new JsonWebToken(fresh).Kid);
        foreach (var token in new[] { old, fresh })
        {
            using var http = after.Anyone();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var families = (await http.Json("/api/v1/households?limit=20&include=members")).Items();
            Assert.Contains(families.SelectMany(h => h.GetProperty("members").EnumerateArray()), m => m.GetProperty("nik").GetString()?.Length == 16);
        }
    }

    [Fact]
    public async Task An_outside_issuer_replaces_the_embedded_one_by_configuration()
    {
        // Its name is not its address, which the system chooses: so no port has to be known before.
        await using var issuer = new LaterHub(null, "--Auth:Issuer=http://issuer.example/");
        await issuer.InitializeAsync();
        await using var hub = new LaterHub(null, $"--Auth:Authority={issuer.Url}", "--Auth:RequireHttps=false");
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

    /// <summary>A hub with settings of its own, on the data and keys of another when they are given.</summary>
    private sealed class LaterHub(TestHub? before, params string[] settings) : TestHub
    {
        protected override double Scale => 0.01;

        protected override IEnumerable<string> Settings =>
            [.. before is null ? [] : before.Database.Settings.Append($"--Keys:Path={before.KeysPath}"), .. settings];
    }
}
