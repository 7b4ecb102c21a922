using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>A principal refuses to have a large list frozen, or takes back that he asked: it is a draft again.</summary>
public static class RejectList
{
    public static Task<IResult> Handle(Guid id, HttpContext http, DecideList decide, Caller caller, CancellationToken stop) =>
        decide.From(ListState.AwaitingApproval, id, http, list =>
        {
            (list.DecidedBy, list.IsApproved, list.State) = (caller.ClientId, false, ListState.Draft);
            return null;
        }, stop);
}
