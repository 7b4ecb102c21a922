using Microsoft.EntityFrameworkCore;
using Quartz;
using Regsosek.Api.Exports;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Removes lists that have expired, withdraws what the agreement allows no longer, and has those carried on that a fault stopped.</summary>
public sealed class SweepLists(Registries registries, ExportAgreements agreements, ListSchedule schedule, EndList end, TimeProvider clock)
{
    public async Task Run(CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        var now = clock.GetUtcNow().UtcDateTime;
        var gone = registry.Lists.AsNoTracking().Where(l => l.State == ListState.Deleted || (l.ExpiresAt <= now && l.State != ListState.Building && l.State != ListState.Freezing));
        foreach (var list in await gone.ToListAsync(stop)) await end.Delete(list, stop);
        foreach (var list in await registry.Lists.AsNoTracking().Where(l => l.State != ListState.Failed && l.State != ListState.Withdrawn).ToListAsync(stop))
        {
            if (await agreements.CallerOf(list, stop) is null) await end.As(list, ListState.Withdrawn, null, stop);
            else if (list.State is ListState.Building or ListState.Freezing) await schedule.CarryOn(list, stop);
        }
    }
}

/// <summary>Sweeps from time to time.</summary>
[DisallowConcurrentExecution]
public sealed class SweepListsJob(SweepLists sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken stop) => await sweep.Run(stop);
}
