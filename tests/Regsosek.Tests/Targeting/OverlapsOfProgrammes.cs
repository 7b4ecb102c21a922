using Regsosek.Tests.Engines;
using Regsosek.Tests.Participation;

namespace Regsosek.Tests.Targeting;

/// <summary>Who receives two programmes, and who is missed by several and receives none: a count of the rows one by one.</summary>
[OnEveryEngine]
public sealed class OverlapsOfProgrammes(TargetingHub hub) : IClassFixture<TargetingHub>
{
    private const string Missed = "entitled-not-receiving";

    [Fact]
    public async Task Are_a_count_of_the_rows()
    {
        await hub.Delivered();
        var (pkh, pbi) = (await NaiveTargeting.Of(hub, "PKH", TargetingHub.Period), await NaiveTargeting.Of(hub, "PBI-JKN", TargetingHub.Period));
        var receivers = (Pkh: Receivers(pkh), Pbi: Receivers(pbi));
        var ministry = await hub.As("kemensos");
        foreach (var (programme, other) in new[] { ("PKH", "PBI-JKN"), ("PBI-JKN", "PKH") })
        {
            foreach (var region in (await ministry.Json($"{TargetingHub.Route}/{programme}/own?level=province")).GetProperty("regions").EnumerateArray())
            {
                var code = region.GetProperty("region").GetString();
                var both = Assert.Single(region.GetProperty("overlaps").EnumerateArray());
                Assert.Equal((code, other, false), (code, both.GetProperty("programme").GetString(), both.GetProperty("conflict").GetBoolean()));
                Assert.Equal(pkh.Subjects.Count(s => s.Family.ProvinceCode == code && receivers.Pkh.Contains(s.Family.Key) && receivers.Pbi.Contains(s.Family.Key)), both.Number("families"));
            }
        }

        // The other programme's cases were there when this one was counted.
        var missed = pbi.Subjects.Where(s => s.Outcome == Missed).Select(s => s.Family.Key).ToHashSet();
        var also = pkh.Subjects.Where(s => s.Outcome == Missed).Select(s => s.Family.Key).ToHashSet();
        var due = missed.GroupBy(h => receivers.Pkh.Contains(h) || receivers.Pbi.Contains(h) ? 0 : also.Contains(h) ? 2 : 1).ToDictionary(g => g.Key, g => (long)g.Count());
        var told = (await ministry.Json($"{TargetingHub.Route}/PBI-JKN/own")).GetProperty("regions")[0].GetProperty("missed").EnumerateArray()
            .Where(m => m.Number("families") > 0).ToDictionary(m => m.GetProperty("programmes").GetInt32(), m => m.Number("families"));
        Assert.Equal(due.OrderBy(d => d.Key), told.OrderBy(d => d.Key));
        Assert.True(due.Count == 3, "of each kind there are some");
    }

    private static HashSet<long> Receivers(NaiveTargeting naive) => [.. naive.Receivers.Select(r => r.Family.Key)];
}
