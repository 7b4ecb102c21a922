using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Regsosek.Tests.Graph;

/// <summary>The protocol around a query.</summary>
[Collection(SharedHub.Name)]
public sealed class GraphOverHttp(TestHub hub)
{
    private const string GraphJson = "application/graphql-response+json";

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"query\":")]
    [InlineData("{\"query\":1}")]
    [InlineData("{\"query\":\"\"}")]
    [InlineData("{\"documentId\":1}")]
    [InlineData("{\"query\":\"{me{client}}\",\"extensions\":1}")]
    [InlineData("{\"query\":\"{me{client}}\",\"variables\":[]}")]
    [InlineData("{\"query\":\"{me{client}}\",\"query\":\"{me{client}}\"}")]
    [InlineData("{}")]
    [InlineData("\"{me{client}}\"")]
    [InlineData("[]")]
    [InlineData("[{\"query\":\"{me{client}}\"},{\"query\":\"{me{client}}\"}]")]
    public async Task A_body_that_is_not_one_request_is_refused(string body)
    {
        using var answer = await (await hub.As("kemensos")).PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));
        await answer.ShouldBe(400, "invalid-body");
    }

    [Theory]
    [InlineData("{households{nodes{idd}}}", "Cannot query field 'idd' on type 'Household'.")]
    [InlineData("{housholds{nodes{id}}}", "Cannot query field 'housholds' on type 'Query'.")]
    [InlineData("{households(decil:\"1\"){nodes{id}}}", "Unknown argument 'decil' on field 'households' of type 'Query'.")]
    [InlineData("{me{...on Mee{client}}}", "Unknown type Mee.")]
    [InlineData("{me{client @skp(if:true)}}", "Unknown directive 'skp'.")]
    [InlineData("mutation{me{client}}", "There are queries only.")]
    [InlineData("subscription{me{client}}", "There are queries only.")]
    public async Task A_query_that_does_not_fit_the_schema_is_refused_without_suggestions(string query, string says) =>
        Assert.Equal(says, (await (await hub.As("kemensos")).Refused(query, "invalid-query")).GetProperty("detail").GetString());

    [Theory]
    [InlineData(null, "application/json", 200)]
    [InlineData("*/*", "application/json", 200)]
    [InlineData(GraphJson, GraphJson, 400)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", GraphJson, 400)]
    [InlineData("application/json", "application/json", 200)]
    [InlineData("text/html, application/json;q=0.5", "application/json", 200)]
    public async Task The_media_type_is_negotiated_and_decides_the_status_of_a_refusal(string? accept, string given, int refused)
    {
        foreach (var (query, status) in new[] { ("{me{client}}", 200), ("{nobody}", refused) })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
            if (accept is not null) request.Headers.Add("Accept", accept);
            using var answer = await (await hub.As("kemensos")).SendAsync(request);
            Assert.Equal((status, given), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Other_methods_and_media_types_are_refused()
    {
        var http = await hub.As("kemensos");
        using var put = await http.PutAsJsonAsync("/graphql", new { query = "{me{client}}" });
        await put.ShouldBe(405, "method-not-allowed");
        Assert.Equal(["GET", "POST"], put.Content.Headers.Allow.Order());
        using var text = await http.PostAsync("/graphql", new StringContent("{me{client}}", Encoding.UTF8, "application/graphql"));
        await text.ShouldBe(415, "unsupported-media-type");
        var html = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{me{client}}" }), Headers = { { "Accept", "text/html" } } };
        await (await http.SendAsync(html)).ShouldBe(406, "not-acceptable");
        using var nobody = await hub.Anyone().PostAsJsonAsync("/graphql", new { query = "{me{client}}" });
        await nobody.ShouldBe(401, "token-missing");
    }

    [Fact]
    public async Task A_read_is_on_record_with_its_field_and_filters()
    {
        using var answer = await (await hub.As("kemensos")).PostAsJsonAsync("/graphql", new { query = "{households(first:3,decile:\"1-4\"){nodes{id}}}" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var request = answer.Headers.GetValues("X-Request-Id").Single();
        var entry = Assert.Single((await (await hub.As("bpkp")).Json($"/api/v1/access-log?requestId={request}")).Items());
        Assert.Equal("GraphQL households", entry.GetProperty("surface").GetString());
        Assert.Equal("decile=1-4", entry.GetProperty("shape").GetString());
        Assert.Equal(3, entry.GetProperty("families").GetInt32());
    }
}
