using System.Text;
using Regsosek.Api.Http;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Statistics;

/// <summary>What the page shows: the provinces, the regions below the chosen one, its classes and its deciles.</summary>
internal sealed record StatisticsPageData(string Name, StatisticsView Provinces, StatisticsView Regions, RegionFiguresView Classes, RegionFiguresView Deciles);

/// <summary>The public page of statistics, made here whole: no script, nothing from elsewhere.</summary>
public static class StatisticsPage
{
    public const string Path = "/statistics", StylePath = "/statistics/page.css";
    internal static readonly ContentPolicy Policy = new("default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    public static void MapStatisticsPage(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Get).WithTags("Statistics").Named("StatisticsPage", "Figures for people: a map and bars.").Open().Takes("region", "lang")
            .Fails(Problems.InvalidParameter, Problems.UnknownParameter).WithMetadata(Policy).ExcludeFromDescription();
        app.MapGet(StylePath, Style).WithTags("Statistics").Named("StatisticsPageStyle", "Its style.").Open().Takes().ExcludeFromDescription();
    }

    private static async Task<IResult> Get(
        HttpContext http, StatisticsReader statistics, Dimensions dimensions, ProvinceMap map, CancellationToken stop, string? region = null, string? lang = null)
    {
        if (lang is not (null or "en" or "id")) throw new ProblemException(Problems.Invalid("lang", "en or id."));
        var texts = new StatisticsTexts(lang ?? Preferred(http.Request));
        var chosen = StatisticsQuestion.Of(dimensions, null, region, null);
        if (!chosen.IsPublic) throw new ProblemException(Problems.Invalid("region", "a province or a regency."));
        http.Response.Headers.Vary = "Accept-Language";
        var html = new StatisticsHtml(texts, map, dimensions, chosen.Region);
        try
        {
            var run = await statistics.InForce(stop);
            return StatisticsEndpoints.IsFresh(http, run.Id, "." + texts.Language) ? Results.Empty : Html(html.Page(await Read(statistics, dimensions, chosen, run, stop)));
        }
        catch (ProblemException none) when (none.Problem == Problems.NothingRanked)
        {
            return Html(html.Empty());
        }
    }

    private static async Task<StatisticsPageData> Read(
        StatisticsReader statistics, Dimensions dimensions, StatisticsQuestion chosen, ClassificationRun run, CancellationToken stop)
    {
        async Task<StatisticsView> Ask(string? by, string region, string? level) =>
            await statistics.Of(StatisticsQuestion.Of(dimensions, by, region, level), run, stop);
        var provinces = await Ask(null, ClassificationRun.National, "province");
        var classes = (await Ask("class", chosen.Region, null)).Regions[0];
        var regions = chosen.RegionLevel == 0 ? provinces : await Ask(null, chosen.Region, "regency");
        return new(classes.Name, provinces, regions, classes, (await Ask("decile", chosen.Region, null)).Regions[0]);
    }

    /// <summary>Indonesian for who asks for it before English; else English.</summary>
    internal static string Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.Value!.Split('-')[0].ToLowerInvariant()).FirstOrDefault(l => l is "en" or "id") ?? "en";

    private static IResult Html(string page) => Results.Text(page, "text/html", Encoding.UTF8);

    private static IResult Style(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        using var text = new StreamReader(typeof(StatisticsPage).Assembly.GetManifestResourceStream("statistics.page.css")!);
        return Results.Text(text.ReadToEnd(), "text/css", Encoding.UTF8);
    }
}
