using Microsoft.EntityFrameworkCore;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Partners;

/// <summary>What the caller's agreement opens, and what is left of its budget.</summary>
public sealed record MeView(
    string Client, string Partner, string Agreement, int AgreementVersion, string Purpose, string? EndUser, IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Regions,
    IReadOnlyList<string> Fields, IReadOnlyList<string> Programmes, bool HasPopulationLimit, bool Pseudonyms, BudgetView Budget, long NotYetRanked);

/// <summary>Distinct persons in any 24 hours: granted, used, left.</summary>
public sealed record BudgetView(long Limit, long Used, long Left);

/// <summary>Tells a caller who he is here.</summary>
public sealed class MeReader(Caller caller, Registries registries, AccessLogWriter log)
{
    public async Task<MeView> Get(CancellationToken stop)
    {
        // Families without a rank are outside a decile limit; they are counted in the regions alone, so that the gap is seen.
        await using var registry = registries.For(caller with { Limit = null });
        var unranked = await registry.Households.LongCountAsync(h => h.Rank.Decile == null, stop);
        var used = await log.Used(caller.AgreementKey);
        return new(
            caller.ClientId, caller.PartnerCode, caller.AgreementCode, caller.AgreementVersion, caller.Purpose, caller.EndUser,
            [.. caller.Scopes.Order(StringComparer.Ordinal)],
            [.. caller.Regions.Codes], caller.Fields.ToNames(), [.. caller.Programmes.Order(StringComparer.Ordinal)],
            caller.Limit is not null, caller.SeesPseudonyms,
            new(caller.Budget, used, Math.Max(0, caller.Budget - used)), unranked);
    }
}

/// <summary>Route of the caller himself.</summary>
public static class MeEndpoint
{
    public static void MapMe(this IEndpointRouteBuilder app) => app.MapGet("/api/v1/me", Get).WithTags("Partners")
        .Named("GetMe", "The caller's agreement: regions, fields, programmes, budget left.").Needs("").Takes().Produces<MeView>();

    private static async Task<IResult> Get(MeReader me, CancellationToken stop) => Results.Json(await me.Get(stop), Json.Web);
}
