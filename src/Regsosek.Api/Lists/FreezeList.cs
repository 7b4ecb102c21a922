using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>A draft is to be frozen: at once, or when a second principal has approved.</summary>
public static class FreezeList
{
    public static Task<IResult> Handle(Guid id, HttpContext http, DecideList decide, Caller caller, ListSettings settings, CancellationToken stop) =>
        decide.From(ListState.Draft, id, http, list =>
        {
            (list.AskedBy, list.AskedFor, list.DecidedBy, list.IsApproved) = (caller.ClientId, caller.EndUser, null, null);
            list.State = list.Entries > settings.ApproveAbove ? ListState.AwaitingApproval : ListState.Freezing;
            return null;
        }, stop);
}
