using System.Text.RegularExpressions;

namespace Regsosek.Tests.Graph;

/// <summary>What is written straight from rows is what the ordinary execution writes, to the byte: a directive sends a selection there.</summary>
[Collection(SharedHub.Name)]
public sealed partial class GraphRows(TestHub hub)
{
    [Theory]
    [InlineData("kemensos", "{households(first:20){totalCount nodes{ROW} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}")]
    [InlineData("kemenkes", "{households(first:20){nodes{ROW}}}")]
    [InlineData("kementan", "{households(first:20){edges{cursor node{ROW}}}}")]
    [InlineData("bps", "{households(first:20){nodes{ROW}}}")]
    [InlineData("kemensos", "{households(first:5){__typename x:nodes{__typename a:id b:region ...F ... on Household{c:decile welfareClass}}}} fragment F on Household{headName members{__typename n:name age}}")]
    [InlineData("kemensos", "{households(first:0){nodes{id}} me{client budget{limit}}}")]
    [InlineData("kemensos", "{households(first:3){nodes{id members{sex} classifications{decile classes{scheme class} date coverage score}}}}")]
    [InlineData("kemensos", "{households(first:3){nodes{id members{sex} members{name}} nodes{region}}}")]
    [InlineData("kemensos", "{programmes{code name{en id} inForce{validFrom parameters{name value verified}} versions}}")]
    [InlineData("kemensos", "{programme(code:\"PKH\"){code eligible(first:5){nodes{verdict household{id region decile classification{date demonstration}} missing}}}}")]
    [InlineData("kementan", "{programme(code:\"PUPUK\"){code eligible(first:5){edges{cursor node{verdict person{id name birthDate sex}}}}}}")]
    [InlineData("kemensos", "{region(code:\"91.71\"){code name parent level codes{system code} children(first:3){nodes{code ancestors{name}}}}}")]
    [InlineData("bpkp", "{me{client scopes regions fields budget{limit used left} notYetRanked hasPopulationLimit endUser}}")]
    public async Task The_same_bytes_both_ways(string partner, string query)
    {
        var http = await hub.As(partner);
        query = query.Replace("ROW", hub.EveryField(), StringComparison.Ordinal);
        var rows = (await http.Ask(query)).GetRawText();

        // A directive that changes nothing, on every field that has no others below it.
        var ordinary = (await http.Ask(Leaf().Replace(query, "$1@include(if:true)"))).GetRawText();
        Assert.Equal(Bare(ordinary), Bare(rows));
        Assert.True(rows.Length > 60, rows);
    }

    [Fact]
    public async Task Variables_decide_anew_what_is_included()
    {
        const string Query = "query G($all:Boolean!){households(first:2){nodes{id decile @include(if:$all) members @skip(if:$all){sex}}}}";
        var http = await hub.As("kemensos");
        foreach (var all in new[] { true, false, true })
        {
            var row = (await http.Ask(Query, new { all })).Data().Nodes()[0];
            Assert.Equal((all, !all), (row.TryGetProperty("decile", out _), row.TryGetProperty("members", out _)));
        }
    }

    /// <summary>Both are charged alike; what the directive itself costs is not looked at here.</summary>
    private static string Bare(string answer) => Cost().Replace(answer, "");

    // A name at the end of a selection, or before another: neither an argument, nor what opens a selection, nor a fragment's name.
    [GeneratedRegex(@"(?<![.\w:""$@(])((?:\b\w+:)?\b[a-z_]\w*\b)(?=\s*(?:\}|[a-z_.]))(?![^({]*\))(?<!\bon|fragment|query)")]
    private static partial Regex Leaf();

    [GeneratedRegex("\"cost\":\\{[^}]*\\},?")]
    private static partial Regex Cost();
}
