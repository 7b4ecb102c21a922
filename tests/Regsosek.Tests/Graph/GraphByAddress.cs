using System.Net;
using System.Text.Json;
using GraphQL.Types;
using Regsosek.Api.Graph;
using Regsosek.Api.Households;

namespace Regsosek.Tests.Graph;

/// <summary>Queries by GET: for what names nobody.</summary>
[Collection(SharedHub.Name)]
public sealed class GraphByAddress(TestHub hub)
{
    private const string Nik = "9199010101900001";

    private static string Address(string query, string? variables = null) =>
        $"/graphql?query={Uri.EscapeDataString(query)}{(variables is null ? "" : $"&variables={Uri.EscapeDataString(variables)}")}";

    [Fact]
    public async Task The_same_query_by_get_and_by_post_has_the_same_answer()
    {
        const string Query = "query($d:String,$n:Int){households(first:$n,decile:$d){nodes{id region members{sex name}} pageInfo{endCursor}}}";
        var http = await hub.As("kemenkes");
        using var get = await http.GetAsync(Address(Query, """{"d":"1-2","n":7}"""));
        var byGet = await get.Json(HttpStatusCode.OK);
        Assert.Equal(7, byGet.Data().Nodes().Count);
        Assert.Equal((await http.Ask(Query, new { d = "1-2", n = 7 })).GetRawText(), byGet.GetRawText());
        Assert.True(get.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("mutation{__typename}")]
    [InlineData("subscription{__typename}")]
    public async Task Anything_but_a_query_is_refused(string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Address(query)) { Headers = { { "Accept", "application/graphql-response+json" } } };
        using var answer = await (await hub.As("kemensos")).SendAsync(request);
        Assert.Equal("There are queries only.", (await answer.Json(HttpStatusCode.BadRequest)).Error("invalid-query").GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("{region(code:\"" + Nik + "\"){name}}", null)]
    [InlineData("{region(code:\"91 9901 0101 9000 01\"){name}}", null)]
    [InlineData("{households(decile:\"" + Nik + "\"){nodes{id}}}", null)]
    [InlineData("{households(first:" + Nik + "){nodes{id}}}", null)]
    [InlineData("query($c:String!){region(code:$c){name}}", "{\"c\":\"" + Nik + "\"}")]
    [InlineData("query($n:Int){households(first:$n){nodes{id}}}", "{\"n\":" + Nik + "}")]
    [InlineData("{me{client}}#" + Nik, null)]
    [InlineData("{regions(name:\"Budi Santoso\"){nodes{code}}}", null)]
    [InlineData("query($n:String){regions(name:$n){nodes{code}}}", "{\"n\":\"Budi Santoso\"}")]
    [InlineData("query($n:String=\"Budi\"){regions(name:$n){nodes{code}}}", null)]
    public async Task A_number_of_a_person_or_a_name_is_no_part_of_an_address(string query, string? variables)
    {
        using var answer = await (await hub.As("kemensos")).GetAsync(Address(query, variables));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("person-in-address", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_goes_into_a_body()
    {
        const string Query = "query($n:String){regions(name:$n,level:\"district\"){nodes{code}}}";
        Assert.NotEmpty((await (await hub.As("kemensos")).Ask(Query, new { n = "Abepura" })).Data().Nodes());
        Assert.NotEmpty((await (await hub.As("kemensos")).Ask("{regions(name:\"Abepura\",level:\"district\"){nodes{code}}}")).Data().Nodes());

        // Nor does an id that stands for the document carry it round the rule, once the document is known.
        const string Literal = "{regions(name:\"Abepura\"){nodes{code}}}";
        await (await hub.As("kemensos")).Ask(Literal);
        using var answer = await (await hub.As("kemensos")).GetAsync($"/graphql?documentId={Persisted.Id(Literal)}");
        (await answer.Json(HttpStatusCode.OK)).Error("person-in-address");
    }

    [Fact]
    public async Task Ids_of_ours_that_look_like_numbers_pass()
    {
        using var answer = await (await hub.As("kemensos")).GetAsync(Address("query($id:ID!){household(id:$id){id}}", """{"id":"01234567-8901-7234-8123-456789012345"}"""));
        Assert.True((await answer.Json(HttpStatusCode.OK)).Data().IsNull());
    }

    /// <summary>An argument of text takes codes or moments, or is declared free text and then refused by GET: a new one needs a decision.</summary>
    [Fact]
    public void Every_argument_of_text_takes_codes_or_goes_into_a_body()
    {
        string[] coded = [.. hub.Get<HouseholdFilters>().All.Select(f => f.Name), "sort", "after", "code", "region", "verdict", "parent", "level", "system", "by", "kind", "programme", "period", "asOf", "knownAt"];
        var schema = hub.Get<GraphSchema>();
        var free = schema.AllTypes.OfType<IComplexGraphType>().Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(t => t.Fields).SelectMany(f => f.Arguments ?? []).Where(a => $"{a.ResolvedType}".TrimEnd('!') == "String" && !coded.Contains(a.Name)).ToList();
        Assert.NotEmpty(free);
        Assert.All(free, a => Assert.EndsWith(" Not by GET.", a.Description, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/graphql", "invalid-parameter")]
    [InlineData("/graphql?query=", "invalid-parameter")]
    [InlineData("/graphql?query={me{client}}&nik=1", "unknown-parameter")]
    [InlineData("/graphql?query={me{client}}&query={me{client}}", "invalid-parameter")]
    [InlineData("/graphql?query={me{client}}&variables=[]", "invalid-parameter")]
    [InlineData("/graphql?query={me{client}}&variables=1", "invalid-parameter")]
    [InlineData("/graphql?query={me{client}}&variables=nonsense", "invalid-parameter")]
    public async Task An_address_that_is_not_one_request_is_refused(string address, string code)
    {
        using var answer = await (await hub.As("kemensos")).GetAsync(address);
        await answer.ShouldBe(400, code);
    }

    [Theory]
    [InlineData("{__schema{queryType{name}}}")]
    [InlineData("{__type(name:\"Household\"){name}}")]
    [InlineData("{__typename}")]
    [InlineData("{me{client}}")]
    public async Task Nobody_without_a_token_is_answered_introspection_included(string query)
    {
        using var http = hub.Anyone();
        using var get = await http.GetAsync(Address(query));
        await get.ShouldBe(401, "token-missing");
        using var post = await http.PostAsync("/graphql", new StringContent(JsonSerializer.Serialize(new { query }), System.Text.Encoding.UTF8, "application/json"));
        await post.ShouldBe(401, "token-missing");
        Assert.Equal(HttpStatusCode.OK, (await (await hub.As("bpkp")).GetAsync(Address(query))).StatusCode);
    }
}
