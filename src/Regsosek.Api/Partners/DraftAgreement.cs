using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>A steward writes a new agreement, or a change of one, for another to approve. Nothing opens by it.</summary>
public static class DraftAgreement
{
    public sealed record Request : TermsRequest
    {
        /// <summary>Code of the agreement: one there is, to change it, or a new one.</summary>
        public required string Code { get; init; }

        /// <summary>The version the steward saw; left out for a new agreement.</summary>
        public int Version { get; init; }

        public string? LegalBasis { get; init; }
        public DateOnly? ValidFrom { get; init; }

        /// <summary>Whose a new agreement is, and the client that will ask under it.</summary>
        public NewPartner? Partner { get; init; }

        internal override AgreementTerms On(AgreementTerms terms) => base.On(terms) with
        {
            LegalBasis = LegalBasis ?? terms.LegalBasis,
            ValidFrom = ValidFrom ?? terms.ValidFrom,
        };
    }

    public static async Task<IResult> Handle(
        Request request, Registry registry, Caller caller, Facts facts, ProgrammeCatalogue programmes, TimeProvider clock, CancellationToken stop)
    {
        var agreement = await registry.Agreements.AsNoTracking().FirstOrDefaultAsync(a => a.Code == request.Code, stop);
        if ((agreement?.Version ?? 0) != request.Version) return Problems.Conflict;
        if (agreement is not null && agreement.Key == caller.AgreementKey) return Problems.OwnAgreement;
        if (agreement is null && await NewPartner.Fault(request.Partner, registry, stop) is { } stranger) return stranger;
        if (agreement is not null && request.Partner is not null) return Problems.Invalid("partner", "is for a new agreement.");

        agreement ??= new Agreement { Code = request.Code, LegalBasis = "", ValidFrom = registry.Today, Status = AgreementStatus.Active };
        var terms = request.On(AgreementTerms.Of(agreement));
        if (terms.LegalBasis.Length is 0 or > 500) return Problems.Invalid("legalBasis", "names the law or decree it rests on, in up to 500 letters.");
        if (await AgreementFaults.Of(terms.On(agreement), registry, facts, programmes, stop) is { } fault) return fault;
        var draft = new AgreementDraft
        {
            Code = request.Code,
            Open = request.Code,
            BasedOn = request.Version,
            Content = JsonSerializer.Serialize(new DraftContent(terms, request.Partner), Json.Web),
            DraftedBy = caller.ClientId,
            DraftedFor = caller.EndUser,
            DraftedAt = clock.GetUtcNow().UtcDateTime,
        };
        registry.AgreementDrafts.Add(draft);
        return await registry.TrySave(stop) ? Results.Json(DraftView.Of(draft), Json.Web, statusCode: StatusCodes.Status201Created) : Problems.DraftOpen;
    }
}

/// <summary>What a draft holds: the terms and, for a new agreement, whose it is.</summary>
internal sealed record DraftContent(AgreementTerms Terms, NewPartner? Partner)
{
    public static DraftContent Of(AgreementDraft draft) => JsonSerializer.Deserialize<DraftContent>(draft.Content, Json.Web)!;
}
