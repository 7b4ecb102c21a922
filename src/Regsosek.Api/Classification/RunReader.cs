using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Households;
using Regsosek.Data;
using Regsosek.Data.AsOf;

namespace Regsosek.Api.Classification;

/// <summary>The runs that ranked families. A published run never changes, so it is read once.</summary>
public sealed class RunReader(Registries registries)
{
    private readonly ConcurrentDictionary<long, (ClassificationView View, DateTime PublishedAt)> _known = new();

    public async ValueTask<ClassificationView> View(long key, CancellationToken stop) => (await Read(key, stop)).View;

    /// <summary>Whether the run that is in force now was so at a moment.</summary>
    public async ValueTask<bool> WasInForce(long key, Moment moment, CancellationToken stop)
    {
        var (run, publishedAt) = await Read(key, stop);
        return run.Date <= moment.Day && publishedAt <= moment.KnownAt;
    }

    private async ValueTask<(ClassificationView View, DateTime PublishedAt)> Read(long key, CancellationToken stop)
    {
        if (_known.TryGetValue(key, out var known)) return known;
        await using var registry = registries.For(Caller.System("read a run"));
        var run = await registry.Runs.AsNoTracking().SingleAsync(r => r.Key == key, stop);
        return _known[key] = (new(run.Scheme, run.Model, run.ModelVersion, run.Stage, run.Scope, run.Coverage, run.Date, run.Demonstration), run.PublishedAt ?? DateTime.MaxValue);
    }
}
