using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Gives up an open run. Who carries it on sees so at the next checkpoint, which it then can't write.</summary>
public static class CancelRun
{
    public static async Task<IResult> Handle(Guid id, Registries registries, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        var run = await registry.Runs.SingleOrDefaultAsync(r => r.Id == id, stop);
        if (run is null) return Problems.NotFound;
        if (run.Open is null) return Problems.RunEnded;
        (run.State, run.Open) = (RunState.Cancelled, null);
        return await registry.TrySave(stop) ? Results.Json(RunView.Of(run), Json.Web) : Problems.RunEnded;
    }
}
