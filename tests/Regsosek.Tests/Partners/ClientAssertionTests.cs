using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Regsosek.Api.Partners;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Partners;

/// <summary>A client that proves itself with its own key (private_key_jwt).</summary>
[OnEveryEngine]
public sealed class ClientAssertionTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private const string Partner = """
        { "code": "keyed", "name": "Keyed", "legalBasis": "Test", "purposes": ["test"], "regions": ["91"], "fields": ["classification"], "programmes": [], "scopes": ["registry.read"], "budget": 100000 }
        """;

    [Fact]
    public async Task An_assertion_opens_once_and_only_with_the_right_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var shown = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(ECDsa.Create(key.ExportParameters(includePrivateParameters: false))) { KeyId = "k1" });
        var jwks = $$"""{ "keys": [{ "kty": "EC", "crv": "{{shown.Crv}}", "x": "{{shown.X}}", "y": "{{shown.Y}}", "kid": "k1", "use": "sig", "alg": "ES256" }] }""";
        var document = JsonSerializer.Deserialize<PartnerDocument>(Partner, JsonSerializerOptions.Web)!;
        Assert.Empty(await AddPartner.Run(document, jwks, demo: false, hub.App.Services, default));

        var assertion = Assertion(key, "jti-1");
        using (var first = await Ask(assertion)) Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync());
        using (var again = await Ask(assertion)) await Refused(again);
        using (var samejti = await Ask(Assertion(key, "jti-1"))) await Refused(samejti);
        using (var other = await Ask(Assertion(key, "jti-2"))) Assert.True(other.IsSuccessStatusCode);
        using var wrong = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using (var forged = await Ask(Assertion(wrong, "jti-3"))) await Refused(forged);
    }

    internal static string Assertion(ECDsa key, string jti, string client = "keyed")
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = client,
            Audience = "http://127.0.0.1:5080/",
            Expires = now.AddMinutes(5),
            IssuedAt = now,
            TokenType = "client-authentication+jwt",
            Claims = new Dictionary<string, object> { ["sub"] = client, ["jti"] = jti },
            SigningCredentials = new(new ECDsaSecurityKey(key) { KeyId = "k1" }, "ES256"),
        });
    }

    private Task<HttpResponseMessage> Ask(string assertion) => Ask(hub, assertion, "keyed");

    internal static async Task<HttpResponseMessage> Ask(TestHub hub, string assertion, string client)
    {
        using var http = hub.Anyone();
        using var form = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"), new("client_id", client),
            new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), new("client_assertion", assertion)]);
        return await http.PostAsync("/connect/token", form);
    }

    private static async Task Refused(HttpResponseMessage answer)
    {
        Assert.InRange((int)answer.StatusCode, 400, 401);
        Assert.Contains("invalid", (await answer.Json(answer.StatusCode)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }
}
