using System.Text.Json.Nodes;

namespace Regsosek.Tests.Graph;

/// <summary>Programmes, eligibility, regions and the caller: the same as REST.</summary>
[Collection(SharedHub.Name)]
public sealed class GraphProgrammes(TestHub hub)
{
    private const string Reasons = "clause within outcome needed found source observedOn reason label{en id} contest{en id}";
    private const string Change = "smallestChange{verdict changes{fact label{en id} needed contest{en id} personId}}";
    private const string Benefit = "benefit{kind amounts{value unit per verified where{en id}} components{code label{en id} person paid amounts{value unit per verified where{en id}}} undecided}";
    private const string Household = "id region familyCard headName memberCount welfareClass decile classification{scheme model version stage scope coverage date demonstration} observedOn";

    [Theory]
    [InlineData("kemensos", "PKH")]
    [InlineData("kemensos", "PIP")]
    [InlineData("kemenkes", "PBI-JKN")]
    [InlineData("kementan", "PUPUK")]
    public async Task Eligibility_is_that_of_rest(string partner, string programme)
    {
        var http = await hub.As(partner);
        foreach (var household in (await http.Json("/api/v1/households?limit=5&fields=id")).Items())
        {
            var id = household.GetProperty("id").GetString();
            var rest = await http.Json($"/api/v1/programmes/{programme}/eligibility/{id}");
            var graph = (await http.Ask(
                $"query($p:String!,$id:ID!){{programme(code:$p){{eligibility(householdId:$id){{programme version hash decree householdId verdict reasons{{{Reasons}}} missing {Benefit} {Change} related{{programme kind says{{en id}} verified}} persons{{personId verdict reasons{{{Reasons}}} missing {Benefit} {Change}}} decidedOn indicative classification{{scheme model version stage scope coverage date demonstration}}}}}}}}",
                new { p = programme, id })).Data().GetProperty("eligibility");
            Same(JsonNode.Parse(rest.GetRawText()), JsonNode.Parse(graph.GetRawText()));
        }
    }

    [Theory]
    [InlineData("kemensos", "PKH", "")]
    [InlineData("kementan", "PUPUK", "id nik name sex birthDate relation")]
    public async Task The_list_is_that_of_rest_page_by_page(string partner, string programme, string person)
    {
        var http = await hub.As(partner);
        var rest = (await http.Json($"/api/v1/programmes/{programme}/eligible?limit=20&verdict=ELIGIBLE,UNKNOWN&region=91")).Items();
        var ofPerson = person.Length > 0 ? $"personId person{{{person}}}" : "";
        var seen = new List<JsonNode>();
        for (string? after = null; seen.Count < rest.Count;)
        {
            var page = (await http.Ask(
                $"query($p:String!,$n:Int,$a:String){{programme(code:$p){{eligible(first:$n,after:$a,verdict:\"ELIGIBLE,UNKNOWN\",region:\"91\"){{nodes{{householdId verdict missing household{{{Household}}} {ofPerson}}} pageInfo{{endCursor hasNextPage}}}}}}}}",
                new { p = programme, n = Math.Min(8, rest.Count - seen.Count), a = after })).Data().GetProperty("eligible");
            seen.AddRange(page.Nodes().Select(n => JsonNode.Parse(n.GetRawText())!));
            after = page.EndCursor();
            if (!page.HasNext()) break;
        }

        Assert.NotEmpty(rest);
        Assert.Equal(rest.Count, seen.Count);
        foreach (var (expected, actual) in rest.Zip(seen)) Same(Bare(JsonNode.Parse(expected.GetRawText())!), actual);
    }

    [Fact]
    public async Task Programmes_are_those_of_rest()
    {
        var http = await hub.As("kemensos");
        var rest = (await http.Json("/api/v1/programmes")).GetProperty("items");
        var graph = (await http.Ask(
            "{programmes{code name{en id} owner unit inForce{version validFrom validTo decree hash note{en id} parameters{name value unit verified source decree from} facts says{en id}} versions related{programme kind says{en id} verified} draft{en id}}}")).Data();
        Same(JsonNode.Parse(rest.GetRawText()), JsonNode.Parse(graph.GetRawText()));
        Assert.True((await http.Ask("{programme(code:\"NONE\"){code}}")).Data().IsNull());
    }

    [Fact]
    public async Task Regions_are_a_tree()
    {
        var http = await hub.As("bpkp");
        var city = (await http.Ask("{region(code:\"91.71\"){name parent ancestors{name} codes{system code} children(first:2){nodes{code name ancestors{code} children(first:500){nodes{code}}} pageInfo{endCursor hasNextPage}}}}")).Data();
        Assert.Equal("Papua", Assert.Single(city.GetProperty("ancestors").EnumerateArray()).GetProperty("name").GetString());
        var districts = (await http.Json("/api/v1/regions?parent=91.71")).Items();
        Assert.Equal(districts.Take(2).Select(d => d.GetProperty("code").GetString()), city.GetProperty("children").Nodes().Select(d => d.GetProperty("code").GetString()));
        Assert.All(city.GetProperty("children").Nodes(), d => Assert.All(d.GetProperty("children").Nodes(), v => Assert.StartsWith(d.GetProperty("code").GetString()!, v.GetProperty("code").GetString(), StringComparison.Ordinal)));
        var next = (await http.Ask("query($a:String){regions(parent:\"91.71\",first:2,after:$a){nodes{code}}}", new { a = city.GetProperty("children").EndCursor() })).Data();
        Assert.Equal(districts.Skip(2).Take(2).Select(d => d.GetProperty("code").GetString()), next.Nodes().Select(d => d.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_caller_is_that_of_rest()
    {
        var http = await hub.As("kemenkes");
        const string Fields = "client partner agreement agreementVersion purpose endUser scopes regions fields programmes hasPopulationLimit pseudonyms budget{limit used left} notYetRanked";
        Same(JsonNode.Parse((await http.Json("/api/v1/me")).GetRawText()), JsonNode.Parse((await http.Ask($"{{me{{{Fields}}}}}")).Data().GetRawText()));
    }

    /// <summary>Rest leaves nulls out of documents and writes masks beside values.</summary>
    private static void Same(JsonNode? rest, JsonNode? graph) =>
        Assert.True(JsonNode.DeepEquals(Bare(rest), Bare(graph)), $"REST    {rest?.ToJsonString()}\nGraphQL {graph?.ToJsonString()}");

    private static JsonNode? Bare(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values.Where(v => v.Key != "_masked" && v.Value is not null).Select(v => KeyValuePair.Create(v.Key, Bare(v.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Bare)]),
        _ => node?.DeepClone(),
    };
}
