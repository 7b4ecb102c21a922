using System.Net;
using System.Net.Http.Json;

namespace Regsosek.Tests.Graph;

/// <summary>How much one request may ask.</summary>
[Collection(SharedHub.Name)]
public sealed class GraphBounds(TestHub hub)
{
    private const string Introspection = """
        query I{__schema{queryType{name}types{...T}directives{name args{...V}}}}
        fragment T on __Type{kind name fields(includeDeprecated:true){name args{...V}type{...R}}enumValues{name}}
        fragment V on __InputValue{name description defaultValue type{...R}}
        fragment R on __Type{kind name ofType{kind name ofType{kind name ofType{kind name ofType{kind name ofType{kind name ofType{kind name}}}}}}}
        """;

    [Theory]
    [InlineData("{region(code:\"91\"){children{nodes{children{nodes{children{nodes{ancestors{name}}}}}}}}}")]
    [InlineData("{regions{nodes{children(first:500){nodes{children(first:500){nodes{name}}}}}}}")]
    [InlineData("{households(first:500){nodes{members{sex age name} classifications{decile score stage scope classes{class}}} edges{node{members{sex age name}}}} b:households(first:500){nodes{classifications{run decile score stage scope classes{scheme class}}}}}")]
    public async Task Too_deep_and_too_costly_is_refused(string query) => await (await hub.As("kemensos")).Refused(query, "query-too-costly");

    [Fact]
    public async Task The_same_field_many_times_is_refused()
    {
        var http = await hub.As("kemensos");
        await http.Refused($"{{{string.Join(' ', Enumerable.Range(0, 101).Select(i => $"a{i}:households(first:1){{nodes{{id}}}}"))}}}", "query-too-costly");
        await http.Refused($"{{{string.Concat(Enumerable.Repeat("me{client} ", 600))}}}", "query-too-costly");
    }

