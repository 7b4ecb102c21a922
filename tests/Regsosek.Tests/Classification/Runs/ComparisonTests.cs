using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification.Compare;
using Regsosek.Api.Classification.Runs;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification.Runs;

/// <summary>Two runs side by side are what counting their rows one by one gives.</summary>
[OnEveryEngine]
public sealed class ComparisonTests(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task Transitions_and_groups_are_what_the_rows_give()
    {
        var first = await hub.Get<Classify>().Run(new() { Seed = "one" });
        var second = await hub.Get<Classify>().Run(new() { Seed = "two", Model = "ppi-2012" });
        await using var registry = hub.Registry();
        var before = await registry.Ranks.AsNoTracking().Where(r => r.RunKey == first.Key && r.Decile != null).ToDictionaryAsync(r => r.HouseholdKey);
        var after = await registry.Ranks.AsNoTracking().Where(r => r.RunKey == second.Key && r.Decile != null).ToListAsync();
        var families = await registry.Households.AsNoTracking().Include(h => h.Members).ToDictionaryAsync(h => h.Key);
        var office = await hub.As("bps");
        foreach (var by in ComparisonReader.Groupings.Prepend(null))
        {
            Assert.NotNull(await hub.Get<ComparisonReader>().Compare(first.Id, second.Id, by, default));
            var told = await office.Json($"/api/v1/classification/comparison?before={first.Id}&after={second.Id}{(by is null ? "" : $"&by={by}")}");
            Assert.Equal(after.Count, told.GetProperty("families").GetInt64());
            Assert.Equal(
                after.GroupBy(r => (before[r.HouseholdKey].Decile, r.Decile)).OrderBy(g => g.Key).Select(g => $"{g.Key.Item1}>{g.Key.Item2} {g.Count()} {g.Sum(r => (int)families[r.HouseholdKey].MemberCount)}"),
                told.GetProperty("deciles").EnumerateArray().Select(t => $"{t.GetProperty("before")}>{t.GetProperty("after")} {t.GetProperty("families")} {t.GetProperty("persons")}"));
            Assert.Equal(after.Count(r => r.WelfareClass < before[r.HouseholdKey].WelfareClass), told.GetProperty("moves").GetProperty("lowerClass").GetInt64());
            var groups = told.GetProperty("groups").EnumerateArray().ToList();
            Assert.Equal(by is null ? 0 : after.Count, groups.Sum(g => g.GetProperty("families").GetInt64()));
            if (by == "size") Assert.Equal(after.Select(r => families[r.HouseholdKey].MemberCount).Distinct().Count(), groups.Count);
            if (by == "province") Assert.Equal(after.Select(r => r.ProvinceCode).Distinct().Order(), groups.ConvertAll(g => g.GetProperty("group").GetString()));
        }
    }

    [Fact]
    public async Task What_is_not_there_or_not_for_the_caller_is_a_problem()
    {
        var office = await hub.As("bps");
        var run = (await office.Json("/api/v1/classification/runs")).Items()[0].GetProperty("id").GetGuid();
        using (var absent = await office.GetAsync($"/api/v1/classification/comparison?before={run}&after={Guid.Empty}")) await absent.ShouldBe(404, "not-found");
        using (var odd = await office.GetAsync($"/api/v1/classification/comparison?before={run}&after={run}&by=name")) await odd.ShouldBe(400, "invalid-parameter");
        using var other = await (await hub.As("kemensos")).GetAsync($"/api/v1/classification/comparison?before={run}&after={run}");
        await other.ShouldBe(403, "scope-missing");
    }
}
