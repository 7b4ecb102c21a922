using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Data;
using Regsosek.Data.Cases;

namespace Regsosek.Api.Cases;

/// <summary>Who has to answer a case hands it to another: the ministry to the regional government, and back.</summary>
public static class AssignCase
{
    /// <param name="Version">The version that was seen.</param>
    /// <param name="Owner">Code of a partner who may answer cases of the programme where the family lives.</param>
    public sealed record Request(int Version, string Owner);

    public static async Task<IResult> Handle(
        Guid id, Request request, Registry registry, CaseReader cases, CaseRights rights, Caller caller, TimeProvider clock, CancellationToken stop)
    {
        if (await cases.Find(id, stop) is not { } found) return Problems.NotFound;
        var one = found.Case;
        if (!rights.Answers(one)) return Problems.CaseNotYours;
        if (one.State == CaseState.Closed) return Problems.CaseClosed;
        if (one.Version != request.Version) return Problems.CaseChanged;
        if (!await MayAnswer(registry, request.Owner, found, stop)) return Problems.Invalid("owner", "is no partner whose agreement lets it answer this case.");

        (one.Owner, one.Version) = (request.Owner, one.Version + 1);
        registry.CaseSteps.Add(new()
        {
            CaseKey = one.Key,
            At = clock.GetUtcNow().UtcDateTime,
            Did = CaseView.Assigned,
            Says = request.Owner,
            By = caller.PartnerCode,
            Client = caller.ClientId,
            EndUser = caller.EndUser,
        });
        return await registry.TrySave(stop) ? Results.Json(cases.View(found), Json.Web) : Problems.CaseChanged;
    }

    private static async Task<bool> MayAnswer(Registry registry, string owner, FoundCase found, CancellationToken stop)
    {
        var agreements = await registry.Agreements.AsNoTracking().Where(a => a.Partner.Code == owner).ToListAsync(stop);
        return agreements.Any(a => a.InForce(registry.Today) && a.Scopes.Contains(Scopes.CasesWrite) && a.Programmes.Contains(found.Case.Programme)
            && RegionCover.Common(a.Regions, [found.Region]).Count > 0);
    }
}
