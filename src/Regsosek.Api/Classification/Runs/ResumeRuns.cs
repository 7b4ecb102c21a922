using Microsoft.EntityFrameworkCore;
using Regsosek.Data;

namespace Regsosek.Api.Classification.Runs;

/// <summary>At the start every open run is with the scheduler: one that was begun just before a crash, or whose verb was killed, goes on.</summary>
public sealed class ResumeRuns(Registries registries, RunSchedule schedule) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var registry = registries.For(Caller.System("classify"));
        foreach (var run in await registry.Runs.AsNoTracking().Where(r => r.Open != null).ToListAsync(cancellationToken))
            await schedule.CarryOn(run, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
