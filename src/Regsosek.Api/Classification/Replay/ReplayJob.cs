using Quartz;
using Regsosek.Api.Classification.Runs;

namespace Regsosek.Api.Classification.Replay;

/// <summary>Replays a sample of the national run in force every night. What it finds stands with the run, and is an error in the log.</summary>
[DisallowConcurrentExecution]
public sealed class ReplayJob(ReplayRun replay, ClassificationSettings settings, ILogger<ReplayJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken stop)
    {
        try
        {
            var result = await replay.Run(null, settings.ReplaySample, stop);
            if (result.Differences.Count > 0) log.LogError("Of {Replayed} families of run {Run} {Differing} came out otherwise", result.Replayed, result.Run.Id, result.Differences.Count);
            else log.LogInformation("{Replayed} families of run {Run} came out as they were written", result.Replayed, result.Run.Id);
        }
        catch (InvalidOperationException nothing)
        {
            log.LogInformation("{Message}", nothing.Message);
        }
    }
}
