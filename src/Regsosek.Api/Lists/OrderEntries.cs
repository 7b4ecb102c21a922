using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Lists;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Lists;

/// <summary>Gives those who were found their places. The engine sorts; places are written as they come, a batch at a time. After a kill the same order comes again, and what has its
/// place already is passed over.</summary>
public sealed class OrderEntries(Registries registries, ListSettings settings, TimeProvider clock)
{
    private const int Batch = 20_000;

    public async Task Run(TargetedList list, CancellationToken stop)
    {
        long place = 0;
        await using (var registry = registries.For(Caller.System("lists")))
            place = await registry.ListEntries.Where(e => e.ListKey == list.Key).MaxAsync(e => (long?)e.Place, stop) ?? 0;
        await foreach (var batch in Batches(list, place, stop)) await Write(list, batch, stop);
        await using (var registry = registries.For(Caller.System("lists"))) await ListRows.DropCandidates(registry, list.Key, stop);
        await Finish(list, stop);
    }

    private async IAsyncEnumerable<List<ListEntry>> Batches(TargetedList list, long done, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        registry.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await using var spilling = await registry.Spill(stop);
        var candidates = registry.ListCandidates.AsNoTracking().Where(c => c.ListKey == list.Key);

        // A person's key is his own: families do not come into it.
        var byRank = list.ByRank ? candidates.OrderBy(c => c.Percentile == null).ThenBy(c => c.Percentile) : candidates.OrderBy(c => c.ListKey);
        var ordered = list.OfPersons ? byRank.ThenBy(c => c.PersonKey) : byRank.ThenBy(c => c.HouseholdKey);
        var batch = new List<ListEntry>(Batch);
        long place = 0;
        await foreach (var candidate in ordered.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (++place <= done) continue;
            batch.Add(Entry(candidate, place));
            if (batch.Count < Batch) continue;
            yield return batch;
            batch.Clear();
        }

        if (batch.Count > 0) yield return batch;
    }

    private static ListEntry Entry(ListCandidate candidate, long place) => new()
    {
        ListKey = candidate.ListKey,
        Place = place,
        HouseholdKey = candidate.HouseholdKey,
        PersonKey = candidate.PersonKey == 0 ? null : candidate.PersonKey,
        Percentile = candidate.Percentile,
        Regency = candidate.Regency,
        WelfareClass = candidate.WelfareClass,
    };

    private async Task Write(TargetedList list, List<ListEntry> batch, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        if (!await registry.Lists.AnyAsync(l => l.Key == list.Key && l.State == ListState.Building, stop)) throw new ListStoppedException(isWithdrawn: false);
        await registry.Insert(batch, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task Finish(TargetedList list, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        if (await registry.Lists.SingleOrDefaultAsync(l => l.Key == list.Key && l.State == ListState.Building, stop) is not { } row) throw new ListStoppedException(isWithdrawn: false);
        var entries = registry.ListEntries.AsNoTracking().Where(e => e.ListKey == list.Key);
        row.Entries = await entries.LongCountAsync(stop);
        (row.TiedFrom, row.TiedTo) = await Tied(row, entries, stop);
        row.Counts = JsonSerializer.Serialize(await ListCount.Of(row, registry.ListEntries, stop), Json.Web);
        var now = clock.GetUtcNow();
        (row.State, row.Open, row.DraftedAt, row.ExpiresAt) = (ListState.Draft, null, now.UtcDateTime, (now + settings.KeepFor).UtcDateTime);
        if (!await registry.TrySave(stop)) throw new ListStoppedException(isWithdrawn: false);
    }

    /// <summary>The places of one percentile, when the quota cuts between them: nothing but their keys says who is inside.</summary>
    private static async Task<(long? From, long? To)> Tied(TargetedList list, IQueryable<ListEntry> entries, CancellationToken stop)
    {
        if (!list.ByRank || list.Quota is not ({ } cut and > 0) || cut >= list.Entries) return (null, null);
        var around = await entries.Where(e => e.Place == cut || e.Place == cut + 1).OrderBy(e => e.Place).Select(e => e.Percentile).ToListAsync(stop);
        if (!Nullable.Equals(around[0], around[1])) return (null, null);
        var percentile = around[0];
        var tied = entries.Where(e => e.Percentile == percentile);
        return (await tied.MinAsync(e => (long?)e.Place, stop), await tied.MaxAsync(e => (long?)e.Place, stop));
    }
}
