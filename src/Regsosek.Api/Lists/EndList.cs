using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Exports;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>A list comes to its end: failed or withdrawn. Its entries and files go.</summary>
public sealed class EndList(Registries registries, PartFiles files, TimeProvider clock)
{
    public async Task As(TargetedList list, ListState state, Problem? why, CancellationToken stop)
    {
        await using (var registry = registries.For(Caller.System("lists")))
        {
            // One that was deleted, or has ended otherwise, stays as it is.
            if (await registry.Lists.SingleOrDefaultAsync(l => l.Key == list.Key && l.State == list.State, stop) is not { } row) return;
            (row.State, row.Open, row.Problem, row.EndedAt) = (state, null, why?.Code, clock.GetUtcNow().UtcDateTime);
            if (!await registry.TrySave(stop)) return;
        }

        await Drop(list, stop);
    }

    /// <summary>Its row goes last: what a crash leaves is swept.</summary>
    public async Task Delete(TargetedList list, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        while (await registry.Lists.SingleOrDefaultAsync(l => l.Key == list.Key, stop) is { } row)
        {
            (row.State, row.Open) = (ListState.Deleted, null);
            if (!await registry.TrySave(stop))
            {
                // It was carried on just now.
                registry.ChangeTracker.Clear();
                continue;
            }

            await Drop(list, stop);
            registry.Lists.Remove(row);
            if (await registry.TrySave(stop)) return;
            registry.ChangeTracker.Clear();
        }
    }

    /// <summary>What was written of a list that had ended meanwhile. One that somebody else has carried on is his.</summary>
    public async Task DropIfGone(TargetedList list, CancellationToken stop)
    {
        await using (var registry = registries.For(Caller.System("lists")))
            if (await registry.Lists.AnyAsync(l => l.Key == list.Key && l.State <= ListState.Frozen, stop)) return;
        await Drop(list, stop);
    }

    /// <summary>All but the row of the list itself.</summary>
    private async Task Drop(TargetedList list, CancellationToken stop)
    {
        files.Drop(list.Id);
        await using var registry = registries.For(Caller.System("lists"));
        await ListRows.DropCandidates(registry, list.Key, stop);
        await ListRows.DropEntries(registry, list.Key, stop);
    }
}
