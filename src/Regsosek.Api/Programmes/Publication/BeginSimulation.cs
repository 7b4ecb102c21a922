using Microsoft.EntityFrameworkCore;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Exports;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Programmes;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>A ministry has it counted what its draft would do to the families it may see, before anybody publishes it.</summary>
public static class BeginSimulation
{
    public static async Task<IResult> Handle(
        string code, int version, HttpContext http, Registry registry, Registries registries, Caller caller, OwnProgrammes own, ProgrammeCatalogue programmes,
        SimulationSchedule schedule, Disclosure disclosure, ReadContext reading, TimeProvider clock, CancellationToken stop)
    {
        var programme = own.Get(code);
        if (!caller.Programmes.Contains(code)) return Problems.ProgrammeNotGranted;
        if (await registry.ProgrammeDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.Open == code && d.Version == version, stop) is not { } draft) return Problems.NotFound;
        var read = programmes.Read(programme, draft.Document)[0];
        if (Drafts.Fault(programme, read, caller, registry.Today) is { } fault) return fault;
        reading.Shape = $"programme={code}&version={version}";
        await disclosure.Record([], read.Groups, stop);

        var simulation = await Write(registries, draft, caller, registry.Today, clock, stop);
        await schedule.CarryOn(simulation, stop);
        http.Response.Headers.Location = $"/api/v1/programmes/{code}/simulations/{simulation.Id}";
        return Results.Json(SimulationView.Of(simulation), Json.Web, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>The same question while it is being counted is the same simulation.</summary>
    private static async Task<Simulation> Write(Registries registries, ProgrammeDocument draft, Caller caller, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("simulations"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        var key = await KeyBlocks.Take(registry, "simulations", 1, stop);
        var (run, terms) = (await registry.RunInForce(stop), ExportTerms.Of(caller).Write());
        if (await registry.Simulations.AsNoTracking().FirstOrDefaultAsync(s => s.State == SimulationState.Counting && s.Hash == draft.Hash && s.Programme == draft.Programme
            && s.Client == caller.ClientId && s.Terms == terms && s.RunKey == run && s.Day == today, stop) is { } same) return same;
        var now = clock.GetUtcNow();
        var simulation = new Simulation
        {
            Key = key,
            Id = Guid.CreateVersion7(now),
            Programme = draft.Programme,
            Version = draft.Version,
            Hash = draft.Hash,
            PartnerKey = caller.PartnerKey,
            Client = caller.ClientId,
            Purpose = caller.Purpose,
            EndUser = caller.EndUser,
            Terms = terms,
            Day = today,
            RunKey = run,
            RecordedAt = now.UtcDateTime,
        };
        registry.Simulations.Add(simulation);
        await registry.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return simulation;
    }
}
