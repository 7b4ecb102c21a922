using System.Globalization;
using System.Xml.Linq;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Regsosek.Api.Statistics;

/// <summary>Bars as OxyPlot draws them, as SVG that stands in a page: no style attributes, which the page's policy refuses, and with a title and a
/// description for those who do not see it.</summary>
internal static class BarChart
{
    private const int Width = 640, PerBar = 34, Margin = 40, LabelWidth = 250;
    private static readonly OxyColor Bar = OxyColor.FromRgb(0x0B, 0x7A, 0x75);
    private static readonly OxyColor Ink = OxyColor.FromRgb(0x12, 0x34, 0x3B);
    private static readonly OxyColor Line = OxyColor.FromRgb(0xD9, 0xE2, 0xE4);

    /// <param name="numbers">How numbers are written.</param>
    /// <param name="bars">Label and value, the first on top; null is no bar.</param>
    public static string Svg(string id, string title, string says, CultureInfo numbers, IReadOnlyList<(string Label, long? Value)> bars)
    {
        var exporter = new SvgExporter { Width = Width, Height = (bars.Count * PerBar) + Margin, IsDocument = false };
        var svg = XElement.Parse(exporter.ExportToString(Model(bars, numbers)));
        foreach (var element in svg.DescendantsAndSelf()) Unstyle(element);

        // All bars are inside; and names of clips would be those of every other chart of the page.
        svg.Descendants().Where(e => e.Name.LocalName is "defs" or "clipPath").Remove();
        foreach (var clip in svg.Descendants().Attributes("clip-path").ToList()) clip.Remove();
        svg.SetAttributeValue("viewBox", $"0 0 {Width} {(bars.Count * PerBar) + Margin}");
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-labelledby", $"{id}-title {id}-desc");
        svg.Attribute("width")?.Remove();
        svg.Attribute("height")?.Remove();
        svg.AddFirst(
            new XElement(svg.Name.Namespace + "title", new XAttribute("id", $"{id}-title"), title),
            new XElement(svg.Name.Namespace + "desc", new XAttribute("id", $"{id}-desc"), says));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static PlotModel Model(IReadOnlyList<(string Label, long? Value)> bars, CultureInfo numbers)
    {
        var labels = new CategoryAxis
        {
            Position = AxisPosition.Left,
            StartPosition = 1,
            EndPosition = 0,
            GapWidth = .5,
            TickStyle = TickStyle.None,
            AxislineStyle = LineStyle.Solid,
            AxislineColor = Line,
        };
        labels.Labels.AddRange(bars.Select(b => b.Label));
        var values = new LinearAxis
        {
            Position = AxisPosition.Bottom,
            Minimum = 0,
            MaximumPadding = .2,
            StringFormat = "#,0",
            TickStyle = TickStyle.None,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = Line,
        };
        var series = new BarSeries { FillColor = Bar, LabelFormatString = "{0:#,0}", LabelPlacement = LabelPlacement.Outside, LabelMargin = 10 };
        for (var i = 0; i < bars.Count; i++)
            if (bars[i].Value is { } value) series.Items.Add(new(value) { CategoryIndex = i });
        return new()
        {
            Culture = numbers,
            DefaultFont = "sans-serif",
            DefaultFontSize = 13,
            TextColor = Ink,
            PlotAreaBorderThickness = new(0),

            // Room for the longest label: the width that is worked out for it is that of another font.
            PlotMargins = new(LabelWidth, 4, 16, 28),
            Axes = { labels, values },
            Series = { series },
        };
    }

    /// <summary>A style attribute says nothing that attributes of its own do not say.</summary>
    private static void Unstyle(XElement element)
    {
        if (element.Attribute("style") is not { } style) return;
        style.Remove();
        foreach (var part in style.Value.Split(';').Select(p => p.Split(':', 2, StringSplitOptions.TrimEntries)))
            if (part.Length == 2) element.SetAttributeValue(part[0], part[1]);
    }
}
