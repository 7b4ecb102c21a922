using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Households;
using Regsosek.Data;

namespace Regsosek.Api.Classification;

/// <summary>The runs that ranked families. A published run never changes, so it is read once.</summary>
public sealed class RunReader(Registries registries)
{
    private readonly ConcurrentDictionary<long, ClassificationView> _views = new();

    public async ValueTask<ClassificationView> View(long key, CancellationToken stop)
    {
        if (_views.TryGetValue(key, out var known)) return known;
        await using var registry = registries.For(Caller.System("read a run"));
        var run = await registry.Runs.AsNoTracking().SingleAsync(r => r.Key == key, stop);
        return _views[key] = new(run.Scheme, run.Model, run.ModelVersion, run.Stage, run.Scope, run.Coverage, run.Date, run.Demonstration);
    }
}
