using Quartz;
using Regsosek.Api.Operations;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Hands runs to the scheduler, which keeps them in the hub's own database.</summary>
public sealed class RunSchedule(ISchedulerFactory schedulers)
{
    public Task CarryOn(ClassificationRun run, CancellationToken stop) =>
        schedulers.Begin<RunJob, RunKey>(new(run.Key), run.Id.ToString(), stop);
}
