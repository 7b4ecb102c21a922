using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Partners;

/// <summary>Routes of agreements, for the data steward (walidata).</summary>
public static class AgreementEndpoints
{
    public static void MapAgreements(this IEndpointRouteBuilder app)
    {
        var agreements = app.MapGroup("/api/v1/agreements").WithTags("Partners");
        agreements.MapGet("/", List).Named("ListAgreements", "All agreements.").Needs(Scopes.PartnersManage).Takes().Produces<AgreementList>();
        agreements.MapGet("/{code}", Get).Named("GetAgreement", "One agreement.").Needs(Scopes.PartnersManage).Takes().Fails(Problems.NotFound)
            .Produces<AgreementView>();
        agreements.MapPatch("/{code}", ChangeAgreement.Handle).Named("ChangeAgreement", "Changes an agreement; holds from the next request on.")
            .Needs(Scopes.PartnersManage)
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.InvalidParameter, Problems.OwnAgreement, Problems.Conflict)
            .Produces<AgreementView>();
        agreements.MapPost("/{code}/clients/{clientId}/resume", ResumeClient.Handle).Named("ResumeClient", "Lifts the suspension of a client.")
            .Needs(Scopes.PartnersManage)
            .Fails(Problems.NotFound).Produces(204);
    }

    /// <summary>All agreements.</summary>
    public sealed record AgreementList(IReadOnlyList<AgreementView> Items);

    private static async Task<IResult> List(AgreementReader agreements, CancellationToken stop) =>
        Results.Json(new AgreementList(await agreements.List(stop)), Json.Web);

    private static async Task<IResult> Get(string code, AgreementReader agreements, CancellationToken stop) =>
        await agreements.Get(code, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;
}

/// <summary>Agreements for the steward; no person-level data here.</summary>
public sealed class AgreementReader(Registry registry)
{
    public async Task<IReadOnlyList<AgreementView>> List(CancellationToken stop) =>
        (await registry.Agreements.AsNoTracking().Include(a => a.Partner).Include(a => a.Clients).OrderBy(a => a.Code).ToListAsync(stop))
            .ConvertAll(AgreementView.Of);

    public async Task<AgreementView?> Get(string code, CancellationToken stop) =>
        await registry.Agreements.AsNoTracking().Include(a => a.Partner).Include(a => a.Clients)
            .FirstOrDefaultAsync(a => a.Code == code, stop) is { } found
                ? AgreementView.Of(found)
                : null;
}

/// <summary>A steward lets a client that the hub stopped go on.</summary>
public static class ResumeClient
{
    public static async Task<IResult> Handle(string code, string clientId, Registry registry, CancellationToken stop)
    {
        var client = await registry.Clients.FirstOrDefaultAsync(c => c.ClientId == clientId && c.Agreement.Code == code, stop);
        if (client is null) return Problems.NotFound;
        (client.SuspendedAt, client.SuspendedBecause) = (null, null);
        await registry.SaveChangesAsync(stop);
        return Results.NoContent();
    }
}
