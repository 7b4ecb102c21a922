using System.Net;
using Regsosek.Api.Statistics;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting;

/// <summary>What the page shows: the programmes there are, the chosen region, and the regions below it.</summary>
internal sealed record TargetingPageData(IReadOnlyList<string> Programmes, TargetingView Here, TargetingView Below);

/// <summary>The page as HTML. What is drawn stands in a table too.</summary>
/// <param name="path">The page's own address: the public one, or that of the districts.</param>
internal sealed class TargetingHtml(TargetingTexts texts, TargetingFlags flags, string path, string region)
{
    private const TargetingOutcome Missed = TargetingOutcome.EntitledNotReceiving, Wrong = TargetingOutcome.NotEntitledReceiving;

    public string Page(TargetingPageData data)
    {
        var (here, name) = (data.Here.Regions[0], data.Here.Regions[0].Name);
        var below = data.Below.Regions.Where(r => Of(r, Missed).Families is not null || Of(r, Wrong).Families is not null).ToList();
        var hidden = data.Below.Regions.Except(below).ToList();
        return $"""
            {Head(data.Here)}
            <main id="figures">
              <p>{Text(texts.Says(data.Here))}</p>
              <nav aria-label="{Text(texts.Programmes)}"><ul class="legend">{string.Concat(data.Programmes.Select(p => $"<li>{(p == data.Here.Programme ? Text(p) : $"<a href=\"{Address(p, region)}\">{Text(p)}</a>")}</li>"))}</ul></nav>
              <section aria-labelledby="here-heading">
                <h2 id="here-heading">{Text(name)}</h2>
                {(region == "ID" || path != TargetingPage.Path ? "" : $"<p><a href=\"{Address(data.Here.Programme, Above(region))}\">{Text(texts.Above)}</a></p>")}
                {Table(name, [texts.Outcome, texts.Families, texts.Persons, texts.ActedOn, texts.Outstanding], here.Outcomes.Zip(Enum.GetValues<TargetingOutcome>(), Row))}
              </section>
              {Bars("missed", $"{name}: {texts.Missed}, {texts.Below(data.Below.Level)}", below, Missed)}
              {Bars("wrong", $"{name}: {texts.Wrong}, {texts.Below(data.Below.Level)}", below, Wrong)}
              <section aria-labelledby="regions-heading">
                <h2 id="regions-heading">{Text($"{name}: {texts.Below(data.Below.Level)}")}</h2>
                {Table($"{name}: {texts.Below(data.Below.Level)}", [texts.Region, texts.Missed, texts.ExclusionRate, texts.Wrong, texts.InclusionRate], below.Select(r => Row(r, data.Here.Programme, data.Below.Level)))}
                {(hidden.Count == 0 ? "" : $"<p class=\"hidden\">{Text(texts.NotShown)}: {Text(string.Join(", ", hidden.Select(r => r.Name)))}.</p>")}
              </section>
              {Trend(name, data.Here)}
              <section aria-labelledby="flags-heading">
                <h2 id="flags-heading">{Text(texts.Flags)}</h2>
                {Table(texts.Flags, [texts.Flag, texts.Families], here.Flags.Where(f => flags.All.Any(known => known.Code == f.Flag)).Select(Row))}
              </section>
              <section aria-labelledby="reading-heading">
                <h2 id="reading-heading">{Text(texts.HowToRead)}</h2>
                <ul>{string.Concat(texts.Reading.Select(r => $"<li>{Text(r)}</li>"))}</ul>
              </section>
            </main>
            <footer><p><a href="/api/v1/targeting/{Text(data.Here.Programme)}?level=province">JSON</a></p></footer>
            </body>
            </html>
            """;
    }

    /// <summary>Before anything is counted.</summary>
    public string Empty() => $"{Head(null)}<main id=\"figures\"><p>{Text(texts.Nothing)}</p></main></body></html>";

