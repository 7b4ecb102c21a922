using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using Regsosek.Data;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Partners;

/// <summary>Agreements are written by one principal and approved by another; a token holds no more than it was issued for.</summary>
[OnEveryEngine]
public sealed class AgreementDraftTests(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task A_widening_waits_for_a_second_principal_and_for_a_new_token()
    {
        await hub.Given("widened", a => (a.Fields, a.Regions, a.Limit) = (FieldGroups.Housing, ["91.71.03"], """{"fact":"decile","op":"<=","value":3}"""));
        var (before, early) = (await Total("widened"), await hub.As("widened"));
        var draft = await Draft(new { code = "widened", version = 1, fields = new[] { "housing", "identity" }, regions = new[] { "91.71" }, limit = (object?)null });

        using (var own = await Approve("wali-data", "widened", draft)) await own.ShouldBe(403, "scope-missing");
        Assert.Equal(before, await Total("widened"));
        var effect = await (await hub.As("forum-satu-data")).Json("/api/v1/agreements/widened/effect");
        await using var registry = hub.Registry();
        var (was, will) = (await registry.Households.LongCountAsync(h => h.DistrictCode == "91.71.03" && h.Rank.Decile <= 3), await registry.Households.LongCountAsync(h => h.RegencyCode == "91.71"));
        Assert.Equal(before, was);
        Assert.True(will - was > 10, "the draft adds families");
        Assert.Equal([(was + 5) / 10 * 10, (will + 5) / 10 * 10, (will - was + 5) / 10 * 10, 0],
            new[] { "before", "after", "added", "removed" }.Select(n => effect.GetProperty("families").GetProperty(n).GetInt64()));
        Assert.True(effect.GetProperty("widens").GetBoolean());
        var added = effect.GetProperty("fields").GetProperty("added").EnumerateArray().Select(f => f.GetString()).ToList();
        Assert.Contains("person.nik", added);
        Assert.Contains("family.headName", added);
        Assert.DoesNotContain("family.floor", added);
        Assert.Empty(effect.GetProperty("fields").GetProperty("removed").EnumerateArray());

        using (var approved = await Approve("forum-satu-data", "widened", draft)) Assert.Equal(2, (await approved.Json(HttpStatusCode.OK)).GetProperty("version").GetInt32());
        var old = await early.Json("/api/v1/households?count=exact");
        Assert.Equal(before, old.GetProperty("total").GetInt64());
        Assert.All(old.Items(), h => Assert.True(h.GetProperty("headName").IsNull()));
        using var http = await Fresh("widened");
        var now = await http.Json("/api/v1/households?count=exact");
        Assert.Equal(will, now.GetProperty("total").GetInt64());
        Assert.Contains(now.Items(), h => !h.GetProperty("headName").IsNull());
    }

    [Fact]
    public async Task A_narrowing_holds_for_tokens_that_were_issued_before()
    {
        await hub.Given("narrowed", _ => { });
        var http = await hub.As("narrowed");
        Assert.Contains((await http.Json("/api/v1/households?limit=5")).Items(), h => !h.GetProperty("headName").IsNull());
        var draft = await Draft(new { code = "narrowed", version = 1, fields = new[] { "housing" }, scopes = new[] { "registry.read" }, regions = new[] { "91.71.03.2001" } });
        var effect = await (await hub.As("wali-data")).Json("/api/v1/agreements/narrowed/effect");
        Assert.False(effect.GetProperty("widens").GetBoolean());
        Assert.Equal(0, effect.GetProperty("families").GetProperty("added").GetInt64());
        Assert.Contains("eligibility.read", effect.GetProperty("scopes").GetProperty("removed").EnumerateArray().Select(f => f.GetString()));
        using (var approved = await Approve("forum-satu-data", "narrowed", draft)) Assert.True(approved.IsSuccessStatusCode);
        Assert.All((await http.Json("/api/v1/households?limit=5")).Items(), h => Assert.True(h.GetProperty("headName").IsNull() && h.GetProperty("region").GetString() == "91.71.03.2001"));
        using var eligible = await http.GetAsync("/api/v1/programmes/PKH/eligible");
        await eligible.ShouldBe(403, "scope-missing");
    }

    /// <summary>Taken away and given again: the token from before has what every version since allowed.</summary>
    [Fact]
    public async Task What_was_taken_once_does_not_come_back_to_an_old_token()
    {
        await hub.Given("to-and-fro", _ => { });
        var http = await hub.As("to-and-fro");
        var steward = await hub.As("wali-data");
        using (var stopped = await steward.PatchAsJsonAsync("/api/v1/agreements/to-and-fro", new { version = 1, status = "suspended" })) Assert.True(stopped.IsSuccessStatusCode);
        using (var none = await http.GetAsync("/api/v1/households")) await none.ShouldBe(403, "agreement-not-in-force");
        using (var approved = await Approve("forum-satu-data", "to-and-fro", await Draft(new { code = "to-and-fro", version = 2, status = "active" }))) Assert.True(approved.IsSuccessStatusCode);
        using (var still = await http.GetAsync("/api/v1/households")) await still.ShouldBe(401, "token-invalid");
        using var fresh = await Fresh("to-and-fro");
        Assert.NotEmpty((await fresh.Json("/api/v1/households")).Items());
    }

    [Fact]
    public async Task A_draft_is_approved_by_somebody_else_once_and_as_it_was_read()
    {
        await hub.Given("guarded", a => a.Budget = 5);
        var forum = await hub.As("forum-satu-data");
        var own = await Draft(new { code = "guarded", version = 1, budget = 50 }, "forum-satu-data");
        using (var self = await Approve("forum-satu-data", "guarded", own)) await self.ShouldBe(403, "second-principal");
        using (var second = await forum.PostAsJsonAsync("/api/v1/agreements", new { code = "guarded", version = 1, budget = 60 })) await second.ShouldBe(409, "draft-open");
        using (var refused = await (await hub.As("wali-data")).PostAsJsonAsync("/api/v1/agreements/guarded/reject", new { draft = own })) Assert.Equal(204, (int)refused.StatusCode);
        using (var gone = await Approve("forum-satu-data", "guarded", own)) await gone.ShouldBe(404, "not-found");

        using var byHand = await hub.As("wali-data");
        byHand.DefaultRequestHeaders.Add("X-End-User", "staff-1");
        var drafted = await Sent(byHand, new { code = "guarded", version = 1, budget = 70 });
        Assert.Contains((await forum.Json("/api/v1/agreement-drafts")).Items(), d => d.GetProperty("draft").GetInt32() == drafted && d.GetProperty("draftedFor").GetString() == "staff-1");
        using var sameHand = await Fresh("forum-satu-data");
        sameHand.DefaultRequestHeaders.Add("X-End-User", "staff-1");
        using (var self = await sameHand.PostAsJsonAsync("/api/v1/agreements/guarded/approve", new { draft = drafted })) await self.ShouldBe(403, "second-principal");
        using (var approved = await Approve("forum-satu-data", "guarded", drafted)) Assert.True(approved.IsSuccessStatusCode);
        using (var twice = await Approve("forum-satu-data", "guarded", drafted)) await twice.ShouldBe(404, "not-found");
        using (var stale = await byHand.PostAsJsonAsync("/api/v1/agreements", new { code = "guarded", version = 1, budget = 80 })) await stale.ShouldBe(409, "agreement-changed");
    }

    [Fact]
    public async Task A_draft_that_somebody_overtook_is_not_approved()
    {
        await hub.Given("overtaken", a => a.Budget = 5);
        var draft = await Draft(new { code = "overtaken", version = 1, budget = 50 });
        using (var brake = await (await hub.As("wali-data")).PatchAsJsonAsync("/api/v1/agreements/overtaken", new { version = 1, budget = 1 })) Assert.True(brake.IsSuccessStatusCode);
        using var late = await Approve("forum-satu-data", "overtaken", draft);
        await late.ShouldBe(409, "agreement-changed");
    }

    [Fact]
    public async Task A_new_agreement_brings_its_partner_and_a_client_with_its_own_keys()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(false).Q;
        object Jwks(bool secret) => new { keys = new[] { new { kty = "EC", kid = "k1", crv = "P-256", x = Url(point.X!), y = Url(point.Y!), d = secret ? Url(key.ExportParameters(true).D!) : null } } };
        object New(bool secret) => new
        {
            code = "newcomer",
            legalBasis = "Test",
            purposes = new[] { "test" },
            regions = new[] { "91" },
            fields = new[] { "housing" },
            scopes = new[] { "registry.read" },
            budget = 100_000,
            partner = new { code = "newcomer", name = "A new ministry", client = "newcomer", jwks = Jwks(secret) },
        };
        var steward = await hub.As("wali-data");
        using (var secret = await steward.PostAsJsonAsync("/api/v1/agreements", New(secret: true))) await secret.ShouldBe(400, "invalid-parameter");
        using (var nobody = await steward.PostAsJsonAsync("/api/v1/agreements", new { code = "nobodys", legalBasis = "Test", purposes = new[] { "test" } })) await nobody.ShouldBe(400, "invalid-parameter");
        var draft = await Sent(steward, New(secret: false));
        await using var registry = hub.Registry();
        Assert.False(await registry.Partners.AnyAsync(p => p.Code == "newcomer"));
        using (var approved = await Approve("forum-satu-data", "newcomer", draft)) Assert.Equal("newcomer", (await approved.Json(HttpStatusCode.OK)).GetProperty("clients")[0].GetProperty("clientId").GetString());

        using var token = await ClientAssertionTests.Ask(hub, ClientAssertionTests.Assertion(key, "new-1", "newcomer"), "newcomer");
        Assert.Equal(HttpStatusCode.OK, token.StatusCode);
        using var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await token.Json(HttpStatusCode.OK)).GetProperty("access_token").GetString());
        Assert.NotEmpty((await http.Json("/api/v1/households")).Items());
    }

    [Fact]
    public async Task An_approval_leaves_the_keys_of_a_client_that_came_otherwise()
    {
        using var other = JsonDocument.Parse(Jwks("AQ"));
        await using var scope = hub.App.Services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var keys = new JsonWebKeySet(Jwks("AA"));
        var application = await applications.CreateAsync(new OpenIddictApplicationDescriptor { ClientId = "came-otherwise", JsonWebKeySet = keys }, TestContext.Current.CancellationToken);
        var draft = await Draft(new
        {
            code = "came-otherwise",
            legalBasis = "Test",
            purposes = new[] { "test" },
            partner = new { code = "came-otherwise", name = "Another", client = "came-otherwise", jwks = other.RootElement },
        });
        using (var refused = await Approve("forum-satu-data", "came-otherwise", draft)) await refused.ShouldBe(409, "agreement-changed");
        var left = await applications.GetJsonWebKeySetAsync(application, TestContext.Current.CancellationToken);
        Assert.Equal(keys.Keys.Select(k => k.X), left!.Keys.Select(k => k.X));
    }

    [Theory]
    [InlineData("""{ "keys": [{ "kty": "RSA", "n": "AQAB", "e": "AQAB", "d": "AQAB" }] }""")]
    [InlineData("""{ "keys": [{ "kty": "oct", "k": "AQAB" }] }""")]
    [InlineData("""{ "keys": [] }""")]
    public async Task Only_public_keys_are_taken(string jwks)
    {
        using var keys = JsonDocument.Parse(jwks);
        using var refused = await (await hub.As("wali-data")).PostAsJsonAsync("/api/v1/agreements", new
        {
            code = "secretive",
            legalBasis = "Test",
            purposes = new[] { "test" },
            partner = new { code = "secretive", name = "Any", client = "secretive", jwks = keys.RootElement },
        });
        await refused.ShouldBe(400, "invalid-parameter");
    }

    [Fact]
    public async Task Null_is_no_field_group()
    {
        await hub.Given("nulled", _ => { });
        using var refused = await (await hub.As("wali-data")).PatchAsJsonAsync("/api/v1/agreements/nulled", new { version = 1, fields = new string?[] { null } });
        await refused.ShouldBe(400, "invalid-parameter");
    }

    [Fact]
    public async Task Nobody_resumes_a_client_or_rejects_a_draft_of_the_agreement_he_acts_under()
    {
        using (var resumed = await (await hub.As("wali-data")).PostAsync("/api/v1/agreements/demo-wali-data/clients/wali-data/resume", null)) await resumed.ShouldBe(403, "own-agreement");
        var draft = await Draft(new { code = "demo-wali-data", version = 1, budget = 5 }, "forum-satu-data");
        using var vetoed = await (await hub.As("wali-data")).PostAsJsonAsync("/api/v1/agreements/demo-wali-data/reject", new { draft });
        await vetoed.ShouldBe(403, "own-agreement");
    }

    [Fact]
    public async Task Nobody_drafts_for_the_agreement_he_acts_under()
    {
        using var own = await (await hub.As("wali-data")).PostAsJsonAsync("/api/v1/agreements", new { code = "demo-wali-data", version = 1, budget = 9 });
        await own.ShouldBe(403, "own-agreement");
    }

    private async Task<int> Draft(object request, string author = "wali-data") => await Sent(await hub.As(author), request);

    private static async Task<int> Sent(HttpClient author, object request)
    {
        using var answer = await author.PostAsJsonAsync("/api/v1/agreements", request);
        return (await answer.Json(HttpStatusCode.Created)).GetProperty("draft").GetInt32();
    }

    private async Task<HttpResponseMessage> Approve(string client, string code, int draft) =>
        await (await hub.As(client)).PostAsJsonAsync($"/api/v1/agreements/{code}/approve", new { draft });

    private async Task<HttpClient> Fresh(string client)
    {
        var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new("Bearer", await hub.Token(client));
        return http;
    }

    private async Task<long> Total(string client) => (await (await hub.As(client)).Json("/api/v1/households?count=exact&limit=1")).GetProperty("total").GetInt64();

    private static string Jwks(string x) => $$"""{ "keys": [{ "kty": "EC", "crv": "P-256", "x": "{{x}}", "y": "AQ" }] }""";

    private static string Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
