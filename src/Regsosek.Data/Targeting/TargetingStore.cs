using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Providers;

namespace Regsosek.Data.Targeting;

/// <summary>What the hub changes of assessments by statements over many rows. Needs the transaction of the work it is part of.</summary>
public static class TargetingStore
{
    private const int AtOnce = 20_000;

    /// <summary>Cells anew, in the order of the key: so the index grows at its end.</summary>
    public static async Task WriteCells(Registry registry, long assessment, IEnumerable<TargetingCell> cells, CancellationToken stop)
    {
        await DropCells(registry, assessment, stop);
        await Add(registry, cells, stop);
    }

    public static async Task Add(Registry registry, IEnumerable<TargetingCell> cells, CancellationToken stop)
    {
        var ordered = cells.OrderBy(c => c.Dimension, StringComparer.Ordinal).ThenBy(c => c.Region, StringComparer.Ordinal).ThenBy(c => c.Code).ThenBy(c => c.Outcome);
        foreach (var some in ordered.Chunk(AtOnce)) await registry.Insert(some, stop);
    }

    public static Task DropCells(Registry registry, long assessment, CancellationToken stop) =>
        Own(registry).TargetingCells.Where(c => c.AssessmentKey == assessment).ExecuteDeleteAsync(stop);

    /// <summary>What was in force before this one of the same programme and period is not any more, and its cells go.</summary>
    public static async Task Supersede(Registry registry, Assessment by, CancellationToken stop)
    {
        var before = Own(registry).Assessments.Where(a => a.Programme == by.Programme && a.Period == by.Period && a.Key != by.Key && a.State == AssessmentState.Published);
        await registry.TargetingCells.Where(c => before.Any(a => a.Key == c.AssessmentKey)).ExecuteDeleteAsync(stop);
        await before.ExecuteUpdateAsync(u => u.SetProperty(a => a.State, AssessmentState.Superseded), stop);
    }

    private static Registry Own(Registry registry) =>
        registry.Caller.IsSystem ? registry : throw new InvalidOperationException("Assessments are the hub's own.");
}
