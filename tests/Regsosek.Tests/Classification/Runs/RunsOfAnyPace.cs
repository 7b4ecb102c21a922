using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification;
using Regsosek.Api.Classification.Runs;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification.Runs;

/// <summary>What comes out of a run hangs on its terms and on the answers, and on nothing else.</summary>
[OnEveryEngine]
public sealed class RunsOfAnyPace(OwnHub hub) : IClassFixture<OwnHub>
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(60, 2)]
    [InlineData(200_000, 4)]
    public async Task Batches_and_threads_change_nothing(int part, int threads)
    {
        var run = await Paced(part, threads).Run(new() { Seed = "pace" });
        await using var registry = hub.Registry();
        var ranks = await registry.Ranks.Where(r => r.RunKey == run.Key && r.Decile != null).OrderBy(r => r.Position).ToListAsync();
        var scores = await registry.Scores.Where(s => s.RunKey == run.Key).ToListAsync();
        var expected = Ordered.Of(scores.Select(s =>
            new RankingCandidate(s.HouseholdKey, s.Persons, new(s.Criterion), s.DependencyRatio, LotteryTicket.Of(s.Ticket))));

        Assert.Equal(expected.Families, ranks.Select(r => new RankedFamily(r.HouseholdKey, r.Position!.Value, r.Percentile!.Value, r.Decile!.Value)));
        Assert.Equal(JsonSerializer.Serialize(expected.Cuts, JsonSerializerOptions.Web), run.Ties);
        Assert.Equal((expected.Families.Count, expected.Persons), (run.Families, run.Persons));
        Assert.Equal(await registry.Households.CountAsync(), await registry.Ranks.CountAsync(r => r.RunKey == run.Key));
    }

    [Fact]
    public async Task Every_checkpoint_is_one_to_stop_at()
    {
        var straight = await Paced(10_000, 2).Run(new() { Seed = "stopped" });
        var stops = 0;
        long key = 0;
        for (var done = false; !done;)
        {
            // A run that is stopped right after each of its checkpoints, scoring and ranking.
            using var stop = new CancellationTokenSource();
            try
            {
                void Stop(RunProgress p) => stop.Cancel();
                var run = key == 0
                    ? await Paced(25, 2).Run(new() { Seed = "stopped" }, Stop, stop.Token)
                    : await Paced(25, 2).CarryOn(key, Stop, stop.Token);
                done = run.State == RunState.Published;
            }
            catch (OperationCanceledException)
            {
                stops++;
            }

            key = await hub.Get<Classify>().Open("ID", default) ?? key;
        }

        Assert.True(stops > 4, $"{stops} stops");
        Assert.Equal(await Ranks(straight.Key), await Ranks(key));
    }

    [Fact]
    public async Task A_run_of_a_regency_leaves_the_nation_alone()
    {
        var nation = await hub.Get<Classify>().Run(new());
        var before = await Ranks(nation.Key);
        var regency = await hub.Get<Classify>().Run(new() { Scope = "91.71" });
        await using var registry = hub.Registry();

        Assert.Equal(nation.Key, await registry.RunInForce(default));
        Assert.Equal(before, await Ranks(nation.Key));
        var inRegency = await registry.Households.Where(h => h.RegencyCode == "91.71").ToListAsync();
        Assert.Equal(inRegency.Count, await registry.Ranks.CountAsync(r => r.RunKey == regency.Key));
        Assert.Equal(inRegency.Sum(h => h.MemberCount), regency.Persons);
        Assert.Equal(10, await registry.Ranks.Where(r => r.RunKey == regency.Key).Select(r => r.Decile).Distinct().CountAsync(d => d != null));
    }

    [Fact]
    public async Task No_statement_ever_sees_two_runs_or_none()
    {
        await hub.Get<Classify>().Run(new());
        using var ended = new CancellationTokenSource();
        var looks = 0;
        var watching = Task.Run(async () =>
        {
            await using var registry = hub.Registry();
            var all = await registry.Households.CountAsync();
            while (!ended.IsCancellationRequested)
            {
                var runs = await registry.Households.GroupBy(h => h.Rank.RunKey).Select(g => g.Count()).ToListAsync();
                Assert.Equal([all], runs);
                looks++;
            }
        });
        for (var i = 0; i < 3; i++) await Paced(20, 2).Run(new() { Seed = $"switch {i}" });
        await ended.CancelAsync();
        await watching;
        Assert.True(looks > 3, $"{looks} looks");
    }

    [Fact]
    public async Task A_decile_holds_a_tenth_of_the_persons_but_for_the_family_on_the_cut()
    {
        var run = await hub.Get<Classify>().Run(new());
        await using var registry = hub.Registry();
        var persons = await registry.Ranks.Where(r => r.RunKey == run.Key && r.Decile != null)
            .Join(registry.Scores.Where(s => s.RunKey == run.Key), r => r.HouseholdKey, s => s.HouseholdKey, (r, s) => new { r.Decile, s.Persons }).ToListAsync();
        var most = persons.Max(p => p.Persons);
        Assert.All(persons.GroupBy(p => p.Decile), d => Assert.InRange(d.Sum(p => p.Persons), (run.Persons / 10.0) - most, (run.Persons / 10.0) + most));
    }

    private Classify Paced(int part, int threads) => new(hub.Get<Registries>(), hub.Get<PublishedModels>(), hub.Get<IReadOnlyList<WelfareScheme>>(), hub.Get<Api.Statistics.CountedAnswers>(), hub.Get<Api.Statistics.SummariseRun>(),
        new() { PartFamilies = part, Threads = threads }, TimeProvider.System);

    private async Task<List<string>> Ranks(long run)
    {
        await using var registry = hub.Registry();
        return await registry.Ranks.Where(r => r.RunKey == run).OrderBy(r => r.HouseholdKey)
            .Select(r => $"{r.HouseholdKey} {r.Position} {r.Percentile} {r.Decile} {r.WelfareClass} {r.Score}").ToListAsync();
    }
}
