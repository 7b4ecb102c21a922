using Microsoft.EntityFrameworkCore;
using Quartz;
using Regsosek.Data;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>Removes what has expired, withdraws what the agreement allows no longer, and has those carried on that a fault stopped.</summary>
public sealed class SweepExports(
    Registries registries, ExportAgreements agreements, PartFiles files, ExportSchedule schedule, EndExport end, TimeProvider clock)
{
    public async Task Run(CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("exports"));
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var export in await registry.Exports.Where(x => x.ExpiresAt <= now && x.State != ExportState.Building).ToListAsync(stop))
        {
            files.Drop(export.Id);
            registry.Exports.Remove(export);
            if (!await registry.TrySave(stop)) registry.ChangeTracker.Clear();
        }

        var kept = await registry.Exports.AsNoTracking().Where(x => x.State == ExportState.Building || x.State == ExportState.Ready).ToListAsync(stop);
        foreach (var export in kept)
        {
            if (await agreements.CallerOf(export, stop) is null) await end.As(export, ExportState.Withdrawn, null, stop);
            else if (export.State == ExportState.Building) await schedule.CarryOn(export, stop);
        }

        files.DropForgotten(now, (await registry.Lists.Select(l => l.Id).ToListAsync(stop)).ToHashSet());
    }
}

/// <summary>Sweeps from time to time.</summary>
[DisallowConcurrentExecution]
public sealed class SweepJob(SweepExports sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken stop) => await sweep.Run(stop);
}
