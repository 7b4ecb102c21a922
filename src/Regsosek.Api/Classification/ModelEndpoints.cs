using System.Text.Json.Nodes;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Classification;

/// <summary>Routes of scoring models: read by whoever reads classifications, written by the statistics office alone.</summary>
public static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder app)
    {
        var models = app.MapGroup("/api/v1/classification/models").WithTags("Classification");
        models.MapGet("/", List).Named("ListModels", "Scoring models and their versions.").Needs(Scopes.RegistryRead).Takes()
            .Fails(Problems.UnknownParameter).Produces<ModelList>();
        models.MapGet("/{model}/{version:int}", Get).Named("GetModel", "One version: its life, what feeds it, what it assumes, what is missing.")
            .Needs(Scopes.RegistryRead).Takes().Fails(Problems.NotFound, Problems.UnknownParameter).Produces<ModelView>();
        models.MapGet("/{model}/{version:int}/document", Document)
            .Named("GetModelDocument", "The document byte for byte, with points and weights: for the score group.")
            .Needs(Scopes.RegistryRead).Takes().Fails(Problems.NotFound, Problems.UnknownParameter, Problems.FieldNotGranted).Produces<JsonObject>();
        models.MapPost("/", DraftModel.Handle).Named("DraftModel", "Writes a version of a model, or its draft anew; nobody is ranked by it.")
            .Needs(Scopes.ModelsWrite).Accepts<JsonObject>("application/json")
            .Fails(Problems.InvalidBody, Problems.UnsupportedMediaType, Problems.BodyTooLarge, Problems.ModelRefused, Problems.ModelPublished,
                Problems.ModelChanged)
            .Produces<ModelView>(StatusCodes.Status201Created);
        models.MapPost("/{model}/{version:int}/publish", PublishModel.Handle)
            .Named("PublishModel", "Puts a draft in force from a day on; it never changes afterwards.").Needs(Scopes.ModelsWrite)
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.InvalidParameter, Problems.ModelRefused, Problems.ModelPublished,
                Problems.ModelChanged)
            .Produces<ModelView>();
    }

    /// <summary>All versions, by model and number.</summary>
    public sealed record ModelList(IReadOnlyList<ModelView> Items);

    private static async Task<IResult> List(ModelReader models, CancellationToken stop) =>
        Results.Json(new ModelList(await models.List(stop)), Json.Web);

    private static async Task<IResult> Get(string model, int version, ModelReader models, CancellationToken stop) =>
        await models.Get(model, version, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;

    private static async Task Document(string model, int version, HttpContext http, Caller caller, ModelReader models, CancellationToken stop)
    {
        if (await models.Document(model, version, stop) is { } found) await Etag.Send(http, found, "application/json", caller.PartnerCode);
        else await Problems.NotFound.ExecuteAsync(http);
    }
}
