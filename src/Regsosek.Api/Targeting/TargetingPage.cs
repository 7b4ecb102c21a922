using System.Text;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Statistics;

namespace Regsosek.Api.Targeting;

/// <summary>The page of errors of targeting, made here whole: no script, nothing from elsewhere. The public one goes down to regencies; that of districts and villages needs a
/// token, which an office's portal sends.</summary>
public static class TargetingPage
{
    public const string Path = "/targeting", LocalPath = "/targeting/local";

    public static void MapTargetingPage(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Get).WithTags("Targeting").Named("TargetingPage", "Errors of targeting for people: bars by region and period.").Open()
            .Takes("programme", "period", "region", "lang").Fails(Problems.NotFound, Problems.InvalidParameter, Problems.UnknownParameter, Problems.NothingAssessed)
            .WithMetadata(StatisticsPage.Policy).ExcludeFromDescription();
        app.MapGet(LocalPath, GetLocal).WithTags("Targeting").Named("LocalTargetingPage", "The same of districts and villages in the caller's regions.").Needs(Scopes.StatisticsRead)
            .Takes("programme", "period", "region", "lang").Fails(Problems.NotFound, Problems.InvalidParameter, Problems.UnknownParameter, Problems.NothingAssessed)
            .WithMetadata(StatisticsPage.Policy).ExcludeFromDescription();
    }

    private static Task<IResult> Get(
        HttpContext http, TargetingReader targeting, Dimensions all, TargetingDimensions dimensions, TargetingFlags flags, CancellationToken stop,
        string? programme = null, string? period = null, string? region = null, string? lang = null)
    {
        if (RegionParameter.Level(region ?? "ID") > StatisticsQuestion.PublicLevel) throw new ProblemException(Problems.Invalid("region", "a province or a regency."));
        return Answer(http, targeting, all, dimensions, flags, Path, programme, period, region ?? "ID", lang, stop);
    }

    private static Task<IResult> GetLocal(
        HttpContext http, TargetingReader targeting, Dimensions all, TargetingDimensions dimensions, TargetingFlags flags, CancellationToken stop,
        string? programme = null, string? period = null, string? region = null, string? lang = null)
    {
        if (region is null || RegionParameter.Level(region) is not (2 or 3)) throw new ProblemException(Problems.Invalid("region", "a regency or a district."));
        return Answer(http, targeting, all, dimensions, flags, LocalPath, programme, period, region, lang, stop);
    }

    private static async Task<IResult> Answer(
        HttpContext http, TargetingReader targeting, Dimensions all, TargetingDimensions dimensions, TargetingFlags flags, string path,
        string? programme, string? period, string region, string? lang, CancellationToken stop)
    {
        if (lang is not (null or "en" or "id")) throw new ProblemException(Problems.Invalid("lang", "en or id."));
        var html = new TargetingHtml(new(lang ?? StatisticsPage.Preferred(http.Request)), flags, path, region);
        http.Response.Headers.Vary = "Accept-Language";
        var programmes = await targeting.Assessed(stop);
        if (programmes.Count == 0) return Html(html.Empty());
        var here = RegionParameter.Level(region);

        // Of a regency the public page has nothing below: it stands beside the others of its province.
        var level = path == Path ? Math.Min(here + 1, StatisticsQuestion.PublicLevel) : here + 1;
        var wide = path == Path && here == StatisticsQuestion.PublicLevel ? region[..2] : region;
        return Html(html.Page(new(programmes, await Ask(region, null), await Ask(wide, StatisticsQuestion.Levels[level]))));

        Task<TargetingView> Ask(string of, string? at) => targeting.Of(TargetingQuestion.Of(all, dimensions, programme ?? programmes[0], period, null, of, at), stop);
    }

    private static IResult Html(string page) => Results.Text(page, "text/html", Encoding.UTF8);
}
