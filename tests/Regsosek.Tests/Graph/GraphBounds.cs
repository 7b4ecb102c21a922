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
    public async Task A_long_body_is_refused()
    {
        using var answer = await (await hub.As("kemensos")).PostAsJsonAsync("/graphql", new { query = "{me{client}}" + new string(' ', 200_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
