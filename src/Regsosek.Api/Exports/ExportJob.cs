using Microsoft.EntityFrameworkCore;
using Quartz;
using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>Builds an export in the background. After a crash the scheduler runs it again, and it goes on with the parts that are not there.</summary>
public sealed class ExportJob(BuildExport build) : IJob<ExportKey>
{
    public async ValueTask Execute(IJobExecutionContext context, ExportKey export, CancellationToken stop) => await build.CarryOn(export.Key, stop);
}

/// <summary>Which export.</summary>
public sealed record ExportKey(long Key);

/// <summary>Hands exports to the scheduler, which keeps them in the hub's own database.</summary>
public sealed class ExportSchedule(ISchedulerFactory schedulers)
{
    public Task CarryOn(Export export, CancellationToken stop) =>
        schedulers.Begin<ExportJob, ExportKey>(new(export.Key), export.Id.ToString(), stop);
}

/// <summary>At the start every export that is being built is with the scheduler: one that was begun just before a crash goes on.</summary>
public sealed class ResumeExports(Registries registries, ExportSchedule schedule) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var registry = registries.For(Caller.System("exports"));
        foreach (var export in await registry.Exports.AsNoTracking().Where(x => x.State == ExportState.Building).ToListAsync(cancellationToken))
            await schedule.CarryOn(export, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
