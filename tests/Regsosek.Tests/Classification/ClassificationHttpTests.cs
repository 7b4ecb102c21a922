using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification.Runs;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification;

[OnEveryEngine]
public sealed class ClassificationHttpTests(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task The_history_names_model_scheme_scope_and_assumptions()
    {
        var http = await hub.As("kemensos");
        var id = (await http.Json("/api/v1/households?limit=1")).Items()[0].GetProperty("id").GetGuid();
        var standing = (await http.Json($"/api/v1/households/{id}/classifications")).Items()[^1];
        Assert.Equal(("ppi-2020", "ID", "initial", true), (Text("model"), Text("scope"), Text("stage"), standing.GetProperty("demonstration").GetBoolean()));
        Assert.NotEmpty(standing.GetProperty("assumptions").EnumerateArray());
        Assert.Equal(["regsosek-1", "seed-3"], standing.GetProperty("classes").EnumerateObject().Select(c => c.Name).Order());
        Assert.InRange(standing.GetProperty("likelihood").GetDouble(), 0, 100);
        string? Text(string name) => standing.GetProperty(name).GetString();

        var local = await hub.As("prov-papua");
        var unscored = (await local.Json($"/api/v1/households/{id}/classifications")).Items()[^1];
        Assert.False(unscored.TryGetProperty("score", out _) || unscored.TryGetProperty("likelihood", out _));
    }

    [Fact]
    public async Task A_run_keeps_the_former_one_and_tenths_of_persons_hold()
    {
        var run = await hub.Get<Classify>().Run(new() { Seed = "another lottery" });
        await using var registry = hub.Registry();
        var persons = await registry.Households.Where(h => h.Rank.Decile == 1).SumAsync(h => (int)h.MemberCount);
        Assert.InRange(persons, run.Persons / 10 - 10, run.Persons / 10 + 10);
        var id = await registry.Households.Where(h => h.Rank.Decile != null).Select(h => h.Id).FirstAsync();
        Assert.True((await (await hub.As("kemensos")).Json($"/api/v1/households/{id}/classifications")).Items().Count >= 2);
        Assert.Equal(await registry.Households.CountAsync(h => h.Rank.Decile != null), await registry.Ranks.CountAsync(r => r.RunKey == run.Key && r.Decile != null));
    }

    [Theory]
    [InlineData("MISKIN_EKSTREM", 5)]
    [InlineData("MISKIN_EKSTREM,SANGAT_MISKIN", 10)]
    [InlineData("MISKIN_EKSTREM,SANGAT_MISKIN,MISKIN,HAMPIR_MISKIN,RENTAN", 40)]
    public async Task Classes_are_shares_of_persons(string classes, int share)
    {
        await using var registry = hub.Registry();
        var all = await registry.Households.Where(h => h.Rank.Decile != null).SumAsync(h => (int)h.MemberCount);
        var found = (await (await hub.As("kemensos")).Json($"/api/v1/households?limit=500&fields=memberCount&welfareClass={classes}")).Items().Sum(h => h.GetProperty("memberCount").GetInt32());
        Assert.InRange(found, share * all / 100 - 12, share * all / 100);
    }
}
