using System.Text.Json;
using Regsosek.Api.Access;
using Regsosek.Api.Http;

namespace Regsosek.Api.Statistics;

/// <summary>Routes of statistics.</summary>
public static class StatisticsEndpoints
{
    private const string ForAWhile = "public, max-age=60, must-revalidate";
    private static readonly string Build = typeof(StatisticsEndpoints).Module.ModuleVersionId.ToString("n")[..8];

    public static void MapStatistics(this IEndpointRouteBuilder app)
    {
        var statistics = app.MapGroup("/api/v1/statistics").WithTags("Statistics");
        statistics.MapGet("/", Get).Named("GetStatistics", "Families and persons of nation, provinces and regencies, by up to two dimensions beside the region.").Open()
            .Takes("by", "region", "level")
            .Fails(Problems.InvalidParameter, Problems.UnknownParameter, Problems.UnknownDimension, Problems.NothingRanked).Produces<StatisticsView>();
        statistics.MapGet("/local", GetLocal).Named("GetLocalStatistics", "The same of districts and villages in the caller's regions, by one dimension beside the region.")
            .Needs(Scopes.StatisticsRead).Takes("by", "region", "level")
            .Fails(Problems.InvalidParameter, Problems.UnknownParameter, Problems.UnknownDimension, Problems.NothingRanked, Problems.NotFound).Produces<StatisticsView>();
        statistics.MapGet("/dimensions", List).Named("ListDimensions", "What families can be counted by, with codes and labels.").Open().Takes().Produces<DimensionList>();
        app.MapStatisticsPage();
    }

    /// <summary>All dimensions.</summary>
    public sealed record DimensionList(IReadOnlyList<DimensionView> Items);

    /// <summary>Figures change with the run that is in force and with the build that writes them, and with nothing else.</summary>
    internal static bool IsFresh(HttpContext http, Guid run, string variant = "") =>
        Etag.IsFresh(http, $"W/\"{run:n}.{Build}{variant}\"", ForAWhile);

    /// <param name="by">Up to two dimensions, by comma.</param>
    /// <param name="region">Kemendagri code of a province or regency; ID, the default, is the nation.</param>
    /// <param name="level">nation, province or regency: of which regions; the region's own by default.</param>
    private static async Task Get(
        HttpContext http, StatisticsReader statistics, Dimensions dimensions, CancellationToken stop, string? by = null, string? region = null, string? level = null)
    {
        var question = StatisticsQuestion.Of(dimensions, by, region, level);
        if (!question.IsPublic)
            throw new ProblemException(Problems.Invalid(level is null ? "region" : "level", $"below the regency figures are at {http.Request.PathBase}/api/v1/statistics/local."));
        var run = await statistics.InForce(stop);
        if (IsFresh(http, run.Id)) return;
        await Results.Json(await statistics.Of(question, run, stop), Json.Web).ExecuteAsync(http);
    }

    /// <param name="by">One dimension.</param>
    /// <param name="region">Kemendagri code of a region of the agreement, or of one above or below it.</param>
    /// <param name="level">district or village; the region's own by default.</param>
    private static async Task<IResult> GetLocal(
        StatisticsReader statistics, Dimensions dimensions, CancellationToken stop, string? by = null, string? region = null, string? level = null)
    {
        var question = StatisticsQuestion.Of(dimensions, by, region, level);
        if (question.IsPublic) throw new ProblemException(Problems.Invalid(level is null ? "region" : "level", "district or village."));
        return Results.Json(await statistics.Of(question, await statistics.InForce(stop), stop), Json.Web);
    }

    private static Task List(HttpContext http, Dimensions dimensions) =>
        Etag.Send(http, JsonSerializer.SerializeToUtf8Bytes(new DimensionList([.. dimensions.All.Select(View)]), Json.Web), "application/json");

    private static DimensionView View(Dimension dimension) => new(
        dimension.Name, dimension.Says.En, dimension.Says.Id, [.. dimension.Codes.Select(c => new DimensionCodeView(c.Text, c.En, c.Id))]);
}
