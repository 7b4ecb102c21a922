using System.Globalization;
using CsvHelper;

namespace Regsosek.Api.Targeting;

/// <summary>The figures as a table: a line a figure, those of everybody first. What is hidden is empty.</summary>
internal static class TargetingCsv
{
    private static readonly string[] Header =
        ["programme", "version", "period", "assessment", "region", "name", "by", "code", "outcome", "families", "persons", "actedOn", "outstanding", "hidden"];

    public static string Of(TargetingView view)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\r\n" };
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        Line(Header);
        foreach (var region in view.Regions)
        {
            foreach (var figure in region.Outcomes.Prepend(region.Total)) Figure(region, "", figure);
            foreach (var figure in region.Figures) Figure(region, view.By!, figure);
            foreach (var flag in region.Flags) Figure(region, "flag", new() { Outcome = "receiving", Code = flag.Flag, Families = flag.Families, Hidden = flag.Hidden });
            foreach (var other in region.Overlaps) Figure(region, "with", new() { Outcome = "receiving", Code = other.Programme, Families = other.Families, Hidden = other.Hidden });
            foreach (var missed in region.Missed) Figure(region, "missed", new() { Outcome = "entitled-not-receiving", Code = Text(missed.Programmes), Families = missed.Families, Hidden = missed.Hidden });
        }

        csv.Flush();
        return text.ToString();

        void Figure(RegionTargetingView region, string by, TargetingFigureView figure) => Line([
            view.Programme, Text(view.Version), view.Period, view.Assessment.ToString(), region.Region, region.Name, by, figure.Code, figure.Outcome,
            Text(figure.Families), Text(figure.Persons), Text(figure.ActedOn), Text(figure.Outstanding), figure.Hidden ? "true" : "false"]);

        void Line(IEnumerable<string?> cells)
        {
            foreach (var cell in cells) csv.WriteField(cell);
            csv.NextRecord();
        }
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
