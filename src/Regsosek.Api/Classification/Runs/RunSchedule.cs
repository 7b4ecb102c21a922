using Quartz;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Hands runs to the scheduler, which keeps them in the hub's own database.</summary>
public sealed class RunSchedule(ISchedulerFactory schedulers)
{
    public async Task CarryOn(ClassificationRun run, CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop);
        await scheduler.ScheduleJob<RunJob, RunKey>(new(run.Key), TimeSpan.Zero,
            new() { Name = run.Id.ToString(), RequestRecovery = true, OnConflict = TriggerConflict.Keep }, stop);
    }
}
