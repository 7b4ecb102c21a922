using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Programmes;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>The ministry refuses a draft, or takes it back; another can be written then.</summary>
public static class RejectProgramme
{
    public static async Task<IResult> Handle(
        string code, int version, Registry registry, Caller caller, OwnProgrammes own, TimeProvider clock, CancellationToken stop)
    {
        own.Get(code);
        if (await registry.ProgrammeDocuments.FirstOrDefaultAsync(d => d.Open == code && d.Version == version, stop) is not { } draft) return Problems.NotFound;
        (draft.State, draft.Open) = (ProgrammeState.Rejected, null);
        Decide(draft, caller, clock);
        return await registry.TrySave(stop) ? Results.NoContent() : Problems.ProgrammeChanged;
    }

    internal static void Decide(ProgrammeDocument draft, Caller caller, TimeProvider clock) =>
        (draft.DecidedBy, draft.DecidedFor, draft.DecidedAt) = (caller.ClientId, caller.EndUser, clock.GetUtcNow().UtcDateTime);
}
