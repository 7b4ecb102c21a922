using Microsoft.EntityFrameworkCore;
using Quartz;
using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Carries a list on in the background. After a crash the scheduler runs it again, and it goes on with what is not there.</summary>
public sealed class ListJob(BuildList build) : IJob<ListKey>
{
    public async ValueTask Execute(IJobExecutionContext context, ListKey list, CancellationToken stop) => await build.CarryOn(list.Key, stop);
}

/// <summary>Which list.</summary>
public sealed record ListKey(long Key);

/// <summary>Hands lists to the scheduler, which keeps them in the hub's own database.</summary>
public sealed class ListSchedule(ISchedulerFactory schedulers)
{
    public Task CarryOn(TargetedList list, CancellationToken stop) =>
        schedulers.Begin<ListJob, ListKey>(new(list.Key), $"{list.Id} {list.State}", stop);
}

/// <summary>At the start every list that is being built or frozen is with the scheduler: one that was begun just before a crash goes on.</summary>
public sealed class ResumeLists(Registries registries, ListSchedule schedule) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var registry = registries.For(Caller.System("lists"));
        var open = registry.Lists.AsNoTracking().Where(l => l.State == ListState.Building || l.State == ListState.Freezing);
        foreach (var list in await open.ToListAsync(cancellationToken)) await schedule.CarryOn(list, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