    [Theory]
    [InlineData("tokens")]
    [InlineData("fields")]
    [InlineData("depth")]
    [InlineData("aliases")]
    [InlineData("nesting")]
    [InlineData("values")]
    [InlineData("operations")]
    [InlineData("introspection")]
    public async Task Every_measure_of_a_document_has_its_bound(string measure)
    {
        // One below passes, one above is refused; the rest is far from any other bound.
        var (below, above, says) = measure switch
        {
            "tokens" => (Directives(374), Directives(375), "3000 tokens"),
            "fields" => (Fields(999), Fields(1000), "1000 fields"),
            "depth" => (Regions("name"), Regions("ancestors{name}"), "8 levels"),
            "aliases" => (Aliases(50), Aliases(51), "50 aliases"),
            "nesting" => (Inline(25), Inline(60), "60 brackets"),
            "values" => (Lists(20), Lists(70), "60 brackets"),
            "operations" => (Operations(50), Operations(51), "50 operations"),
            _ => (Types(14), Types(15), "15 levels"),
        };
        var http = await hub.As("kemensos");
        if (measure != "values") Assert.False((await http.Post("/graphql", new { query = below, operationName = measure == "operations" ? "N0" : null })).TryGetProperty("errors", out var errors), $"{errors}");
        else await http.Refused(below, "invalid-query");
        Assert.Contains(says, (await http.Refused(above, "query-too-costly")).GetProperty("detail").GetString(), StringComparison.Ordinal);

        static string Repeated(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));
        static string Directives(int count) => $"{{me{{{Repeated(count, _ => "client@include(if:true) ")}}}}}";
        static string Fields(int count) => $"{{me{{{Repeated(count, _ => "client ")}}}}}";
        static string Regions(string last) => $"{{region(code:\"91\"){{{Repeated(3, _ => "children(first:1){nodes{")}{last}}}}}}}}}}}}}}}}}";
        static string Aliases(int count) => $"{{me{{{Repeated(count, i => $"a{i}:client ")}}}}}";
        static string Inline(int levels) => $"{{me{{{Repeated(levels, _ => "...{")}client{new string('}', levels)}}}}}";
        static string Lists(int levels) => $"{{households(decile:{new string('[', levels)}1{new string(']', levels)}){{nodes{{id}}}}}}";
        static string Operations(int count) => Repeated(count, i => $"query N{i}{{me{{client}}}} ");
        static string Types(int levels) => $"{{__type(name:\"Me\"){{fields{{type{{{Repeated(levels - 3, _ => "ofType{")}name{new string('}', levels - 3)}}}}}}}}}";
    }

    [Fact]
    public async Task Fragments_that_double_are_refused_before_they_are_walked()
    {
        var doubling = string.Concat(Enumerable.Range(0, 40).Select(i => $"fragment F{i} on Household{{...F{i + 1} ...F{i + 1}}} "));
        await (await hub.As("kemensos")).Refused($"{{households{{nodes{{...F0}}}}}} {doubling} fragment F40 on Household{{id}}", "query-too-costly");
        var chain = string.Concat(Enumerable.Range(0, 3000).Select(i => $"fragment F{i} on Me{{...F{i + 1}}} "));
        await (await hub.As("kemensos")).Refused($"{{me{{...F0}}}} {chain}", "query-too-costly");
        await (await hub.As("kemensos")).Refused("{me{...F}} fragment F on Me{client ...F}", "invalid-query");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1_000_000)]
    [InlineData(501)]
    [InlineData(int.MaxValue)]
    public async Task Page_sizes_are_1_to_500(int first)
    {
        foreach (var list in new[] { "households(first:$f){nodes{id}}", "regions(first:$f){nodes{name}}" })
        {
            var answer = await (await hub.As("kemensos")).Ask($"query($f:Int){{{list}}}", new { f = first });
            Assert.Equal("first", answer.Error("invalid-parameter").GetProperty("parameter").GetString());
        }
    }

    [Theory]
    [InlineData("{households(first:500){nodes{id headName decile floor members{id name sex birthDate relation} classifications{decile}}}}")]
    [InlineData("{households(first:null){nodes{id}}}")]
    [InlineData("{__typename}")]
    [InlineData(Introspection)]
    public async Task Ordinary_questions_pass(string query) => (await (await hub.As("kemensos")).Ask(query)).Data();

    [Fact]
    public async Task Long_variables_are_refused()
    {
        var http = await hub.As("kemensos");
        foreach (var (length, status) in new[] { (16_300, HttpStatusCode.OK), (16_400, HttpStatusCode.BadRequest) })
        {
            using var answer = await http.PostAsJsonAsync("/graphql", new { query = "query($s:String){me{client} region(code:$s){name}}", variables = new { s = new string('x', length) } });
            Assert.Equal(status, answer.StatusCode);
            if (status != HttpStatusCode.OK) await answer.ShouldBe(400, "query-too-costly");
        }
    }

    [Theory]
    [InlineData("{__typename}", 1)]
    [InlineData("{households(first:10){nodes{id decile}}}", 1000 + (10 * 2))]
    [InlineData("{households(first:10){nodes{id members{sex age}}}}", 1000 + (10 * (1 + 1 + (5 * 2))))]
    [InlineData("{a:households(first:10){nodes{id}} b:households(first:20){totalCount edges{node{id}}}}", 1000 + 10 + 1000 + 5000 + 20)]
    [InlineData("{regions(first:100){nodes{children(first:7){nodes{code}}}}}", 1000 + (100 * (20 + 7)))]
    public async Task The_cost_of_an_answer_is_told(string query, int cost)
    {
        var told = (await (await hub.As("kemensos")).Ask(query)).GetProperty("extensions").GetProperty("cost");
        Assert.Equal((cost, 100_000), (told.GetProperty("asked").GetInt32(), told.GetProperty("limit").GetInt32()));
    }

    [Fact]
    public async Task A_long_body_is_refused()
    {
        using var answer = await (await hub.As("kemensos")).Offer("/graphql", "{\"query\":\"{me{client}}\"}" + new string(' ', 200_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
