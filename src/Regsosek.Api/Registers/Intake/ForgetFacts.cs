using Quartz;
using Regsosek.Data;
using Regsosek.Data.Registers;

namespace Regsosek.Api.Registers.Intake;

/// <summary>Every night, deletes what registers said that may not be kept any longer, former values and refused lines too. Rules stop reading it on the
/// day itself.</summary>
[DisallowConcurrentExecution]
public sealed class ForgetFacts(Registries registries, ILogger<ForgetFacts> log) : IJob
{
    public const string Nightly = "0 15 18 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken stop) => await Run(stop);

    /// <returns>Facts that are gone.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        await using var hub = registries.For(Caller.System("forget facts"));
        var gone = await hub.Forget(stop);
        if (gone > 0) log.LogInformation("{Count} facts of partners' registers were past their day and are deleted", gone);
        return gone;
    }
}
