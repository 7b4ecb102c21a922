using Regsosek.Api.Classification;
using Regsosek.Api.Classification.Runs;
using Regsosek.Api.Households;
using Regsosek.Data;
using Regsosek.Data.AsOf;

namespace Regsosek.Api.Lists;

/// <summary>The run by which a list is put in order: that in force as of its instant.</summary>
public sealed class ListRuns(Registries registries, RunReader runs)
{
    /// <returns>0 before the first.</returns>
    public async Task<long> InForce(Moment moment, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"), moment);
        return await registry.RunInForce(stop);
    }

    /// <summary>Stages come one after another.</summary>
    public async Task<bool> HasReached(string stage, long key, CancellationToken stop) =>
        await View(key, stop) is { } run && RunTerms.Stages.ToList().IndexOf(run.Stage) >= RunTerms.Stages.ToList().IndexOf(stage);

    /// <summary>Null before the first.</summary>
    public async Task<ClassificationView?> View(long key, CancellationToken stop) => key == 0 ? null : await runs.View(key, stop);
}
