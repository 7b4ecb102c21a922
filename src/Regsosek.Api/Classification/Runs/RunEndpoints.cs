using Regsosek.Api.Access;
using Regsosek.Api.Classification.Compare;
using Regsosek.Api.Http;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Routes of runs: read by whoever reads classifications, begun and cancelled by the statistics office alone.</summary>
public static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        var runs = app.MapGroup("/api/v1/classification/runs").WithTags("Classification");
        runs.MapGet("/", List).Named("ListRuns", "Runs that are or were in force, newest first; for the statistics office those that are open or were given up too.")
            .Needs(Scopes.RegistryRead).Takes().Fails(Problems.UnknownParameter).Produces<RunList>();
        runs.MapGet("/{id:guid}", Get).Named("GetRun", "One run: what it hangs on, and how far it is.").Needs(Scopes.RegistryRead).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter).Produces<RunView>();
        runs.MapPost("/", BeginRun.Handle).Named("BeginRun", "Begins to rank a scope, in the background; the ranks are in force when all have one.")
            .Needs(Scopes.RunsWrite)
            .Fails(Problems.InvalidBody, Problems.InvalidParameter, Problems.UnsupportedMediaType, Problems.ModelUnusable, Problems.RunOpen)
            .Produces<RunView>(StatusCodes.Status202Accepted);
        runs.MapPost("/{id:guid}/cancel", CancelRun.Handle).Named("CancelRun", "Gives up an open run; the ranks before it stay in force.")
            .Needs(Scopes.RunsWrite).Fails(Problems.NotFound, Problems.RunEnded).Produces<RunView>();
        app.MapGet("/api/v1/classification/comparison", Compare).WithTags("Classification")
            .Named("CompareRuns", "How families moved between two runs, by decile and class, and by one grouping: province, regency, headSex, size or disability.")
            .Needs(Scopes.RunsWrite).Takes("before", "after", "by").Fails(Problems.NotFound, Problems.UnknownParameter, Problems.InvalidParameter).Produces<ComparisonView>();
    }

    /// <summary>Runs, newest first.</summary>
    public sealed record RunList(IReadOnlyList<RunView> Items);

    private static async Task<IResult> List(RunListReader runs, CancellationToken stop) => Results.Json(new RunList(await runs.List(stop)), Json.Web);

    private static async Task<IResult> Compare(Guid before, Guid after, string? by, ComparisonReader runs, CancellationToken stop) =>
        by is not null && !ComparisonReader.Groupings.Contains(by) ? Problems.Invalid("by", $"one of {string.Join(", ", ComparisonReader.Groupings)}.")
            : await runs.Compare(before, after, by, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;

    private static async Task<IResult> Get(Guid id, RunListReader runs, CancellationToken stop) =>
        await runs.Get(id, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;
}
