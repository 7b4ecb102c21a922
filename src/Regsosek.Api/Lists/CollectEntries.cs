using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Exports;
using Regsosek.Api.Households;
using Regsosek.Data;
using Regsosek.Data.AsOf;
using Regsosek.Data.Lists;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Lists;

/// <summary>Finds who is entitled: divides the scope by its keys, then looks through stretch after stretch, several at a time, as of the list's instant. A stretch is written whole or
/// not at all.</summary>
public sealed class CollectEntries(Registries registries, ReadingScopes scopes, ExportAgreements agreements, ListRules rules, ExportSettings pace)
{
    public async Task Run(TargetedList list, CancellationToken stop)
    {
        if (list.Entries is not null) return;
        var rule = rules.Of(list);
        await using (var registry = registries.For(Caller.System("lists")))
            if (!await registry.ListStretches.AnyAsync(s => s.ListKey == list.Key, stop)) await Divide(list, stop);
        await Parallel.ForEachAsync(await Missing(list, stop), new ParallelOptions { MaxDegreeOfParallelism = pace.Readers, CancellationToken = stop }, async (stretch, ended) =>
        {
            var caller = await agreements.CallerOf(list, ended) ?? throw new ListStoppedException(isWithdrawn: true);
            await using var scope = scopes.For(caller, new Moment(list.Day, list.KnownAt, list.AsOf), new ReadContext());
            await Write(stretch, await scope.ServiceProvider.GetRequiredService<SubjectReader>().Between(list, rule, stretch, ended), ended);
        });
    }

    /// <summary>By the families of today's scope. The last has no end: who was in the region then may be behind the last who is there today.</summary>
    private async Task Divide(TargetedList list, CancellationToken stop)
    {
        var caller = await agreements.CallerOf(list, stop) ?? throw new ListStoppedException(isWithdrawn: true);
        await using var scope = scopes.For(caller, null, new ReadContext());
        var texts = list.Region is { } region ? new Dictionary<string, string> { ["region"] = region } : [];
        var stretches = await scope.ServiceProvider.GetRequiredService<HouseholdReader>()
            .Stretches(scope.ServiceProvider.GetRequiredService<HouseholdQueries>().Read(texts), pace.PartFamilies, stop);
        await using var registry = registries.For(Caller.System("lists"));
        if (!await registry.Lists.AnyAsync(l => l.Key == list.Key && l.State == ListState.Building, stop)) throw new ListStoppedException(isWithdrawn: false);
        var after = long.MinValue;
        foreach (var (at, (end, families)) in stretches.Index())
        {
            var to = at + 1 < stretches.Count ? end : long.MaxValue;
            registry.ListStretches.Add(new() { ListKey = list.Key, Number = at + 1, After = after, To = to, Expected = families });
            after = to;
        }

        if (!await registry.TrySave(stop)) throw new ListStoppedException(isWithdrawn: false);
    }

    private async Task<List<ListStretch>> Missing(TargetedList list, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        return await registry.ListStretches.AsNoTracking().Where(s => s.ListKey == list.Key && s.Found == null).OrderBy(s => s.Number).ToListAsync(stop);
    }

    private async Task Write(ListStretch stretch, List<ListCandidate> found, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        var open = await registry.Lists.AnyAsync(l => l.Key == stretch.ListKey && l.State == ListState.Building, stop);
        if (!open || await registry.ListStretches.SingleOrDefaultAsync(s => s.ListKey == stretch.ListKey && s.Number == stretch.Number && s.Found == null, stop) is not { } row)
            throw new ListStoppedException(isWithdrawn: false);
        await registry.Insert(found, stop);
        row.Found = found.Count;
        if (!await registry.TrySave(stop)) throw new ListStoppedException(isWithdrawn: false);
        await transaction.CommitAsync(stop);
    }
}
