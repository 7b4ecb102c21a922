using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>A data-sharing agreement as a steward sees it.</summary>
public sealed record AgreementView(
    string Code, string Partner, int Version, string LegalBasis, IReadOnlyList<string> Purposes, IReadOnlyList<string> Regions,
    IReadOnlyList<string> Fields, IReadOnlyList<string> Programmes,
    IReadOnlyList<string> Scopes, string? Limit, int Budget, bool RequiresEndUser, DateOnly ValidFrom, DateOnly? ValidTo, string Status,
    IReadOnlyList<ClientView> Clients)
{
    public static AgreementView Of(Agreement a) => new(
        a.Code, a.Partner.Code, a.Version, a.LegalBasis, a.Purposes, a.Regions, a.Fields.ToNames(), a.Programmes, a.Scopes, a.Limit, a.Budget,
        a.RequiresEndUser, a.ValidFrom, a.ValidTo,
        a.Status.ToString().ToLowerInvariant(), a.Clients.ConvertAll(c => new ClientView(c.ClientId, c.SuspendedAt, c.SuspendedBecause)));
}

/// <summary>A machine of the partner.</summary>
public sealed record ClientView(string ClientId, DateTime? SuspendedAt, string? SuspendedBecause);
