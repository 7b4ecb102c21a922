using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Puts a ranked run in force by one row: every statement that begins afterwards reads its ranks, none before. Families that came or moved
/// while it ran are brought in first, while nobody changes any.</summary>
internal static class PublishRun
{
    private const int Batch = 10_000;

    /// <exception cref="RunStoppedException">The run was cancelled, or another process published it.</exception>
    public static async Task Write(Registries registries, ClassificationRun run, TimeProvider clock, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await KeyBlocks.Take(registry, KeyBlocks.Families, 1, stop);
        var now = await registry.Runs.SingleAsync(r => r.Key == run.Key, stop);
        if (now.State != RunState.Ranking) throw RunStoppedException.Of(now);
        if (run.Scope == ClassificationRun.National)
        {
            await TakeIn(registry, run, stop);
            await Move(registry, run, stop);
        }

        now.Coverage = $"{now.Families} families loaded here stand for {(now.Scope == ClassificationRun.National ? "the nation" : now.Scope)}";
        (now.State, now.Open, now.PublishedAt) = (RunState.Published, null, clock.GetUtcNow().UtcDateTime);
        if (!await registry.TrySave(stop)) throw RunStoppedException.Of(now);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Families that came after the run began, or after the instant it is of, have no place in it.</summary>
    private static async Task TakeIn(Registry registry, ClassificationRun run, CancellationToken stop)
    {
        for (var after = run.KnownAt < run.RecordedAt ? 0 : run.LastKey; ;)
        {
            var late = await registry.Households.AsNoTracking()
                .Where(h => h.Key > after && !registry.Scores.Any(s => s.RunKey == run.Key && s.HouseholdKey == h.Key))
                .OrderBy(h => h.Key).Take(Batch).ToListAsync(stop);
            if (late.Count == 0) return;
            await registry.Insert([.. late.Select(h => PlaceRanks.Unranked(run.Key, h))], stop);
            after = late[^1].Key;
        }
    }

    private static async Task Move(Registry registry, ClassificationRun run, CancellationToken stop)
    {
        var changed = await registry.HouseholdVersions.Where(v => v.SupersededAt > run.KnownAt).Select(v => v.Key).Distinct().ToListAsync(stop);
        foreach (var keys in changed.Chunk(Batch))
        {
            var moved = await registry.Households.AsNoTracking()
                .Where(h => keys.Contains(h.Key) && registry.Ranks.Any(r => r.RunKey == run.Key && r.HouseholdKey == h.Key && r.VillageCode != h.VillageCode))
                .ToListAsync(stop);
            if (moved.Count > 0) await PlaceRanks.Move(registry, run.Key, moved, stop);
        }
    }
}
