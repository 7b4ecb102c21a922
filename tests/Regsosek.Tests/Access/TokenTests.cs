using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Regsosek.Api.Partners;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Access;

[Collection(SharedHub.Name)]
public sealed class TokenTests(TestHub hub)
{
    private const string Route = "/api/v1/households?limit=1";

    [Fact]
    public async Task No_token_is_refused_with_a_problem()
    {
        using var answer = await hub.Anyone().GetAsync(Route);
        await answer.ShouldBe(401, "token-missing");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_token_of_the_hub_opens() => Assert.Single((await (await hub.As("kemensos")).Json(Route)).Items());

    [Theory]
    [InlineData("expired")]
    [InlineData("other audience")]
    [InlineData("other issuer")]
    [InlineData("other key")]
    [InlineData("alg none")]
    [InlineData("HS256 with the public key")]
    [InlineData("without claims")]
    [InlineData("not yet valid")]
    [InlineData("not a token")]
    [InlineData("altered")]
    public async Task A_token_that_is_not_sound_is_refused(string fault)
    {
        var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(fault));
        using var answer = await http.GetAsync(Route);
        await answer.ShouldBe(401, "token-invalid");
    }

    [Fact]
    public async Task The_same_claims_signed_by_the_hub_are_accepted()
    {
        var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token("nothing"));
        using var answer = await http.GetAsync(Route);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> Token(string fault)
    {
        var now = DateTime.UnixEpoch.AddTicks(TimeProvider.System.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks);
        var own = ECDsa.Create();
        own.ImportPkcs8PrivateKey(hub.Get<LiveKeyRing>().Current.Signing[^1], out _);
        var kid = hub.Get<SigningKeys>().Current[0].KeyId;
        SigningCredentials? signing = fault switch
        {
            "other key" => new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = kid }, "ES256"),
            "alg none" => null,
            "HS256 with the public key" => new(new SymmetricSecurityKey(own.ExportSubjectPublicKeyInfo()) { KeyId = kid }, "HS256"),
            _ => new(new ECDsaSecurityKey(own) { KeyId = kid }, "ES256"),
        };
        var claims = fault == "without claims" ? [] : new Dictionary<string, object> { ["client_id"] = "kemensos", ["scope"] = "registry.read" };
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = fault == "other issuer" ? "https://issuer.example/" : "http://127.0.0.1:5080/",
            Audience = fault == "other audience" ? "another" : "regsosek",
            NotBefore = fault == "not yet valid" ? now.AddHours(1) : now.AddHours(-2),
            Expires = fault == "expired" ? now.AddHours(-1) : now.AddHours(2),
            TokenType = "at+jwt",
            Claims = claims,
            SigningCredentials = signing,
        });
        return fault switch
        {
            "not a token" => "eyJ",
            "altered" => Altered(await hub.Token("kemensos")),
            _ => token,
        };
    }

    private static string Altered(string token)
    {
        var parts = token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("kemensos", "bps", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}";
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        using var answer = await hub.AskToken("kemensos", "guess");
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("invalid_client", (await answer.Json(System.Net.HttpStatusCode.Unauthorized)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task The_token_endpoint_is_inside_the_pipeline()
    {
        using var answer = await hub.AskToken("kemensos", "guess");
        Assert.NotEmpty(answer.Headers.GetValues("X-Request-Id").Single());
        Assert.NotEmpty(answer.Headers.GetValues("RateLimit").Single());
    }

    [Fact]
    public async Task A_scope_outside_the_agreement_gets_no_token()
    {
        using var answer = await hub.AskToken("kemensos", "kemensos-demo", ("scope", "partners.manage"));
        Assert.Equal("invalid_scope", (await answer.Json(System.Net.HttpStatusCode.BadRequest)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_token_for_fewer_scopes_opens_only_those()
    {
        var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new("Bearer", await hub.Token("kemensos", ("scope", "eligibility.read")));
        using var answer = await http.GetAsync(Route);
        Assert.Equal("registry.read", (await answer.ShouldBe(403, "scope-missing")).GetProperty("scope").GetString());
    }

    [Theory]
    [InlineData("wali-data", Route)]
    [InlineData("bpkp", Route)]
    [InlineData("kemensos", "/api/v1/access-log")]
    [InlineData("kemensos", "/api/v1/agreements")]
    [InlineData("bps", "/api/v1/programmes/PKH/eligible")]
    public async Task A_route_outside_the_scopes_of_the_agreement_is_refused(string client, string route)
    {
        using var answer = await (await hub.As(client)).GetAsync(route);
        await answer.ShouldBe(403, "scope-missing");
    }
}
