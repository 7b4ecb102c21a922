using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>A steward refuses a draft, or takes his own back; another can be written then.</summary>
public static class RejectDraft
{
    public static async Task<IResult> Handle(string code, ApproveAgreement.Request request, Registry registry, Caller caller, TimeProvider clock,
        CancellationToken stop)
    {
        if (await registry.AgreementDrafts.FirstOrDefaultAsync(d => d.Open == code && d.Key == request.Draft, stop) is not { } draft)
            return Problems.NotFound;
        if (code == caller.AgreementCode) return Problems.OwnAgreement;
        Decide(draft, DraftState.Rejected, caller, clock);
        return await registry.TrySave(stop) ? Results.NoContent() : Problems.Conflict;
    }

    internal static void Decide(AgreementDraft draft, DraftState state, Caller caller, TimeProvider clock)
    {
        (draft.State, draft.Open) = (state, null);
        (draft.DecidedBy, draft.DecidedFor, draft.DecidedAt) = (caller.ClientId, caller.EndUser, clock.GetUtcNow().UtcDateTime);
    }
}
