using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>A steward narrows an agreement by himself; it holds from the partner's next request on. Whatever widens it is drafted and
/// approved by another (<see cref="DraftAgreement"/>, <see cref="ApproveAgreement"/>).</summary>
public static class ChangeAgreement
{
    public sealed record Request : TermsRequest
    {
        /// <summary>The version the steward saw; a newer one is a conflict.</summary>
        public required int Version { get; init; }
    }

    public static async Task<IResult> Handle(
        string code, Request request, Registry registry, Caller caller, Facts facts, ProgrammeCatalogue programmes,
        TimeProvider clock, CancellationToken stop)
    {
        var agreement = await registry.Agreements.Include(a => a.Partner).Include(a => a.Clients).FirstOrDefaultAsync(a => a.Code == code, stop);
        if (agreement is null) return Problems.NotFound;
        if (agreement.Key == caller.AgreementKey) return Problems.OwnAgreement;
        if (agreement.Version != request.Version) return Problems.Conflict;
        var before = AgreementTerms.Of(agreement);
        var after = request.On(before);
        if (await AgreementFaults.Of(after.On(agreement), registry, facts, programmes, stop) is { } fault) return fault;
        if (!after.IsWithin(before)) return Problems.ApprovalRequired;
        registry.AgreementChanges.Add(Changed(agreement, after, caller, clock));
        return await registry.TrySave(stop) ? Results.Json(AgreementView.Of(agreement), Json.Web) : Problems.Conflict;
    }

    /// <summary>Gives an agreement new terms and the next version; what was is kept.</summary>
    internal static AgreementChange Changed(Agreement agreement, AgreementTerms after, Caller caller, TimeProvider clock)
    {
        var change = new AgreementChange
        {
            AgreementKey = agreement.Key,
            Version = agreement.Version,
            Before = AgreementTerms.Of(agreement).Write(),
            By = caller.ClientId,
            EndUser = caller.EndUser,
            At = clock.GetUtcNow().UtcDateTime,
        };
        after.Into(agreement);
        (agreement.Version, agreement.ChangedAt) = (agreement.Version + 1, change.At);
        return change;
    }
}
