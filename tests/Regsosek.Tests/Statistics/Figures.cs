using Regsosek.Api.Statistics;
using Regsosek.Data.Statistics;

namespace Regsosek.Tests.Statistics;

/// <summary>A small invented registry as the summary tables see it: families of some villages with their codes in three dimensions, and what is published.</summary>
internal sealed class Figures
{
    public static readonly SummaryLayout Layout = new([3, 2, 4]);
    private static readonly string[] Villages = ["91.71.01.2001", "91.71.02.2001", "91.03.01.2001", "35.07.01.2001", "35.07.01.2002", "11.01.01.2001"];

    private Figures(IReadOnlyList<Leaf> leaves)
    {
        Leaves = leaves;
        var tallies = new RegionTallies(Layout, "ID");
        foreach (var leaf in leaves)
            for (var n = 0; n < leaf.Families; n++) tallies.Add(leaf.Village, leaf.Places, persons: 3, likelihood: 0, isRanked: true);
        tallies.RollUp();
        Regions = [.. tallies.All];
        Suppression.Hide(Regions, Layout);
    }

    /// <summary>Families of a village with the same codes.</summary>
    public sealed record Leaf(string Village, int[] Places, int Families);

    public IReadOnlyList<Leaf> Leaves { get; }
    public IReadOnlyList<RegionTally> Regions { get; }

    public static Figures Drawn(int seed)
    {
        var draw = new Random(seed);
        var leaves = from village in Villages
                     from a in Enumerable.Range(0, 3)
                     from b in Enumerable.Range(0, 2)
                     from c in Enumerable.Range(0, 4)
                     select new Leaf(village, [a, b, c], draw.Next(3) > 0 ? draw.Next(3) : draw.Next(20));
        return new([.. leaves]);
    }

    /// <summary>Every cell with what is shown of it.</summary>
    public IEnumerable<(RegionTally Region, int Cell, long? Shown)> Published(bool hides = true, bool rounds = true)
    {
        var rounding = new Rounding(new byte[32]);
        foreach (var region in Regions)
        {
            for (var cell = 0; cell < region.Cells; cell++)
            {
                var isHidden = hides ? region.Hidden[cell] : region.Families[cell] < Suppression.Threshold;
                var exact = new SummaryCell { Cube = $"{cell}", Region = region.Code, Families = region.Families[cell], Persons = region.Persons[cell] };
                yield return (region, cell, isHidden ? null : rounds ? rounding.Of(exact).Families : exact.Families);
            }
        }
    }

    /// <summary>What adds up: a total and its parts, each a region and a cell.</summary>
    public IEnumerable<((RegionTally Region, int Cell) Total, List<(RegionTally Region, int Cell)> Parts)> Sums()
    {
        foreach (var region in Regions)
        {
            for (var d = 0; d < Layout.Dimensions; d++)
            {
                yield return ((region, 0), [.. Codes(d).Select(p => (region, Layout.Single(d, p)))]);
                for (var e = 0; region.Cells == Layout.Wide && e < Layout.Dimensions; e++)
                {
                    if (e == d) continue;
                    foreach (var p in Codes(d)) yield return ((region, Layout.Single(d, p)), [.. Codes(e).Select(q => (region, Layout.Pair(d, p, e, q)))]);
                }
            }

            for (var cell = 0; region.Below.Count > 0 && cell < region.Below[0].Cells; cell++) yield return ((region, cell), [.. region.Below.Select(b => (b, cell))]);
        }
    }

    /// <summary>The cells that a leaf is counted in.</summary>
    public IEnumerable<(RegionTally Region, int Cell)> CellsOf(Leaf leaf)
    {
        for (var region = Regions.Single(r => r.Code == leaf.Village); region is not null; region = region.Above)
        {
            yield return (region, 0);
            for (var d = 0; d < Layout.Dimensions; d++)
            {
                yield return (region, Layout.Single(d, leaf.Places[d]));
                for (var e = d + 1; region.Cells == Layout.Wide && e < Layout.Dimensions; e++) yield return (region, Layout.Pair(d, leaf.Places[d], e, leaf.Places[e]));
            }
        }
    }

    private static IEnumerable<int> Codes(int dimension) => Enumerable.Range(0, Layout.Places(dimension));
}
