using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Runs as the caller may see them: nothing in them is about a family.</summary>
public sealed class RunListReader(Registry registry, Caller caller)
{
    private IQueryable<ClassificationRun> Seen => caller.Scopes.Contains(Scopes.RunsWrite)
        ? registry.Runs.AsNoTracking()
        : registry.Runs.AsNoTracking().Where(r => r.State == RunState.Published);

    public async Task<IReadOnlyList<RunView>> List(CancellationToken stop) =>
        [.. (await Seen.OrderByDescending(r => r.Key).ToListAsync(stop)).Select(RunView.Of)];

    public async Task<RunView?> Get(Guid id, CancellationToken stop) =>
        await Seen.SingleOrDefaultAsync(r => r.Id == id, stop) is { } run ? RunView.Of(run) : null;
}
