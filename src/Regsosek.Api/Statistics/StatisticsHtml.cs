using System.Net;
using System.Text;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Statistics;

/// <summary>The page as HTML. What is drawn stands in a table too.</summary>
/// <param name="region">Whose classes and deciles are shown.</param>
internal sealed class StatisticsHtml(StatisticsTexts texts, ProvinceMap map, Dimensions dimensions, string region)
{
    /// <summary>Upper bounds of the steps of the map, in percent.</summary>
    private static readonly double[] Steps = [5, 10, 15, 20];

    public string Page(StatisticsPageData data) => $"""
        {Head()}
        <main id="figures">
          {(data.Provinces.Demonstration ? $"<p class=\"note\">{Text(texts.Demonstration)}</p>" : "")}
          <p>{Text(texts.Run(data.Provinces))}</p>
          <section aria-labelledby="map-heading">
            <h2 id="map-heading">{Text(texts.Map)}</h2>
            <figure>{Map(data.Provinces)}<figcaption>{Legend()}</figcaption></figure>
          </section>
          <section aria-labelledby="regions-heading">
            <h2 id="regions-heading">{Text(region == Nation ? texts.Provinces : $"{data.Name}: {texts.Regencies}")}</h2>
            {(region == Nation ? "" : $"<p><a href=\"{Address(Nation)}\">{Text(texts.Back)}</a></p>")}
            {Regions(data.Regions)}
          </section>
          {Bars("class", $"{data.Name}: {texts.ByClass}", texts.Class, data.Classes)}
          {Bars("decile", $"{data.Name}: {texts.ByDecile}", texts.Decile, data.Deciles)}
          <section aria-labelledby="reading-heading">
            <h2 id="reading-heading">{Text(texts.HowToRead)}</h2>
            <ul>{string.Concat(texts.Reading.Select(r => $"<li>{Text(r)}</li>"))}</ul>
          </section>
        </main>
        {Foot()}
        """;

    /// <summary>Before the first run.</summary>
    public string Empty() => $"{Head()}<main id=\"figures\"><p>{Text(texts.NoRun)}</p></main>{Foot()}";

    private const string Nation = ClassificationRun.National;

    private string Head() => $"""
        <!doctype html>
        <html lang="{texts.Language}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{Text(texts.Title)} · Regsosek</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="{StatisticsPage.StylePath}">
        </head>
        <body>
        <a class="skip" href="#figures">{Text(texts.Skip)}</a>
        <header><h1>{Text(texts.Title)}</h1><a href="{Text($"{StatisticsPage.Path}?region={region}&lang={texts.Other}")}" hreflang="{texts.Other}" lang="{texts.Other}">{texts.OtherName}</a></header>
        """;

    private string Foot() => $"""
        <footer>
          <p>{Text(texts.Boundaries)}: “Indonesia GeoJSON &amp; TopoJSON Maps (38 Provinces)”, Deny Herianto, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.
          <a href="/api/v1/statistics?by=class&amp;level=province">JSON</a></p>
        </footer>
        </body>
        </html>
        """;

