using System.Text;
using System.Text.Json;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Statistics;
using Regsosek.Api.Targeting.Assessing;

namespace Regsosek.Api.Targeting;

/// <summary>Routes of errors of targeting.</summary>
public static class TargetingEndpoints
{
    private const string Csv = "text/csv";

    public static void AddTargeting(this IServiceCollection services)
    {
        services.AddSingleton(sp => TargetingFlags.Load(Hub.Schema, sp.GetRequiredService<Rules.Facts>()));
        services.AddSingleton<TargetingDimensions>();
        services.AddSingleton<Assess>();
        services.AddSingleton<AssessmentSchedule>();
        services.AddSingleton<DueAssessments>();
        services.AddHostedService(sp => sp.GetRequiredService<DueAssessments>());
        services.AddScoped<TargetingReader>();
    }

    public static void MapTargeting(this IEndpointRouteBuilder app)
    {
        var targeting = app.MapGroup("/api/v1/targeting").WithTags("Targeting");
        targeting.MapGet("/flags", Flags).Named("ListFlags", "Exclusion flags that are counted among those who receive, each a rule with its source.").Open().Takes().Produces<FlagList>();
        targeting.MapGet("/{programme}", Get)
            .Named("GetTargeting", "Who is entitled beside who receives, errors included: nation, provinces and regencies; as JSON or CSV.").Open()
            .Takes("period", "region", "level", "by")
            .Fails(Problems.NotFound, Problems.InvalidParameter, Problems.UnknownParameter, Problems.UnknownDimension, Problems.NothingAssessed, Problems.NotAcceptable)
            .Produces<TargetingView>(200, "application/json", Csv);
        targeting.MapGet("/{programme}/local", GetLocal).Named("GetLocalTargeting", "The same of districts and villages in the caller's regions.").Needs(Scopes.StatisticsRead)
            .Takes("period", "region", "level", "by")
            .Fails(Problems.NotFound, Problems.InvalidParameter, Problems.UnknownParameter, Problems.UnknownDimension, Problems.NothingAssessed, Problems.NotAcceptable)
            .Produces<TargetingView>(200, "application/json", Csv);
        targeting.MapGet("/{programme}/own", GetOwn).Named("GetOwnTargeting", "The same for the owner of the programme, at every level in its regions: nothing hidden, nothing rounded.")
            .Needs(Scopes.ParticipationWrite).Takes("period", "region", "level", "by")
            .Fails(Problems.NotFound, Problems.InvalidParameter, Problems.UnknownParameter, Problems.UnknownDimension, Problems.NothingAssessed, Problems.NotAcceptable,
                Problems.ProgrammeNotOwned, Problems.ProgrammeNotGranted, Problems.FieldNotGranted)
            .Produces<TargetingView>(200, "application/json", Csv);
        targeting.MapPost("/{programme}/assess", AssessTargeting.Handle).Named("AssessTargeting", "The owner of the programme has a delivered period counted anew, in the background.")
            .Needs(Scopes.ParticipationWrite).Takes("period")
            .Fails(Problems.NotFound, Problems.InvalidParameter, Problems.UnknownParameter, Problems.ProgrammeNotOwned, Problems.NotAssessable)
            .Produces<AssessmentView>(StatusCodes.Status202Accepted);
        app.MapTargetingPage();
    }

    /// <summary>All flags.</summary>
    public sealed record FlagList(IReadOnlyList<FlagView> Items);

    private static Task Flags(HttpContext http, TargetingFlags flags) =>
        Etag.Send(http, JsonSerializer.SerializeToUtf8Bytes(new FlagList([.. flags.All.Select(f => new FlagView(f.Code, f.Name, f.Source, f.Parameters, f.Rule.Says))]), Json.Web), "application/json");

    /// <param name="period">2026-01 or 2026-Q1; the latest that is assessed by default.</param>
    /// <param name="region">Kemendagri code of a province or regency; ID, the default, is the nation.</param>
    /// <param name="level">nation, province or regency: of which regions; the region's own by default.</param>
    /// <param name="by">class, decile, sexOfHead or disability.</param>
    private static Task<IResult> Get(
        string programme, HttpContext http, TargetingReader targeting, Dimensions all, TargetingDimensions dimensions, CancellationToken stop,
        string? period = null, string? region = null, string? level = null, string? by = null)
    {
        var question = TargetingQuestion.Of(all, dimensions, programme, period, by, region, level);
        return question.Where.IsPublic ? Answer(http, targeting, question, stop)
            : throw new ProblemException(Problems.Invalid(level is null ? "region" : "level", "below the regency figures are at /api/v1/targeting/{programme}/local."));
    }

    /// <param name="period">2026-01 or 2026-Q1; the latest that is assessed by default.</param>
    /// <param name="region">Kemendagri code of a region of the agreement, or of one above or below it.</param>
    /// <param name="level">district or village; the region's own by default.</param>
    /// <param name="by">class, decile, sexOfHead or disability; not for villages.</param>
    private static Task<IResult> GetLocal(
        string programme, HttpContext http, TargetingReader targeting, Dimensions all, TargetingDimensions dimensions, CancellationToken stop,
        string? period = null, string? region = null, string? level = null, string? by = null)
    {
        var question = TargetingQuestion.Of(all, dimensions, programme, period, by, region, level);
        return question.Where.IsPublic ? throw new ProblemException(Problems.Invalid(level is null ? "region" : "level", "district or village.")) : Answer(http, targeting, question, stop);
    }

    /// <param name="period">2026-01 or 2026-Q1; the latest that is assessed by default.</param>
    /// <param name="region">Kemendagri code; ID, the default, is the nation.</param>
    /// <param name="level">nation, province, regency, district or village; the region's own by default.</param>
    /// <param name="by">class, decile, sexOfHead or disability; not for villages.</param>
    private static Task<IResult> GetOwn(
        string programme, HttpContext http, TargetingReader targeting, Dimensions all, TargetingDimensions dimensions, CancellationToken stop,
        string? period = null, string? region = null, string? level = null, string? by = null) =>
        Answer(http, targeting, TargetingQuestion.Of(all, dimensions, programme, period, by, region, level, own: true), stop);

    private static async Task<IResult> Answer(HttpContext http, TargetingReader targeting, TargetingQuestion question, CancellationToken stop)
    {
        if (Accept.Of(http.Request, "application/json", Csv) is not { } type) return Problems.NotAcceptable;
        var view = await targeting.Of(question, stop);
        return type == Csv ? Results.Text(TargetingCsv.Of(view), Csv, Encoding.UTF8) : Results.Json(view, Json.Web);
    }
}
