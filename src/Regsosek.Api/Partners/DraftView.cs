using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>A draft as stewards see it.</summary>
/// <param name="Draft">Its number, which the approval names.</param>
/// <param name="BasedOn">The version it would replace; 0 for a new agreement.</param>
/// <param name="DraftedFor">The end user the author acted for, when he named one.</param>
/// <param name="Partner">For a new agreement: its partner.</param>
/// <param name="Client">For a new agreement: the client that would ask under it.</param>
public sealed record DraftView(
    int Draft, string Code, int BasedOn, string State, string DraftedBy, string? DraftedFor, DateTime DraftedAt, AgreementTerms Terms,
    string? Partner, string? Client)
{
    internal static DraftView Of(AgreementDraft draft)
    {
        var content = DraftContent.Of(draft);
        return new(draft.Key, draft.Code, draft.BasedOn, draft.State.ToString().ToLowerInvariant(), draft.DraftedBy, draft.DraftedFor, draft.DraftedAt,
            content.Terms, content.Partner?.Code, content.Partner?.Client);
    }
}
