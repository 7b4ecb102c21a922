using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Regsosek.Data;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Graph;

/// <summary>Documents by their hash.</summary>
internal static class Persisted
{
    public static string Id(string query) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)))}";

    public static Task<JsonElement> AskById(this HttpClient http, string query, object? variables = null) =>
        http.Post("/graphql", new { documentId = Id(query), variables });
}

/// <summary>A document that was run may be named by its hash; access, cost and the rest are decided anew every time.</summary>
[Collection(SharedHub.Name)]
public sealed class PersistedDocuments(TestHub hub)
{
    [Fact]
    public async Task A_document_that_was_run_is_known_by_its_hash_to_the_client_that_ran_it()
    {
        const string Query = "query A($n:Int){households(first:$n){nodes{id}}}";
        (await (await hub.As("kemensos")).AskById(Query, new { n = 1 })).Error("unknown-document");
        var whole = await (await hub.As("kemensos")).Ask(Query, new { n = 3 });
        Assert.Equal(whole.GetRawText(), (await (await hub.As("kemensos")).AskById(Query, new { n = 3 })).GetRawText());
        Assert.Equal(5, (await (await hub.As("kemensos")).AskById(Query, new { n = 5 })).Data().Nodes().Count);
        using var get = await (await hub.As("kemensos")).GetAsync($"/graphql?documentId={Persisted.Id(Query)}&variables={{\"n\":2}}");
        Assert.Equal(2, (await get.Json(HttpStatusCode.OK)).Data().Nodes().Count);

        // Whether somebody else has run it is nobody's business.
        (await (await hub.As("kemenkes")).AskById(Query, new { n = 1 })).Error("unknown-document");
    }

    [Fact]
    public async Task A_document_that_does_not_fit_is_never_kept()
    {
        const string Query = "query B{nothing}";
        await (await hub.As("kemensos")).Refused(Query, "invalid-query");
        (await (await hub.As("kemensos")).AskById(Query)).Error("unknown-document");
    }

    [Theory]
    [InlineData("sha256:00")]
    [InlineData("me")]
    [InlineData("SHA256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task An_id_is_a_hash(string documentId) =>
        (await (await hub.As("kemensos")).Post("/graphql", new { documentId })).Error("invalid-parameter");

    [Fact]
    public async Task Text_and_id_must_belong_together()
    {
        const string Query = "query C{me{client}}";
        var http = await hub.As("kemensos");
        (await http.Post("/graphql", new { query = Query, documentId = Persisted.Id("{me{partner}}") })).Error("invalid-parameter");
        Assert.Equal("kemensos", (await http.Post("/graphql", new { query = Query, documentId = Persisted.Id(Query) })).Data().GetProperty("client").GetString());
    }

    [Fact]
    public async Task Cost_is_counted_on_every_request()
    {
        const string Rows = "households(first:$n){nodes{members{sex name age} classifications{decile score stage classes{class}}}}", Query = $"query D($n:Int){{a:{Rows} b:{Rows}}}";
        var http = await hub.As("kemensos");
        var small = (await http.Ask(Query, new { n = 2 })).GetProperty("extensions").GetProperty("cost").GetProperty("asked").GetInt64();
        var larger = (await http.AskById(Query, new { n = 20 })).GetProperty("extensions").GetProperty("cost").GetProperty("asked").GetInt64();
        Assert.Equal(10, (larger - 2000) / (small - 2000));
        var refused = await http.AskById(Query, new { n = 500 });
        refused.Error("query-too-costly");
        Assert.False(refused.TryGetProperty("data", out _));
        (await http.AskById(Query, new { n = 501 })).Error("query-too-costly");
        (await http.AskById("query A2{me{client}}")).Error("unknown-document");
    }

    [Fact]
    public async Task Scope_is_looked_at_on_every_request()
    {
        const string Query = "query E{households(first:1){nodes{id}}}";
        Assert.Single((await (await hub.As("kemensos")).Ask(Query)).Data().Nodes());
        using var narrow = hub.Anyone();
        narrow.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await hub.Token("kemensos", ("scope", "eligibility.read")));
        var answer = await narrow.AskById(Query);
        answer.Error("scope-missing");
        Assert.True(answer.GetProperty("data").GetProperty("households").IsNull());
    }

    [Fact]
    public async Task Only_so_many_documents_are_kept_and_the_least_used_go()
    {
        var http = await hub.As("kampung-nafri");
        const string Kept = "query Kept{me{client}}", Left = "query Left{me{client}}";
        await http.Ask(Kept);
        await http.Ask(Left);
        for (var i = 0; i < 250; i++)
        {
            await http.Ask($"query N{i}{{me{{client}}}}");
            if (i % 50 == 0) (await http.AskById(Kept)).Data();
        }

        (await http.AskById(Kept)).Data();
        (await http.AskById(Left)).Error("unknown-document");
    }

    [Fact]
    public async Task Long_documents_push_out_others_sooner()
    {
        var http = await hub.As("distrik-abepura");
        const string First = "query First{me{client}}";
        await http.Ask(First);
        for (var i = 0; i < 6; i++) await http.Ask($"query L{i}{{me{{client}}}}#{new string('x', 60_000)}");
        (await http.AskById(First)).Error("unknown-document");
    }
}

/// <summary>The same document, after the agreement has changed.</summary>
[OnEveryEngine]
public sealed class KeptDocumentsOfChangedAgreements(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task What_an_agreement_hides_now_is_hidden_in_documents_of_before()
    {
        const string Query = "query F{households(first:2){nodes{region headName}}}";
        await hub.Given("narrowed", a => a.Fields = FieldGroups.All);
        var http = await hub.As("narrowed");
        Assert.All((await http.Ask(Query)).Data().Nodes(), n => Assert.False(n.GetProperty("headName").IsNull()));

        await hub.Change("narrowed", a => a.Fields = FieldGroups.Demography);
        var hidden = await http.AskById(Query);
        Assert.All(hidden.Data().Nodes(), n => Assert.True(n.GetProperty("headName").IsNull()));
        Assert.Equal("not-granted", hidden.GetProperty("extensions").GetProperty("masked").GetProperty("Household.headName").GetString());

        await hub.Change("narrowed", a => a.Regions = []);
        Assert.Empty((await http.AskById(Query)).Data().Nodes());

        await hub.Change("narrowed", a => a.Scopes = ["eligibility.read"]);
        (await http.AskById(Query)).Error("scope-missing");

        await hub.Change("narrowed", a => a.Status = Data.Partners.AgreementStatus.Suspended);
        using var refused = await http.PostAsJsonAsync("/graphql", new { documentId = Persisted.Id(Query) });
        await refused.ShouldBe(403, "agreement-not-in-force");
    }
}
