using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Gives the families of a run their places. The engine sorts the scores; places are written as they come, a batch in one transaction with the
/// checkpoint, and committed in their order. After a kill the same order comes again, and what has its place already is passed over.</summary>
/// <param name="counts">Counts every family as its place is given.</param>
internal sealed class GiveRanks(Registries registries, WelfareScheme scheme, ClassificationRun run, RunCounts counts, ClassificationSettings settings)
{
    private readonly RankingOrder _order = new(run.Persons);

    /// <summary>Batches in the air. The others lock more than the rows they write, so that a second would wait for the first, and the first for it.</summary>
    private readonly int _writers = registries.Engine == Engine.PostgreSql ? 2 : 1;

    private sealed record Place(
        long Key, string Village, short Persons, int Criterion, double Ratio, byte[] Ticket, short? Score, double? Likelihood, long Counted, long OfMembers);

    /// <exception cref="RunStoppedException">The run was cancelled, or another process carries it on.</exception>
    public async Task Run(Action<long> ranked, CancellationToken stop)
    {
        var (done, last, writing) = (run.Ranked, Task.CompletedTask, new Queue<Task>());
        try
        {
            await foreach (var batch in ReadAhead.Of(Batches, 1, stop))
            {
                writing.Enqueue(last = Write(batch, done, last));
                done += batch.Length;
                if (writing.Count == _writers) await writing.Dequeue();
            }

            await last;
            await Save([], done, Task.CompletedTask, last: true, stop);
        }
        finally
        {
            // Nothing of this run is in the air when it has ended, however it did.
            await Task.WhenAll(writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task Write(FamilyRank[] batch, long at, Task before)
        {
            await Save(batch, at, before, last: false, stop);
            ranked(at + batch.Length);
        }
    }

    private async IAsyncEnumerable<FamilyRank[]> Batches([EnumeratorCancellation] CancellationToken stop)
    {
        var batch = new List<FamilyRank>(settings.PartFamilies);
        long seen = 0;
        await foreach (var rank in Ranks(stop))
        {
            if (++seen <= run.Ranked) continue;
            batch.Add(rank);
            if (batch.Count < settings.PartFamilies) continue;
            yield return [.. batch];
            batch.Clear();
        }

        if (batch.Count > 0) yield return [.. batch];
    }

    /// <summary>Those with a place, poorest first, then those in which nobody lives.</summary>
    private async IAsyncEnumerable<FamilyRank> Ranks([EnumeratorCancellation] CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        registry.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await using var spilling = await registry.Spill(stop);
        var scores = registry.Scores.AsNoTracking().Where(s => s.RunKey == run.Key);
        var places = scores.Where(s => s.Persons > 0)
            .OrderBy(s => s.Criterion).ThenByDescending(s => s.DependencyRatio).ThenBy(s => s.Ticket).ThenBy(s => s.HouseholdKey)
            .Select(s => new Place(s.HouseholdKey, s.VillageCode, s.Persons, s.Criterion, s.DependencyRatio, s.Ticket, s.Score, s.Likelihood, s.Counted, s.CountedOfMembers));
        await foreach (var place in places.AsAsyncEnumerable().WithCancellation(stop)) yield return Ranked(place);
        var empty = scores.Where(s => s.Persons == 0).OrderBy(s => s.HouseholdKey)
            .Select(s => new { s.HouseholdKey, Counted = new CountedFamily(s.VillageCode, 0, s.Counted, s.CountedOfMembers) });
        await foreach (var family in empty.AsAsyncEnumerable().WithCancellation(stop))
        {
            counts.Add(family.Counted, null);
            yield return Of(family.HouseholdKey, family.Counted.Village);
        }
    }

    private FamilyRank Ranked(Place place)
    {
        var ranked = _order.Next(new(place.Key, place.Persons, new(place.Criterion), place.Ratio, LotteryTicket.Of(place.Ticket)));
        var rank = Of(place.Key, place.Village);
        (rank.Position, rank.Percentile, rank.Decile, rank.Score) = (ranked.Position, ranked.Percentile, ranked.Decile, place.Score);
        rank.WelfareClass = Enum.Parse<WelfareClass>(scheme.ClassOf(ranked.Percentile));
        counts.Add(new(place.Village, place.Persons, place.Counted, place.OfMembers), new(rank.WelfareClass.Value, ranked.Decile, place.Likelihood));
        return rank;
    }

    private FamilyRank Of(long key, string village) => new()
    {
        RunKey = run.Key,
        HouseholdKey = key,
        ProvinceCode = village[..2],
        RegencyCode = village[..5],
        DistrictCode = village[..8],
        VillageCode = village,
    };

    private async Task Insert(Registry registry, FamilyRank[] batch, CancellationToken stop)
    {
        try
        {
            await registry.Insert(batch, stop);
        }
        catch (DbException fault) when (Engines.IsTaken(fault))
        {
            throw RunStoppedException.Of(run);
        }
    }

    /// <param name="before">The batch before, which commits first.</param>
    private async Task Save(FamilyRank[] batch, long done, Task before, bool last, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await Insert(registry, batch, stop);
        await before;
        var now = await registry.Runs.SingleAsync(r => r.Key == run.Key, stop);
        if (now.State != RunState.Ranking || now.Ranked != done) throw RunStoppedException.Of(now);
        now.Ranked += batch.Length;
        if (last) now.Ties = JsonSerializer.Serialize(_order.Cuts(), Json.Web);
        if (!await registry.TrySave(stop)) throw RunStoppedException.Of(now);
        await transaction.CommitAsync(stop);
    }
}
