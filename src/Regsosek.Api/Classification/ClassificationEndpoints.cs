using Regsosek.Api.Access;
using Regsosek.Api.AsOf;
using Regsosek.Api.Classification.Explain;
using Regsosek.Api.Http;

namespace Regsosek.Api.Classification;

/// <summary>Routes of classifications.</summary>
public static class ClassificationEndpoints
{
    public static void MapClassifications(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/households/{id:guid}/classifications", Of).WithTags("Classification")
            .Named("GetClassifications", "Where the family stood in every run, newest first.").Needs(Scopes.RegistryRead)
            .Takes(Moments.Parameters).TakesMoment()
            .Fails(Problems.NotFound, Problems.FieldNotGranted, Problems.BudgetExhausted, Problems.LogUnavailable).Produces<StandingList>();
        app.MapGet("/api/v1/households/{id:guid}/classifications/explanation", Explained).WithTags("Classification")
            .Named("ExplainClassification", "Why the family stands where it stands: in the national run in force, or in the run named.")
            .Needs(Scopes.RegistryRead).Takes("run")
            .Fails(Problems.NotFound, Problems.FieldNotGranted, Problems.UnknownParameter, Problems.InvalidParameter, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<ExplanationView>();
    }

    /// <summary>Standings, newest first.</summary>
    public sealed record StandingList(IReadOnlyList<StandingView> Items);

    private static async Task<IResult> Explained(Guid id, Guid? run, ExplanationReader explanations, CancellationToken stop) =>
        await explanations.Of(id, run, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;

    private static async Task<IResult> Of(Guid id, ClassificationReader classifications, CancellationToken stop) =>
        await classifications.Of(id, stop) is { } found ? Results.Json(new StandingList(found), Json.Web) : Problems.NotFound;
}
