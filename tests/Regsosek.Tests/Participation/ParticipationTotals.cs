using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Protection;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Statistics;

namespace Regsosek.Tests.Participation;

/// <summary>Totals tell what a count of the rows tells, rounded; and nothing of few.</summary>
[OnEveryEngine]
public sealed class ParticipationTotals(StatisticsHub hub) : IClassFixture<StatisticsHub>
{
    private const string Totals = $"{Delivering.Route}/totals";

    /// <summary>Cards that nobody holds: the counts of a delivery come with a thousand rows.</summary>
    private const int Strangers = 1000;

    [Fact]
    public async Task Are_those_of_the_rows_and_few_families_are_hidden()
    {
        var anyone = hub.Anyone();
        using (var none = await anyone.GetAsync($"{Totals}?programme=PKH")) await none.ShouldBe(404, "nothing-delivered");

        // Every second family by its card; of one regency three alone.
        await using var registry = hub.Registry();
        var all = await registry.Households.Where(h => h.FamilyCardSealed != null).OrderBy(h => h.Key).Select(h => new { h.Key, h.RegencyCode, h.FamilyCardHash, h.FamilyCardSealed }).ToListAsync();
        var single = all.GroupBy(h => Convert.ToHexString(h.FamilyCardHash!)).Where(g => g.Count() == 1).Select(g => g.Single()).ToList();
        var small = single.GroupBy(h => h.RegencyCode).OrderBy(g => g.Count()).First().Key;
        var paid = single.Where(h => h.RegencyCode != small).Where((_, i) => i % 2 == 0).Concat(single.Where(h => h.RegencyCode == small).Take(3)).ToList();
        var body = new StringBuilder("familyCard,amount\n");
        foreach (var family in paid) body.Append(hub.Get<Seal>().OpenText(family.FamilyCardSealed)).Append(",600000\n");
        for (var i = 1; i <= Strangers; i++) body.Append($"910101010120{i:0000},600000\n");
        var ministry = await hub.As("kemensos");
        var delivery = await ministry.Deliver("programme=PKH&period=2026-Q1", body.ToString());
        Assert.Equal(paid.Count + Strangers, delivery.Number("added"));
        Assert.InRange(delivery.GetProperty("matched").Number("matched"), paid.Count - 4, paid.Count + 4);
        Assert.InRange(delivery.GetProperty("matched").Number("unmatched"), Strangers - 4, Strangers + 4);

        var nation = Assert.Single((await anyone.Json($"{Totals}?programme=PKH")).GetProperty("regions").EnumerateArray());
        Assert.InRange(nation.Number("families"), paid.Count - 4, paid.Count + 4);
        Assert.Equal(nation.Number("families") * 600_000, nation.Number("amount"));
        var told = await anyone.Json($"{Totals}?programme=PKH&level=regency&period=2026-Q1");
        Assert.Equal(["2026-Q1"], told.GetProperty("periods").Strings());
        var regencies = told.GetProperty("regions").EnumerateArray().ToDictionary(r => r.GetProperty("region").GetString()!);
        Assert.True(regencies.Count > 500);
        Assert.All(regencies, r => Assert.Equal(r.Value.GetProperty("hidden").GetBoolean(), !r.Value.TryGetProperty("families", out var figure) || figure.IsNull()));
        Assert.True(regencies[small].GetProperty("hidden").GetBoolean());
        Assert.Contains(regencies, r => !r.Value.GetProperty("hidden").GetBoolean());
        foreach (var (code, shown) in regencies.Where(r => !r.Value.GetProperty("hidden").GetBoolean()))
            Assert.InRange(shown.Number("families"), paid.Count(h => h.RegencyCode == code) - 4, paid.Count(h => h.RegencyCode == code) + 4);
        Assert.False(await registry.ReceiptTotals.AnyAsync(t => t.Families < 5));
    }

    [Fact]
    public async Task Below_the_regency_are_those_of_the_callers_regions()
    {
        using (var open = await hub.Anyone().GetAsync($"{Totals}?programme=PKH&region=91.71&level=village")) await open.ShouldBe(400, "invalid-parameter");
        using (var missing = await (await hub.As("kemensos")).GetAsync($"{Totals}/local?programme=SEMBAKO&region=91.71&level=village")) await missing.ShouldBe(403, "scope-missing");
        await (await hub.As("kemensos")).Deliver("programme=SEMBAKO&period=2026-01", "nik\n9171990101909999\n");
        var local = await (await hub.As("pemkot-jayapura")).Json($"{Totals}/local?programme=SEMBAKO&region=91.71&level=district");
        Assert.All(local.GetProperty("regions").EnumerateArray(), r => Assert.True(r.GetProperty("hidden").GetBoolean()));
        Assert.Equal(5, local.GetProperty("regions").GetArrayLength());
        using (var elsewhere = await (await hub.As("pemkot-jayapura")).GetAsync($"{Totals}/local?programme=SEMBAKO&region=35.07&level=district")) await elsewhere.ShouldBe(404, "not-found");
    }
}
