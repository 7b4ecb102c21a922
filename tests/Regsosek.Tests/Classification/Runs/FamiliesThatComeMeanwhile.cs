using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification;
using Regsosek.Api.Classification.Replay;
using Regsosek.Api.Classification.Runs;
using Regsosek.Api.Seeding;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification.Runs;

/// <summary>Families that come while a run is at work: it does not read them, and when it is published they are there, without a rank.</summary>
[OnEveryEngine]
public sealed class FamiliesThatComeMeanwhile(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task Are_there_without_a_rank()
    {
        await using var registry = hub.Registry();
        var before = await registry.Households.CountAsync();
        var came = false;
        var run = await Slow().Run(new(), _ =>
        {
            if (!came) hub.Get<SeedRegion>().Run(new("91.03", 25, 77, registry.Today)).GetAwaiter().GetResult();
            came = true;
        });

        Assert.Equal((run.Key, before + 25), (await registry.RunInForce(default), await registry.Households.CountAsync()));
        Assert.Equal(25, await registry.Households.CountAsync(h => h.Key > run.LastKey && h.Rank.Decile == null));
        Assert.Equal(before, run.Scored);
        Assert.Empty((await hub.Get<ReplayRun>().Run(run.Id, int.MaxValue, default)).Differences);
    }

    [Fact]
    public async Task A_run_of_what_was_known_ranks_as_the_run_of_then_did()
    {
        await using var registry = hub.Registry();
        var then = await hub.Get<Classify>().Run(new() { Seed = "then" });
        await hub.Get<SeedRegion>().Run(new("91.03", 15, 78, registry.Today));
        var now = await hub.Get<Classify>().Run(new() { Seed = "then" });
        var again = await hub.Get<Classify>().Run(new() { Seed = "then", KnownAt = then.KnownAt });

        Assert.Equal(await Ranked(registry, then), await Ranked(registry, again));
        Assert.NotEqual(await Ranked(registry, then), await Ranked(registry, now));
        Assert.Equal((again.Key, now.Families - 15), (await registry.RunInForce(default), again.Families));
        Assert.Equal(await registry.Households.CountAsync(), await registry.Ranks.CountAsync(r => r.RunKey == again.Key));
    }

    [Fact]
    public async Task What_is_to_come_is_not_ranked() => await Assert.ThrowsAsync<FormatException>(
        () => hub.Get<Classify>().Run(new() { KnownAt = TimeProvider.System.GetUtcNow().AddDays(1) }));

    private static async Task<List<(long Household, double? Percentile)>> Ranked(Registry registry, ClassificationRun run) =>
        (await registry.Ranks.AsNoTracking().Where(r => r.RunKey == run.Key && r.Decile != null).OrderBy(r => r.Position).ToListAsync())
            .ConvertAll(r => (r.HouseholdKey, r.Percentile));

    private Classify Slow() => new(hub.Get<Registries>(), hub.Get<PublishedModels>(), hub.Get<IReadOnlyList<WelfareScheme>>(), hub.Get<Api.Statistics.CountedAnswers>(), hub.Get<Api.Statistics.SummariseRun>(), new() { PartFamilies = 20 }, TimeProvider.System);
}
