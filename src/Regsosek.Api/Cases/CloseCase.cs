using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Cases;

namespace Regsosek.Api.Cases;

/// <summary>Who has to answer a case says how it ended. What takes aid away is no more than a decision on record, with a reason and a day until which the family may object.</summary>
public static class CloseCase
{
    /// <param name="Version">The version that was seen.</param>
    /// <param name="Outcome">added, removed, justified or wrong-data.</param>
    /// <param name="Note">Why so, a code.</param>
    /// <param name="ObjectBy">Of removed: until when who is concerned may object.</param>
    public sealed record Request(int Version, string Outcome, string Note, DateOnly? ObjectBy = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, Registry registry, CaseReader cases, CaseRights rights, Caller caller, CaseSettings settings, TimeProvider clock, CancellationToken stop)
    {
        var outcome = CaseWords.Read<CaseOutcome>(request.Outcome, "outcome");
        if (!CaseWords.Notes.Contains(request.Note)) return Problems.Invalid("note", $"one of {string.Join(", ", CaseWords.Notes)}.");
        var earliest = clock.Today().AddDays(settings.ObjectionDays);
        if (request.ObjectBy is not null != (outcome == CaseOutcome.Removed) || request.ObjectBy < earliest)
            return Problems.Invalid("objectBy", $"goes with removed, and is {earliest:yyyy-MM-dd} or later.");
        if (await cases.Find(id, stop) is not { } found) return Problems.NotFound;
        var one = found.Case;
        if (!rights.Answers(one)) return Problems.CaseNotYours;
        if (!Ends(one.Kind, outcome)) return Problems.Invalid("outcome", $"does not end a case of kind {CaseWords.Of(one.Kind)}.");
        if (one.State == CaseState.Closed) return Problems.CaseClosed;
        if (one.Version != request.Version) return Problems.CaseChanged;

        (one.State, one.Outcome, one.Note, one.ObjectBy) = (CaseState.Closed, outcome, request.Note, request.ObjectBy);
        (one.ClosedAt, one.ClosedBy, one.Version) = (clock.GetUtcNow().UtcDateTime, caller.PartnerCode, one.Version + 1);
        var step = CaseView.Closing(one);
        (step.Client, step.EndUser) = (caller.ClientId, caller.EndUser);
        registry.CaseSteps.Add(step);
        return await registry.TrySave(stop) ? Results.Json(cases.View(found), Json.Web) : Problems.CaseChanged;
    }

    private static bool Ends(CaseKind kind, CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Added => kind != CaseKind.Inclusion,
        CaseOutcome.Removed => kind == CaseKind.Inclusion,
        CaseOutcome.ResolvedByData => false,
        _ => true,
    };
}
