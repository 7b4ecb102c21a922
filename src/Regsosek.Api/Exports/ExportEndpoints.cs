using System.Globalization;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Http;

namespace Regsosek.Api.Exports;

/// <summary>Routes of exports: whole lists as files, made in the background and pulled part by part.</summary>
public static class ExportEndpoints
{
    /// <summary>When to look again at one that is being built, in seconds.</summary>
    private static readonly string Soon = 2.ToString(CultureInfo.InvariantCulture);

    public static void AddExports(this IServiceCollection services)
    {
        services.AddSingleton<ReadingScopes>();
        services.AddScoped<HouseholdExport>();
        services.AddScoped<ExportReader>();
        services.AddSingleton<ExportAgreements>();
        services.AddSingleton<PartFiles>();
        services.AddSingleton<BuildPart>();
        services.AddSingleton<BuildExport>();
        services.AddSingleton<EndExport>();
        services.AddSingleton<ExportSchedule>();
        services.AddSingleton<SweepExports>();
        services.AddHostedService<ResumeExports>();
    }

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("/api/v1/exports").WithTags("Exports");
        exports.MapPost("/", BeginExport.Handle).Named("BeginExport", "Begins to make a list into files, as of now or of a moment, in the background. The same question while it is being built gives the same export.")
            .Needs(Scopes.ExportsRead).Takes()
            .Fails(Problems.InvalidBody, Problems.UnsupportedMediaType, Problems.UnknownParameter, Problems.InvalidParameter, Problems.FieldNotGranted,
                Problems.TooManyExports, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<ExportView>(StatusCodes.Status202Accepted);
        exports.MapGet("/", List).Named("ListExports", "The client's exports, newest first.").Needs(Scopes.ExportsRead).Takes()
            .Fails(Problems.UnknownParameter).Produces<ExportList>();
        exports.MapGet("/{id:guid}", Get).Named("GetExport", "How far an export is, and its parts with their bytes and SHA-256.").Needs(Scopes.ExportsRead).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter).Produces<ExportView>();
        exports.MapDelete("/{id:guid}", DeleteExport.Handle).Named("DeleteExport", "Gives up an export, or deletes it with its parts.").Needs(Scopes.ExportsRead).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter).Produces(StatusCodes.Status204NoContent);
        exports.MapGet("/{id:guid}/parts/{number:int}", PullPart.Handle)
            .Named("PullPart", "One part, whole or by Range; what was cut goes on with If-Range and the part's ETag. Every pull is a read of its families.")
            .Needs(Scopes.ExportsRead).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.ExportWithdrawn, Problems.RangeNotSatisfiable, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson", additionalContentTypes: [HouseholdRows.Csv, HouseholdRows.Parquet, "application/gzip"])
            .Produces(StatusCodes.Status206PartialContent, contentType: "application/x-ndjson", additionalContentTypes: [HouseholdRows.Csv, HouseholdRows.Parquet, "application/gzip"]);
    }

    /// <summary>Exports, newest first.</summary>
    public sealed record ExportList(IReadOnlyList<ExportView> Items);

    private static async Task<IResult> List(ExportReader exports, CancellationToken stop) => Results.Json(new ExportList(await exports.List(stop)), Json.Web);

    private static async Task<IResult> Get(Guid id, HttpContext http, ExportReader exports, CancellationToken stop)
    {
        if (await exports.Get(id, stop) is not { } found) return Problems.NotFound;
        if (found.EndedAt is null) http.Response.Headers.RetryAfter = Soon;
        return Results.Json(found, Json.Web);
    }

    /// <summary>202, with where to look and when.</summary>
    internal static IResult Begun(HttpContext http, ExportView export)
    {
        http.Response.Headers.Location = $"/api/v1/exports/{export.Id}";
        http.Response.Headers.RetryAfter = Soon;
        return Results.Json(export, Json.Web, statusCode: StatusCodes.Status202Accepted);
    }
}
