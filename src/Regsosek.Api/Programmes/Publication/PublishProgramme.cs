using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Programmes;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>A second principal of the ministry publishes a draft: it comes into force on its day, in place of the version before, and never changes from now on.</summary>
public static class PublishProgramme
{
    /// <param name="Hash">Hash of the draft that was read; another one that has taken its place is not published unseen.</param>
    /// <param name="Simulation">The simulation that was read; it is stored with the version.</param>
    public sealed record Request(string Hash, Guid Simulation);

    public static async Task<IResult> Handle(
        string code, int version, Request request, Registry registry, Caller caller, OwnProgrammes own, PublicationReader drafts, ProgrammeCatalogue programmes, PublishedProgrammes published,
        TimeProvider clock, CancellationToken stop)
    {
        var programme = own.Get(code);
        if (await registry.ProgrammeDocuments.FirstOrDefaultAsync(d => d.Open == code && d.Version == version, stop) is not { } draft) return Problems.NotFound;
        if (IsAuthor(draft, caller)) return Problems.SecondPrincipal;
        if (draft.Hash != request.Hash) return Problems.ProgrammeChanged;
        if (await drafts.Simulation(code, request.Simulation, stop) is null || await Simulated(registry, draft, request.Simulation, stop) is not { } simulation)
            return Problems.SimulationRequired;
        try
        {
            var read = programmes.Read(programme, draft.Document)[0];
            if (Drafts.Fault(programme, read, caller, Days.Of(clock.GetUtcNow() + PublishedProgrammes.Ahead)) is { } fault) return fault;
            (draft.State, draft.Open, draft.Name, draft.SimulationKey) = (ProgrammeState.Published, null, $"{code}@{version}", simulation.Key);
            RejectProgramme.Decide(draft, caller, clock);
            if (!await registry.TrySave(stop)) return Problems.ProgrammeChanged;
            await published.Look(stop);
            return Results.Json(ProgrammeDraftView.Of(draft, read), Json.Web);
        }
        catch (RuleException refusal)
        {
            return Problems.Refused(refusal);
        }
    }

    private static async Task<Simulation?> Simulated(Registry registry, ProgrammeDocument draft, Guid id, CancellationToken stop)
    {
        var run = await registry.RunInForce(stop);
        return await registry.Simulations.AsNoTracking().FirstOrDefaultAsync(
            s => s.Id == id && s.Programme == draft.Programme && s.Hash == draft.Hash && s.State == SimulationState.Done && s.RunKey == run, stop);
    }

    /// <summary>The same client, or the same end user behind another one.</summary>
    private static bool IsAuthor(ProgrammeDocument draft, Caller caller) =>
        draft.DraftedBy == caller.ClientId || (draft.DraftedFor is not null && draft.DraftedFor == caller.EndUser);
}
