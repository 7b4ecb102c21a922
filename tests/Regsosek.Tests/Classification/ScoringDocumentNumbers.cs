using System.Globalization;
using Regsosek.Api.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

public sealed class ScoringDocumentNumbers
{
    private const string Lines = "NPL;EXT;N150;N200;P100;P190;P320;P550;P800;P1100;P1500;P2170;O125;O250;O500;B20;B40;B60;B80";
    private const string Maxima = "101;100;103;101;99;99;101;99;99;99;99;99;100;102;99;102;99;99;99";

    private static readonly ScoringDocument Document = Published.Model.Document;

    [Fact]
    public void Add_up_to_the_published_maximum_of_each_line()
    {
        int[] best = [.. Document.Lines.Select((line, at) =>
            Document.Provinces!.Points[line.Code].Max() + Document.Items.Sum(item => item.Answers.Max(answer => answer.Points[at])))];

        Assert.Equal(Lines.Split(';'), Document.Lines.Select(line => line.Code));
        Assert.Equal(Maxima.Split(';').Select(maximum => int.Parse(maximum, CultureInfo.InvariantCulture)), best);
        Assert.Equal(best, Document.Lines.Select(line => line.Maximum));
    }

    [Fact]
    public void Begin_at_nothing_on_every_line()
    {
        Assert.All(Document.Items, item => Assert.Contains(item.Answers, answer => answer.Points.All(point => point == 0)));
        Assert.All(Document.Provinces!.Points.Values, points => Assert.Equal(0, points.Min()));
    }

    [Fact]
    public void Give_every_line_34_provinces()
    {
        Assert.Equal(34, Document.Provinces!.Codes.Distinct().Count());
        Assert.All(Document.Lines, line => Assert.Equal(34, Document.Provinces!.Points[line.Code].Count));
    }

    [Fact]
    public void Cover_every_code_the_form_prints_once()
    {
        Assert.Equal(Printed<InternetAccess>(), Codes("Q5"));
        Assert.Equal(Printed<YesNo>(), Codes("Q6"));
        Assert.Equal(Printed<YesNo>(), Codes("Q7"));
        Assert.Equal(Printed<FloorMaterial>(), Codes("Q8"));
        Assert.Equal(Printed<ClosetType>(), Codes("Q9"));
        Assert.Equal(Printed<DomesticFuel>(), Codes("Q10"));
    }

    [Fact]
    public void Lead_every_province_of_today_to_one_of_the_34()
    {
        string[] Column(int at, string file) =>
            [.. File.ReadLines(Published.PathOf("regions", file))
                .Select(line => line.Split(','))
                .Where(cells => cells[0].Length == 2)
                .Select(cells => cells[at])];

        Assert.Equal(38, Column(0, "regions.csv").Length);
        Assert.Equal(Column(0, "regions.csv"), Column(0, "bps-provinces.csv"));
        Assert.Equal(Column(1, "regions.csv"), Column(2, "bps-provinces.csv"));
        Assert.Equal(Document.Provinces!.Codes.Order(), Column(1, "bps-provinces.csv").Distinct().Order());
    }

    private static string[] Codes(string item) =>
        [.. Document.Items.Single(at => at.Item == item).Answers.SelectMany(answer => answer.Codes ?? []).Order().Select(code => $"{code}")];

    private static string[] Printed<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => value.ToString("D"))];
}
