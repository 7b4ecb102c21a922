using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Regsosek.Api.Access;
using Regsosek.Api.Exports;
using Regsosek.Api.Http;
using Regsosek.Api.Operations;
using Regsosek.Api.Partners;
using Regsosek.Api.Programmes.Simulations;
using Regsosek.Data;
using Regsosek.Data.Programmes;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>Counts a simulation in the background. After a crash the scheduler runs it again, from the beginning.</summary>
public sealed class SimulationJob(
    Registries registries, CurrentClients clients, Callers callers, ProgrammeCatalogue programmes, SimulateDraft simulate, TimeProvider clock,
    ILogger<SimulationJob> log) : IJob<SimulationKey>
{
    public async ValueTask Execute(IJobExecutionContext context, SimulationKey key, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("simulations"));
        if (await registry.Simulations.SingleOrDefaultAsync(s => s.Key == key.Key && s.State == SimulationState.Counting, stop) is not { } row) return;
        if (await CallerOf(row) is not { } caller
            || await registry.ProgrammeDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.Open == row.Programme && d.Hash == row.Hash, stop) is not { } draft)
        {
            row.State = SimulationState.Withdrawn;
        }
        else
        {
            var counted = 0L;
            var programme = programmes.Find(row.Programme)!;
            var report = await simulate.Of(
                programme, programmes.Read(programme, draft.Document)[0], caller, row.Day, families => Counted(key.Key, Interlocked.Add(ref counted, families), stop), stop);
            (row.State, row.Counted, row.Report) = (SimulationState.Done, report.Families, JsonSerializer.Serialize(report, Json.Web));
        }

        row.EndedAt = clock.GetUtcNow().UtcDateTime;
        await registry.TrySave(stop);
        log.LogInformation("Simulation {Simulation} is {State}", row.Id, row.State);
    }

    /// <summary>For who waits; who is a part behind says nothing.</summary>
    private async Task Counted(long key, long families, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("simulations"));
        if (await registry.Simulations.SingleOrDefaultAsync(s => s.Key == key && s.State == SimulationState.Counting && s.Counted < families, stop) is not { } row) return;
        row.Counted = families;
        await registry.TrySave(stop);
    }

    /// <summary>Who asked, as he was; null when his agreement allows it no longer.</summary>
    private async Task<Caller?> CallerOf(Simulation simulation)
    {
        var (client, kept) = (await clients.Find(simulation.Client), AgreementTerms.Read(simulation.Terms));
        return client is { SuspendedAt: null } && client.Agreement.InForce(clock.Today()) && AgreementTerms.Of(client.Agreement).Allow(kept)
            ? callers.Under(kept, client, simulation.Purpose, simulation.EndUser)
            : null;
    }
}

/// <summary>Which simulation.</summary>
public sealed record SimulationKey(long Key);

/// <summary>Hands simulations to the scheduler, which keeps them in the hub's own database.</summary>
public sealed class SimulationSchedule(ISchedulerFactory schedulers)
{
    public Task CarryOn(Simulation simulation, CancellationToken stop) =>
        schedulers.Begin<SimulationJob, SimulationKey>(new(simulation.Key), simulation.Id.ToString(), stop);
}

/// <summary>At the start every simulation that is being counted is with the scheduler: one that was begun just before a crash is counted again.</summary>
public sealed class ResumeSimulations(Registries registries, SimulationSchedule schedule) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var registry = registries.For(Caller.System("simulations"));
        foreach (var simulation in await registry.Simulations.AsNoTracking().Where(s => s.State == SimulationState.Counting).ToListAsync(cancellationToken))
            await schedule.CarryOn(simulation, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
