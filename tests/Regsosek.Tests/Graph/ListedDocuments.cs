using System.Net;
using System.Net.Http.Json;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Graph;

/// <summary>A client for which a steward lists the documents it may run.</summary>
[OnEveryEngine]
public sealed class ListedDocuments(OwnHub hub) : IClassFixture<OwnHub>
{
    private const string Agreed = "query Agreed($n:Int!){households(first:$n){nodes{id}}}", Other = "query Other{me{client}}";

    private async Task<HttpResponseMessage> Put(string client, bool onlyListed, params string[] documents) =>
        await (await hub.As("wali-data")).PutAsJsonAsync($"/api/v1/agreements/{client}/clients/{client}/documents", new { onlyListed, documents });

    [Fact]
    public async Task A_client_runs_listed_documents_only_from_the_next_request_on()
    {
        await hub.Given("strict", _ => { });
        var http = await hub.As("strict");
        (await http.Ask(Agreed, new { n = 1 })).Data();
        (await http.Ask(Other)).Data();

        using (var put = await Put("strict", true, Agreed))
        {
            var listed = await put.Json(HttpStatusCode.OK);
            Assert.Equal(Persisted.Id(Agreed), Assert.Single(listed.GetProperty("documents").EnumerateArray()).GetProperty("documentId").GetString());
            Assert.Equal(listed.GetRawText(), (await (await hub.As("wali-data")).Json("/api/v1/agreements/strict/clients/strict/documents")).GetRawText());
        }

        // Both were run before and are kept ready: the list is looked at all the same.
        Assert.Single((await http.Ask(Agreed, new { n = 1 })).Data().Nodes());
        Assert.Single((await http.AskById(Agreed, new { n = 1 })).Data().Nodes());
        foreach (var refused in new[] { await http.Ask(Other), await http.AskById(Other), await http.Ask("{__schema{queryType{name}}}"), await http.Ask("{nothing") })
        {
            refused.Error("document-not-listed");
            Assert.False(refused.TryGetProperty("data", out _));
        }

        using (var get = await http.GetAsync($"/graphql?query={Uri.EscapeDataString(Other)}"))
            (await get.Json(HttpStatusCode.OK)).Error("document-not-listed");

        using (var put = await Put("strict", true, Other)) await put.Json(HttpStatusCode.OK);
        (await http.AskById(Agreed, new { n = 1 })).Error("document-not-listed");
        (await http.AskById(Other)).Data();

        using (var put = await Put("strict", false)) Assert.Empty((await put.Json(HttpStatusCode.OK)).GetProperty("documents").EnumerateArray());
        (await http.Ask("query Third{me{client}}")).Data();
    }

    [Fact]
    public async Task A_listed_document_is_known_by_its_id_before_it_was_ever_run_and_to_its_client_alone()
    {
        const string Query = "query Never($n:Int!){households(first:$n){nodes{id}}}";
        await hub.Given("lister", _ => { });
        using (var put = await Put("lister", false, Query)) await put.Json(HttpStatusCode.OK);
        Assert.Single((await (await hub.As("lister")).AskById(Query, new { n = 1 })).Data().Nodes());
        (await (await hub.As("lister")).AskById(Query, new { n = 501 })).Error("invalid-parameter");
        (await (await hub.As("kemensos")).AskById(Query, new { n = 1 })).Error("unknown-document");
    }

    [Theory]
    [InlineData("{nothing}", "invalid-query")]
    [InlineData("{", "invalid-query")]
    [InlineData("fragment F on Me{client}", "invalid-query")]
    [InlineData("mutation{me{client}}", "invalid-query")]
    [InlineData("{region(code:\"91\"){children{nodes{children{nodes{children{nodes{ancestors{name}}}}}}}}}", "query-too-costly")]
    public async Task What_could_never_run_is_not_listed(string query, string code)
    {
        using var answer = await (await hub.As("wali-data")).PutAsJsonAsync(
            "/api/v1/agreements/demo-bps/clients/bps/documents", new { onlyListed = true, documents = new[] { Other, query } });
        Assert.Equal(1, (await answer.ShouldBe(400, code)).GetProperty("document").GetInt32());
        (await (await hub.As("bps")).Ask("query Free{me{client}}")).Data();
    }

    [Fact]
    public async Task Only_a_steward_lists_and_not_for_himself()
    {
        var body = new { onlyListed = false, documents = Array.Empty<string>() };
        using var self = await (await hub.As("wali-data")).PutAsJsonAsync("/api/v1/agreements/demo-wali-data/clients/wali-data/documents", body);
        await self.ShouldBe(403, "own-agreement");
        using var partner = await (await hub.As("bps")).PutAsJsonAsync("/api/v1/agreements/demo-bps/clients/bps/documents", body);
        await partner.ShouldBe(403, "scope-missing");
        using var stray = await (await hub.As("wali-data")).PutAsJsonAsync("/api/v1/agreements/demo-bps/clients/kemensos/documents", body);
        await stray.ShouldBe(404, "not-found");
        using var none = await (await hub.As("wali-data")).GetAsync("/api/v1/agreements/demo-bps/clients/nobody/documents");
        await none.ShouldBe(404, "not-found");
        using var many = await (await hub.As("wali-data")).PutAsJsonAsync("/api/v1/agreements/demo-bps/clients/bps/documents",
            new { onlyListed = false, documents = Enumerable.Range(0, 501).Select(i => $"query N{i}{{me{{client}}}}") });
        await many.ShouldBe(400, "invalid-parameter");
    }
}