    private string Head(TargetingView? view) => $"""
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
        <header><h1>{Text(texts.Title)}</h1><a href="{Address(view?.Programme, region, texts.Other)}" hreflang="{texts.Other}" lang="{texts.Other}">{texts.OtherName}</a></header>
        """;

    private string Trend(string name, TargetingView view)
    {
        var bars = view.Trend.Select(p => (p.Period, p.Outcomes[(int)Missed - 1].Families)).ToList();
        var heading = $"{name}: {texts.Missed}, {texts.Trend.ToLowerInvariant()}";
        var rows = view.Trend.Select(p => Line(Text(p.Period), texts.Number(p.Outcomes[(int)Missed - 1].Families), texts.Percent(p.ExclusionRate),
            texts.Number(p.Outcomes[(int)Wrong - 1].Families), texts.Percent(p.InclusionRate)));
        return $"""
            <section aria-labelledby="trend-heading">
              <h2 id="trend-heading">{Text(heading)}</h2>
              <figure class="bars">{Svg("trend", heading, bars)}</figure>
              {Table(heading, [texts.Period, texts.Missed, texts.ExclusionRate, texts.Wrong, texts.InclusionRate], rows)}
            </section>
            """;
    }

    private string Bars(string id, string heading, List<RegionTargetingView> regions, TargetingOutcome outcome) => regions.Count == 0 ? "" : $"""
        <section aria-labelledby="{id}-heading">
          <h2 id="{id}-heading">{Text(heading)}</h2>
          <figure class="bars">{Svg(id, heading, [.. regions.Select(r => (r.Name, Of(r, outcome).Families))])}</figure>
        </section>
        """;

    private string Svg(string id, string heading, IReadOnlyList<(string Label, long? Value)> bars) =>
        BarChart.Svg(id, heading, string.Join("; ", bars.Select(b => $"{b.Label}: {texts.Number(b.Value)}")), texts.Numbers, bars);

    private static string Table(string caption, string[] heads, IEnumerable<string> rows) => $"""
        <div class="wide" role="region" tabindex="0" aria-label="{Text(caption)}"><table>
          <caption>{Text(caption)}</caption>
          <thead><tr>{string.Concat(heads.Select(h => $"<th scope=\"col\">{Text(h)}</th>"))}</tr></thead>
          <tbody>{string.Concat(rows)}</tbody>
        </table></div>
        """;

    private string Row(TargetingFigureView figure, TargetingOutcome outcome) => Line(Text(texts.Of(outcome)), texts.Number(figure.Families), texts.Number(figure.Persons),
        Acted(outcome, figure.ActedOn), Acted(outcome, figure.Outstanding));

    private string Row(RegionTargetingView r, string programme, string level) => Line(
        path == TargetingPage.Path && level != "regency" ? $"<a href=\"{Address(programme, r.Region)}\">{Text(r.Name)}</a>" : Text(r.Name),
        texts.Number(Of(r, Missed).Families), texts.Percent(r.ExclusionRate), texts.Number(Of(r, Wrong).Families), texts.Percent(r.InclusionRate));

    private string Row(FlagFigureView flag) => Line(Text(flags.All.Single(f => f.Code == flag.Flag).Name is var name ? texts.Pick(name.En, name.Id) : ""), texts.Number(flag.Families));

    private string Acted(TargetingOutcome outcome, long? families) => outcome is Missed or Wrong ? texts.Number(families) : "";

    private static string Line(string head, params string[] cells) => $"<tr><th scope=\"row\">{head}</th>{string.Concat(cells.Select(c => $"<td>{Text(c)}</td>"))}</tr>";

    private static TargetingFigureView Of(RegionTargetingView region, TargetingOutcome outcome) => region.Outcomes[(int)outcome - 1];

    private static string Above(string region) => region.LastIndexOf('.') is > 0 and var dot ? region[..dot] : "ID";

    private string Address(string? programme, string to, string? language = null) =>
        Text($"{path}?{(programme is null ? "" : $"programme={programme}&")}region={to}&lang={language ?? texts.Language}");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