    private string Map(StatisticsView provinces)
    {
        var rates = provinces.Regions.ToDictionary(r => r.Region);
        var svg = new StringBuilder($"""
            <svg class="map" viewBox="0 0 {ProvinceMap.Width} {ProvinceMap.Height}" role="img" aria-labelledby="map-title map-desc">
            <title id="map-title">{Text(texts.Map)}</title><desc id="map-desc">{Text(texts.MapSays)}</desc>
            <defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="none" width="6" height="6"/><path class="hatch" d="M0 0V6"/></pattern></defs>
            """);
        foreach (var (code, path) in map.Provinces.OrderBy(p => p.Code == region[..2]))
        {
            var total = rates.GetValueOrDefault(code)?.Total;
            var name = rates.GetValueOrDefault(code)?.Name ?? code;
            svg.Append($"<path {Fill(total?.PovertyRate)}{(code == region[..2] ? " id=\"chosen\"" : "")} d=\"{path}\"><title>{Text($"{name}: {(total is null ? texts.NotShown : texts.RateOf(total))}")}</title></path>");
        }

        return svg.Append("</svg>").ToString();
    }

    private string Legend() => "<ul class=\"legend\">" + string.Concat(Enumerable.Range(0, Steps.Length + 1).Select(step =>
        $"<li><svg viewBox=\"0 0 20 14\" aria-hidden=\"true\"><rect class=\"step{step}\" width=\"20\" height=\"14\"/></svg>{Text(Range(step))}</li>"))
        + $"<li><svg viewBox=\"0 0 20 14\" aria-hidden=\"true\"><rect {Fill(null)} width=\"20\" height=\"14\"/></svg>{Text(texts.NotShown)}</li></ul>";

    /// <summary>The pattern is named in the page: in a style sheet its name would be looked for there.</summary>
    private static string Fill(double? rate) => rate is { } percent ? $"class=\"step{Steps.Count(bound => percent >= bound)}\"" : "fill=\"url(#none)\"";

    private static string Range(int step) => step == 0 ? $"< {Steps[0]} %" : step == Steps.Length ? $"≥ {Steps[^1]} %" : $"{Steps[step - 1]}–{Steps[step]} %";

    private string Regions(StatisticsView view)
    {
        // Regions without a figure would be most of the table where few are loaded: they are told together.
        var (shown, hidden) = (view.Regions.Where(r => !r.Total.Hidden).ToList(), view.Regions.Where(r => r.Total.Hidden).ToList());
        var rows = string.Concat(shown.Select(r => Row(view.Level == "regency" && r.Region == region ? Text(r.Name) : $"<a href=\"{Address(r.Region)}\">{Text(r.Name)}</a>", r.Total)));
        return Table(region == Nation ? texts.Provinces : texts.Regencies, texts.Region, rows)
            + (hidden.Count == 0 ? "" : $"<p class=\"hidden\">{Text(texts.NotShown)}: {Text(string.Join(", ", hidden.Select(r => r.Name)))}.</p>");
    }

    private string Bars(string name, string heading, string column, RegionFiguresView figures)
    {
        var labels = dimensions.All.First(d => d.Name == name).Codes.ToDictionary(c => c.Text, c => texts.Pick(c.En, c.Id));
        var bars = figures.Figures.Select(f => (labels[f.Codes[0]], f.Families)).ToList();
        var rows = string.Concat(figures.Figures.Select(f => Row(Text(labels[f.Codes[0]]), f)));
        return $"""
            <section aria-labelledby="{name}-heading">
              <h2 id="{name}-heading">{Text(heading)}</h2>
              <figure class="bars">{BarChart.Svg(name, heading, string.Join("; ", bars.Select(b => $"{b.Item1}: {texts.Number(b.Families)}")), texts.Numbers, bars)}</figure>
              {Table(heading, column, rows)}
            </section>
            """;
    }

    private string Table(string caption, string first, string rows) => $"""
        <div class="wide" role="region" tabindex="0" aria-label="{Text(caption)}"><table>
          <caption>{Text(caption)}</caption>
          <thead><tr>{string.Concat(new[] { first, texts.Families, texts.Persons, texts.Rate, texts.Coverage }.Select(h => $"<th scope=\"col\">{Text(h)}</th>"))}</tr></thead>
          <tbody>{rows}</tbody>
        </table></div>
        """;

    private string Row(string head, FigureView figure)
    {
        string[] cells = [texts.Number(figure.Families), texts.Number(figure.Persons), texts.RateOf(figure), texts.Percent(figure.Coverage)];
        return $"<tr><th scope=\"row\">{head}</th>{string.Concat(cells.Select(c => $"<td>{Text(c)}</td>"))}</tr>";
    }

    private string Address(string to) => Text($"{StatisticsPage.Path}?region={to}&lang={texts.Language}");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
