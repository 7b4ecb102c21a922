using Regsosek.Api.Access;
using Regsosek.Api.Http;

namespace Regsosek.Api.Partners;

/// <summary>Routes of agreements, for the data steward (walidata) and for who approves what he drafts.</summary>
public static class AgreementEndpoints
{
    public static void MapAgreements(this IEndpointRouteBuilder app)
    {
        var agreements = app.MapGroup("/api/v1/agreements").WithTags("Partners");
        agreements.MapGet("/", List).Named("ListAgreements", "All agreements.").Needs(Scopes.PartnersManage).Takes().Produces<AgreementList>();
        agreements.MapGet("/{code}", Get).Named("GetAgreement", "One agreement.").Needs(Scopes.PartnersManage).Takes().Fails(Problems.NotFound)
            .Produces<AgreementView>();
        agreements.MapPost("/", DraftAgreement.Handle)
            .Named("DraftAgreement", "Drafts a new agreement, or a change of one, for another principal to approve.")
            .Needs(Scopes.PartnersManage)
            .Fails(Problems.InvalidBody, Problems.InvalidParameter, Problems.OwnAgreement, Problems.Conflict, Problems.DraftOpen)
            .Produces<DraftView>(StatusCodes.Status201Created);
        app.MapGet("/api/v1/agreement-drafts", Drafts).WithTags("Partners").Named("ListDrafts", "Drafts that wait for a second principal.")
            .Needs(Scopes.PartnersManage).Takes().Produces<DraftList>();
        agreements.MapGet("/{code}/effect", Effect)
            .Named("GetEffect", "Dry run of the open draft: families and fields that it would add or remove.")
            .Needs(Scopes.PartnersManage).Takes().Fails(Problems.NotFound).Produces<EffectView>();
        agreements.MapPost("/{code}/approve", ApproveAgreement.Handle)
            .Named("ApproveAgreement", "Puts a draft in force that somebody else wrote.").Needs(Scopes.PartnersApprove)
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.InvalidParameter, Problems.OwnAgreement, Problems.Conflict, Problems.SecondPrincipal)
            .Produces<AgreementView>();
        agreements.MapPost("/{code}/reject", RejectDraft.Handle).Named("RejectDraft", "Refuses a draft, or takes it back.")
            .Needs(Scopes.PartnersManage).Fails(Problems.NotFound, Problems.InvalidBody, Problems.OwnAgreement, Problems.Conflict).Produces(204);
        agreements.MapPatch("/{code}", ChangeAgreement.Handle).Named("ChangeAgreement", "Narrows an agreement; holds from the next request on.")
            .Needs(Scopes.PartnersManage)
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.InvalidParameter, Problems.OwnAgreement, Problems.Conflict, Problems.ApprovalRequired)
            .Produces<AgreementView>();
        agreements.MapPost("/{code}/clients/{clientId}/resume", ResumeClient.Handle).Named("ResumeClient", "Lifts the suspension of a client.")
            .Needs(Scopes.PartnersManage)
            .Fails(Problems.NotFound, Problems.OwnAgreement).Produces(204);
    }

    /// <summary>All agreements.</summary>
    public sealed record AgreementList(IReadOnlyList<AgreementView> Items);

    /// <summary>All open drafts.</summary>
    public sealed record DraftList(IReadOnlyList<DraftView> Items);

    private static async Task<IResult> List(AgreementReader agreements, CancellationToken stop) =>
        Results.Json(new AgreementList(await agreements.List(stop)), Json.Web);

    private static async Task<IResult> Drafts(AgreementReader agreements, CancellationToken stop) =>
        Results.Json(new DraftList(await agreements.Drafts(stop)), Json.Web);

    private static async Task<IResult> Get(string code, AgreementReader agreements, CancellationToken stop) =>
        await agreements.Get(code, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;

    private static async Task<IResult> Effect(string code, EffectReader effects, CancellationToken stop) =>
        await effects.Of(code, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;
}
