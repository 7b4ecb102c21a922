using System.Text.Json;
using System.Text.Json.Nodes;
using Regsosek.Api.Partners;

namespace Regsosek.Tests.Graph;

/// <summary>The same question by REST and by GraphQL: the same families and members, in the same order, with the same values and masks.</summary>
[Collection(SharedHub.Name)]
public sealed class GraphIsRest(TestHub hub)
{
    public static TheoryData<string> Readers => [.. DemoPartners.Read(Api.Hub.Schema).Where(p => p.Scopes.Contains("registry.read")).Select(p => p.Code)];

    private string Everything => hub.EveryField();

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Fifty_families_are_the_same_field_by_field(string partner)
    {
        var http = await hub.As(partner);
        var rest = (await http.Json("/api/v1/households?limit=50&include=members")).Items();
        var answer = await http.Ask($"{{households(first:50){{nodes{{{Everything}}}}}}}");
        var graph = answer.Data().Nodes();
        Assert.NotEmpty(rest);
        Assert.Equal(rest.Count, graph.Count);
        foreach (var (expected, actual) in rest.Zip(graph)) Same(Bare(expected), Bare(actual));
        var masked = answer.GetProperty("extensions").TryGetProperty("masked", out var reasons) ? JsonNode.Parse(reasons.GetRawText())! : new JsonObject();
        Same(Masks(rest), masked);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task One_family_is_the_same(string partner)
    {
        var http = await hub.As(partner);
        var id = (await http.Json("/api/v1/households?limit=1")).Items()[0].GetProperty("id").GetGuid();
        var graph = (await http.Ask($"query($id:ID!){{household(id:$id){{{Everything}}}}}", new { id })).Data();
        Same(Bare(await http.Json($"/api/v1/households/{id}")), Bare(graph));
    }

    [Theory]
    [InlineData("kemensos", "decile", "1-4", "rank")]
    [InlineData("kemensos", "region", "91.71.03,35.07", "-rank")]
    [InlineData("kemensos", "memberAge", "0-4", "-decile")]
    [InlineData("kemenkes", "floor", "8,7", "")]
    [InlineData("kementan", "sectorGroup", "agriculture", "decile")]
    [InlineData("prov-papua", "welfareClass", "MISKIN_EKSTREM,MISKIN,RENTAN", "-rank")]
    [InlineData("bps", "declaredReceipt", "pkh", "decile")]
    public async Task Filters_and_order_have_the_same_names(string partner, string filter, string text, string sort)
    {
        var http = await hub.As(partner);
        var rest = await http.Json($"/api/v1/households?limit=500&fields=id&count=exact&{filter}={text}{(sort.Length > 0 ? $"&sort={sort}" : "")}");
        var graph = (await http.Ask($"query($f:String,$s:String){{households(first:500,{filter}:$f,sort:$s){{totalCount nodes{{id}}}}}}", new { f = text, s = sort.Length > 0 ? sort : null })).Data();
        Assert.NotEmpty(rest.Items());
        Assert.Equal(Ids(rest.Items()), Ids(graph.Nodes()));
        Assert.Equal(rest.GetProperty("total").GetInt64(), graph.GetProperty("totalCount").GetInt64());
    }

    [Theory]
    [InlineData("kemensos", "")]
    [InlineData("kemensos", "rank")]
    [InlineData("kementan", "-decile")]
    public async Task Paging_to_the_end_gives_what_rest_gives(string partner, string sort)
    {
        var http = await hub.As(partner);
        var ndjson = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/households?fields=id{(sort.Length > 0 ? $"&sort={sort}" : "")}") { Headers = { { "Accept", "application/x-ndjson" } } };
        var rest = (await (await http.SendAsync(ndjson)).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement);
        var seen = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = (await http.Ask(
                "query($s:String,$a:String){households(first:37,sort:$s,after:$a){nodes{id} edges{cursor} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}",
                new { s = sort.Length > 0 ? sort : null, a = after })).Data();
            seen.AddRange(page.Nodes());
            Assert.Equal(after is not null, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            if (!page.HasNext()) break;
            after = page.EndCursor();
        }

        Assert.Equal(Ids(rest), Ids(seen));
    }

    [Fact]
    public async Task A_cursor_of_any_edge_goes_on_after_it_and_belongs_to_its_query()
    {
        var http = await hub.As("kemensos");
        var edges = (await http.Ask("{households(first:9,sort:\"-rank\"){edges{cursor node{id}}}}")).Data().GetProperty("edges").EnumerateArray().ToList();
        var cursor = edges[4].GetProperty("cursor").GetString();
        var rest = (await http.Ask("query($a:String){households(first:4,sort:\"-rank\",after:$a){nodes{id}}}", new { a = cursor })).Data().Nodes();
        Assert.Equal(Ids(edges.Skip(5).Select(e => e.GetProperty("node"))), Ids(rest));
        (await http.Ask("query($a:String){households(first:4,sort:\"decile\",after:$a){nodes{id}}}", new { a = cursor })).Error("invalid-cursor");
        (await (await hub.As("bps")).Ask("query($a:String){households(first:4,sort:\"-rank\",after:$a){nodes{id}}}", new { a = cursor })).Error("invalid-cursor");
    }

    [Theory]
    [InlineData("kemensos")]
    [InlineData("prov-papua")]
    public async Task Classifications_are_the_same_on_the_family_and_alone(string partner)
    {
        const string Fields = "run model version stage scope coverage date demonstration decile score likelihood assumptions missing";
        var http = await hub.As(partner);
        foreach (var node in (await http.Ask($"{{households(first:3){{nodes{{id classifications{{{Fields} classes{{scheme class}}}}}}}}}}")).Data().Nodes())
        {
            var id = node.GetProperty("id").GetGuid();
            var rest = Assert.Single((await http.Json($"/api/v1/households/{id}/classifications")).Items());
            var standing = Assert.Single(node.GetProperty("classifications").EnumerateArray());
            foreach (var field in Fields.Split(' ')) Same(Value(rest, field), Value(standing, field));
            Assert.All(standing.GetProperty("classes").EnumerateArray(), c => Assert.Equal(rest.GetProperty("classes").GetProperty(c.GetProperty("scheme").GetString()!).GetString(), c.GetProperty("class").GetString()));
            Assert.Equal(standing.GetRawText(), (await http.Ask($"{{classifications(householdId:\"{id}\"){{{Fields} classes{{scheme class}}}}}}")).Data()[0].GetRawText());
        }
    }

    private static IEnumerable<Guid> Ids(IEnumerable<JsonElement> rows) => rows.Select(r => r.GetProperty("id").GetGuid());

    private static JsonNode? Value(JsonElement row, string field) => row.TryGetProperty(field, out var value) ? JsonNode.Parse(value.GetRawText()) : null;

    private static void Same(JsonNode? expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(expected, actual), $"REST    {expected?.ToJsonString()}\nGraphQL {actual?.ToJsonString()}");

    /// <summary>A row of either surface without what only REST writes beside the values.</summary>
    private static JsonObject Bare(JsonElement row)
    {
        var bare = JsonNode.Parse(row.GetRawText())!.AsObject();
        bare.Remove("_masked");
        foreach (var member in bare["members"]!.AsArray()) member!.AsObject().Remove("_masked");
        return bare;
    }

    /// <summary>The masks REST writes with every row, in the shape of extensions.masked.</summary>
    private static JsonObject Masks(List<JsonElement> rows)
    {
        var masks = new JsonObject();
        foreach (var row in rows)
        {
            Add("Household", row);
            foreach (var member in row.GetProperty("members").EnumerateArray()) Add("Member", member);
        }

        return masks;

        void Add(string type, JsonElement row)
        {
            if (!row.TryGetProperty("_masked", out var reasons)) return;
            foreach (var reason in reasons.EnumerateObject())
            {
                var (field, why) = ($"{type}.{reason.Name}", reason.Value.GetString()!);
                if (why == "not-granted") masks[field] = why;
                else (((masks[field] ??= new JsonObject())[why] ??= new JsonArray()).AsArray()).Add(row.GetProperty("id").GetString());
            }
        }
    }
}
