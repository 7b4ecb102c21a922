using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Regsosek.Api.Http;
using Regsosek.Api.Partners;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Access;

/// <summary>Makes a caller of a validated token and the agreement as it is now: a change of the agreement holds from the next request on.</summary>
public sealed class Callers(Registries registries, CurrentClients clients, Facts facts, IssuedTermsReader issued)
{
    private static readonly Caller Reading = Caller.System("find the agreement");

    /// <summary>Callers made of an agreement as it was read: requests that shared the read share them.</summary>
    private readonly ConditionalWeakTable<Agreement, ConcurrentDictionary<(string Client, string Purpose, string Scopes), Caller>> _made = [];
    private readonly ConcurrentDictionary<string, PopulationLimit> _limits = new();

    public async Task<(Caller Caller, Problem? Refusal)> Of(ClaimsPrincipal token, string endUser, CancellationToken stop)
    {
        if (token.FindFirstValue("client_id") is not { Length: > 0 } clientId) return (Caller.Nobody, Problems.TokenInvalid);

        var client = await clients.Find(clientId);
        await using var registry = registries.For(Reading);
        if (client is null || !client.Agreement.InForce(registry.Today)) return (Caller.Nobody, Problems.AgreementNotInForce);
        if (client.SuspendedAt is not null) return (Caller.Nobody, Problems.ClientSuspended);

        var agreement = await issued.For(token, client.Agreement, registry, stop);
        if (!agreement.InForce(registry.Today)) return (Caller.Nobody, Problems.TokenInvalid);
        var purpose = token.FindFirstValue("purpose");
        if (purpose is null && agreement.Purposes.Count == 1) purpose = agreement.Purposes[0];
        if (purpose is null) return (Caller.Nobody, Problems.PurposeRequired);
        if (!agreement.Purposes.Contains(purpose)) return (Caller.Nobody, Problems.PurposeNotAgreed);
        if (agreement.RequiresEndUser && !IsSane(endUser)) return (Caller.Nobody, Problems.EndUserRequired);

        var scopes = string.Join(' ', token.FindAll("scope").Select(c => c.Value));
        var caller = _made.GetOrCreateValue(agreement).GetOrAdd((client.ClientId, purpose, scopes),
            made => Of(made.Client, agreement, made.Purpose, made.Scopes.Split(' ').Intersect(agreement.Scopes)) with
            {
                OnlyListedDocuments = client.OnlyListedDocuments,
            });
        return (IsSane(endUser) ? caller with { EndUser = endUser } : caller, null);
    }

    /// <summary>A client under terms that were kept, for work that goes on without his request.</summary>
    public Caller Under(AgreementTerms terms, Client client, string purpose, string? endUser) =>
        Of(client.ClientId, terms.On(client.Agreement), purpose, terms.Scopes) with { EndUser = endUser };

    private Caller Of(string client, Agreement agreement, string purpose, IEnumerable<string> scopes) => new()
    {
        ClientId = client,
        AgreementKey = agreement.Key,
        AgreementCode = agreement.Code,
        AgreementVersion = agreement.Version,
        PartnerKey = agreement.PartnerKey,
        PartnerCode = agreement.Partner.Code,
        Purpose = purpose,
        Scopes = scopes.ToFrozenSet(),
        Programmes = agreement.Programmes.ToFrozenSet(),
        Regions = RegionScope.Of(agreement.Regions),
        Fields = agreement.Fields,
        Limit = LimitOf(agreement.Limit),
        Budget = agreement.Budget,
    };

    private PopulationLimit? LimitOf(string? rule) =>
        rule is null ? null : _limits.GetOrAdd(rule, text => Limits.Of(text, facts));

    private static bool IsSane(string endUser) =>
        endUser.Length is > 0 and <= 80 && endUser.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or ':')
            && !Enumeration.SourceSheet.HasLongNumber(endUser);
}
