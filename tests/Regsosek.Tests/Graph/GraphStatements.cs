using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Graph;

/// <summary>A page costs the same statements however many families it has.</summary>
[OnEveryEngine]
public sealed class GraphStatements(HeardHub hub) : IClassFixture<HeardHub>
{
    [Theory]
    [InlineData("nodes{members{name}}", 1, 1, 0)]
    [InlineData("edges{node{members{name sex}}}", 1, 1, 0)]
    [InlineData("nodes{...F}", 1, 1, 1)]
    [InlineData("nodes{id members @skip(if:true){name}}", 1, 0, 0)]
    [InlineData("nodes{id}", 1, 0, 0)]
    [InlineData("totalCount nodes{id}", 2, 0, 0)]
    public async Task Members_and_classifications_of_all_families_come_by_one_statement_each(string selection, int households, int members, int results)
    {
        var http = await hub.As("kemensos");
        var fragment = selection.Contains("...F", StringComparison.Ordinal) ? "fragment F on Household{m:members{name} classifications{decile}}" : "";
        foreach (var first in new[] { 2, 40 })
        {
            hub.Forget();
            (await http.Ask($"{{households(first:{first}){{{selection}}}}} {fragment}")).Data();
            Assert.Equal((households, members, results), (hub.Statements("Households"), hub.Statements("Persons"), hub.Statements("Ranks")));
        }
    }
}
