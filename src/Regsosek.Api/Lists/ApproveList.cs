using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>A second principal of the same agreement has a large list frozen. Neither who drafted it nor who asked can.</summary>
public static class ApproveList
{
    public static Task<IResult> Handle(Guid id, HttpContext http, DecideList decide, Caller caller, CancellationToken stop) =>
        decide.From(ListState.AwaitingApproval, id, http, list =>
        {
            if (IsAuthor(list, caller)) return Problems.SecondPrincipal;
            (list.DecidedBy, list.IsApproved, list.State) = (caller.ClientId, true, ListState.Freezing);
            return null;
        }, stop);

    /// <summary>The same client, or the same end user behind another one.</summary>
    private static bool IsAuthor(TargetedList list, Caller caller) => caller.ClientId == list.Client || caller.ClientId == list.AskedBy
        || (caller.EndUser is { } user && (user == list.EndUser || user == list.AskedFor));
}
