using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification.Replay;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification.Runs;

/// <summary>A run can be made again from what it read; who changes answers or scores behind the hub's back is found and named.</summary>
[OnEveryEngine]
public sealed class ReplayTests(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task Finds_what_was_changed_behind_the_hub_and_nothing_else()
    {
        await using var registry = hub.Registry();
        var untouched = await Replay();
        Assert.Empty(untouched.Differences);
        Assert.Equal(untouched.Run.Scored, untouched.Replayed);

        // Replayed from former states: an answer that came in by an import is no difference.
        var families = await registry.Households.OrderBy(h => h.Key).Where(h => h.Floor != null && h.MemberCount > 1).Take(3).ToListAsync();
        await hub.Tamper($"""UPDATE "Households" SET "Floor" = CASE WHEN "Floor" = 1 THEN 9 ELSE 1 END WHERE "Key" = {families[0].Key}""");
        await hub.Tamper($"""UPDATE "Scores" SET "Likelihood" = 1.5 WHERE "HouseholdKey" = {families[1].Key} AND "RunKey" = {untouched.Run.Key}""");
        var head = await registry.Persons.OrderBy(p => p.Key).FirstAsync(p => p.HouseholdKey == families[2].Key);
        await hub.Tamper($"""UPDATE "Persons" SET "HouseholdKey" = {families[0].Key} WHERE "Key" = {head.Key}""");

        var found = await Replay();
        Assert.Equal(families.Select(h => h.Id).Order(), found.Differences.Select(d => d.Household).Order());
        Assert.Contains(found.Differences, d => d.Household == families[1].Id && d.What.Contains("was written", StringComparison.Ordinal));
        Assert.Equal(3, (await registry.Runs.AsNoTracking().SingleAsync(r => r.Key == found.Run.Key)).ReplayedDifferently);
    }

    [Fact]
    public async Task A_sample_is_as_large_as_it_is_asked_for()
    {
        Assert.Equal(9, (await hub.Get<ReplayRun>().Run(null, 9, default)).Replayed);
        await Assert.ThrowsAsync<InvalidOperationException>(() => hub.Get<ReplayRun>().Run(Guid.Empty, 1, default));
    }

    private Task<ReplayResult> Replay() => hub.Get<ReplayRun>().Run(null, int.MaxValue, default);
}
