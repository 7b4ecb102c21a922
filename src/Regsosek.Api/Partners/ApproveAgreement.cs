using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>A second principal puts a draft in force. What it narrows holds at once, what it widens only for tokens issued from now on.</summary>
public static class ApproveAgreement
{
    /// <param name="Draft">Number of the draft that was read; another one that has taken its place is not approved unseen.</param>
    public sealed record Request(int Draft);

    public static async Task<IResult> Handle(
        string code, Request request, Registry registry, Caller caller, Facts facts, ProgrammeCatalogue programmes, TimeProvider clock,
        IServiceProvider services, CancellationToken stop)
    {
        var draft = await registry.AgreementDrafts.FirstOrDefaultAsync(d => d.Open == code && d.Key == request.Draft, stop);
        if (draft is null) return Problems.NotFound;
        if (IsAuthor(draft, caller)) return Problems.SecondPrincipal;
        var agreement = await registry.Agreements.Include(a => a.Partner).Include(a => a.Clients).FirstOrDefaultAsync(a => a.Code == code, stop);
        if (agreement is not null && agreement.Key == caller.AgreementKey) return Problems.OwnAgreement;
        if ((agreement?.Version ?? 0) != draft.BasedOn) return Problems.Conflict;

        var content = DraftContent.Of(draft);
        var isNew = agreement is null;
        agreement ??= await New(draft, content, registry, stop);
        if (await AgreementFaults.Of(content.Terms.On(agreement), registry, facts, programmes, stop) is { } fault) return fault;
        if (isNew && await NewPartner.Fault(content.Partner, registry, stop) is { } stranger) return stranger;
        if (isNew && services.GetService<IOpenIddictApplicationManager>() is { } applications && !await Register(applications, content.Partner!, stop))
            return Problems.Conflict;

        if (isNew) registry.Agreements.Add(agreement);
        else registry.AgreementChanges.Add(ChangeAgreement.Changed(agreement, content.Terms, caller, clock));
        RejectDraft.Decide(draft, DraftState.Approved, caller, clock);
        return await registry.TrySave(stop) ? Results.Json(AgreementView.Of(agreement), Json.Web) : Problems.Conflict;
    }

    /// <summary>The client first: without its agreement it can do nothing. One that is there already has come from an approval that was cut short, or,
    /// with other keys, from another draft: that one is left alone.</summary>
    private static async Task<bool> Register(IOpenIddictApplicationManager applications, NewPartner partner, CancellationToken stop)
    {
        if (await applications.FindByClientIdAsync(partner.Client, stop) is { } there)
            return Keys(await applications.GetJsonWebKeySetAsync(there, stop)).SetEquals(Keys(new JsonWebKeySet(partner.Jwks.GetRawText())));
        await AddPartner.Register(applications, partner.Client, secret: null, partner.Jwks.GetRawText(), stop);
        return true;

        static HashSet<string> Keys(JsonWebKeySet? set) => [.. (set?.Keys ?? []).Select(k => Convert.ToHexString(k.ComputeJwkThumbprint()))];
    }

    /// <summary>The same client, or the same end user behind another one.</summary>
    private static bool IsAuthor(AgreementDraft draft, Caller caller) =>
        draft.DraftedBy == caller.ClientId || (draft.DraftedFor is not null && draft.DraftedFor == caller.EndUser);

    private static async Task<Agreement> New(AgreementDraft draft, DraftContent content, Registry registry, CancellationToken stop)
    {
        var partner = content.Partner!;
        var agreement = new Agreement
        {
            Code = draft.Code,
            LegalBasis = content.Terms.LegalBasis,
            Partner = await registry.Partners.FirstOrDefaultAsync(p => p.Code == partner.Code, stop)
                ?? new Partner { Code = partner.Code, Name = partner.Name! },
            Clients = { new Client { ClientId = partner.Client } },
        };
        content.Terms.Into(agreement);
        return agreement;
    }
}
