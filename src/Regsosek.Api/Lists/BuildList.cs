using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Exports;
using Regsosek.Api.Http;
using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Carries a list on: one that is building to a draft, one that is freezing to a frozen one. Every step is written with its checkpoint: whatever ended the process, the
/// next goes on, and comes to the same list.</summary>
public sealed class BuildList(Registries registries, CollectEntries collect, OrderEntries order, FreezeParts freeze, EndList end, ExportSettings pace, ILogger<BuildList> log) : IDisposable
{
    /// <summary>Lists at a time: each is read several times over at once.</summary>
    private readonly SemaphoreSlim _atATime = new(pace.Readers);

    /// <summary>By state too: a draft may be asked for to be frozen before who drafted it has left.</summary>
    private readonly ConcurrentDictionary<(long Key, ListState State), bool> _building = new();

    /// <summary>Nothing when it waits for somebody, has ended, or is being carried on already.</summary>
    public async Task CarryOn(long key, CancellationToken stop)
    {
        if (await Open(key, stop) is not { } list || !_building.TryAdd((key, list.State), true)) return;
        try
        {
            await _atATime.WaitAsync(stop);
            try
            {
                await Carry(list, stop);
            }
            finally
            {
                _atATime.Release();
            }
        }
        finally
        {
            _building.TryRemove((key, list.State), out _);
        }
    }

    public void Dispose() => _atATime.Dispose();

    private async Task Carry(TargetedList list, CancellationToken stop)
    {
        using var trace = Telemetry.Source.StartActivity("list");
        try
        {
            if (list.State == ListState.Freezing)
            {
                await freeze.Run(list, stop);
                log.LogInformation("List {List} is frozen", list.Id);
                return;
            }

            await collect.Run(list, stop);
            await order.Run(list, stop);
            log.LogInformation("List {List} is drafted", list.Id);
        }
        catch (ListStoppedException stopped)
        {
            log.LogInformation("List {List} was stopped", list.Id);
            if (stopped.IsWithdrawn) await end.As(list, ListState.Withdrawn, null, stop);
            else await end.DropIfGone(list, stop);
        }
        catch (ProblemException fault) when (fault.Problem.Status < 500)
        {
            log.LogWarning("List {List} failed: {Problem}", list.Id, fault.Problem.Code);
            await end.As(list, ListState.Failed, fault.Problem, stop);
        }
    }

    private async Task<TargetedList?> Open(long key, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        return await registry.Lists.AsNoTracking().SingleOrDefaultAsync(l => l.Key == key && (l.State == ListState.Building || l.State == ListState.Freezing), stop);
    }
}

/// <summary>A list that may not be carried on: it was deleted, its agreement allows it no longer, or another node was faster.</summary>
public sealed class ListStoppedException(bool isWithdrawn) : InvalidOperationException(isWithdrawn ? "withdrawn" : "deleted")
{
    public bool IsWithdrawn => isWithdrawn;
}
