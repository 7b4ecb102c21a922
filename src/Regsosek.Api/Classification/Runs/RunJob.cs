using Quartz;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Carries a run on in the background. After a crash the scheduler runs it again, on this node or another, and it goes on at the checkpoint.</summary>
[DisallowConcurrentExecution]
public sealed class RunJob(Classify classify, ILogger<RunJob> log) : IJob<RunKey>
{
    public async ValueTask Execute(IJobExecutionContext context, RunKey run, CancellationToken stop)
    {
        try
        {
            await classify.CarryOn(run.Key, null, stop);
        }
        catch (RunStoppedException stopped)
        {
            log.LogInformation("{Message}", stopped.Message);
        }
    }
}

/// <summary>Which run.</summary>
public sealed record RunKey(long Key);
