using Regsosek.Api.Statistics;
using Regsosek.Data.Classification;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>Cells that tell of parts of those who receive (flags, other programmes), and of those who are missed: of every region, and hidden beside what is no part.</summary>
internal static class FinishParts
{
    /// <summary>Each part beside the rest: by each flag, by any, by each other programme.</summary>
    public static IEnumerable<TargetingCell> OfReceivers(long assessment, IReadOnlyCollection<TargetingCell> counted)
    {
        List<(string Dimension, short Code)> parts = [.. counted.Select(c => (c.Dimension, c.Code)).Distinct().Where(p => p.Code != TargetingCell.Receiving)
            .OrderBy(p => p.Dimension, StringComparer.Ordinal).ThenBy(p => p.Code)];
        var layout = new SummaryLayout([.. parts.Select(_ => 2)]);
        var regions = new RegionTallies(layout, ClassificationRun.National, wideTo: -1);
        foreach (var cell in counted)
        {
            var region = regions.Of(cell.Region);
            if (cell.Code == TargetingCell.Receiving)
            {
                Put(region, 0, cell);
                for (var part = 0; part < parts.Count; part++) Put(region, layout.Single(part, 1), cell);
                continue;
            }

            var at = parts.IndexOf((cell.Dimension, cell.Code));
            Put(region, layout.Single(at, 0), cell);
            Put(region, layout.Single(at, 1), cell, -1);
        }

        return Hidden(regions, layout).SelectMany(region => parts.Select((p, i) => (p.Dimension, p.Code, At: layout.Single(i, 0))).Prepend((TargetingCell.Flags, TargetingCell.Receiving, 0))
            .Where(c => region.Families[c.Item3] > 0).Select(c => Cell(assessment, region, c.Item1, c.Item2, c.Item3)));
    }

    public static IEnumerable<TargetingCell> OfMissed(long assessment, IReadOnlyCollection<TargetingCell> counted)
    {
        var layout = new SummaryLayout([CountOverlaps.Most + 1]);
        var regions = new RegionTallies(layout, ClassificationRun.National, wideTo: -1);
        foreach (var cell in counted)
        {
            var region = regions.Of(cell.Region);
            Put(region, 0, cell);
            Put(region, layout.Single(0, cell.Code), cell);
        }

        return Hidden(regions, layout).SelectMany(region => Enumerable.Range(0, CountOverlaps.Most + 1).Where(code => region.Families[layout.Single(0, code)] > 0)
            .Select(code => Cell(assessment, region, TargetingCell.Missed, (short)code, layout.Single(0, code))));
    }

    private static RegionTally[] Hidden(RegionTallies regions, SummaryLayout layout)
    {
        regions.RollUp();
        RegionTally[] all = [.. regions.All];
        Suppression.Hide(all, layout);
        return all;
    }

    private static void Put(RegionTally region, int at, TargetingCell cell, int times = 1)
    {
        region.Families[at] += times * (int)cell.Families;
        region.Persons[at] += times * (int)cell.Persons;
    }

    private static TargetingCell Cell(long assessment, RegionTally region, string dimension, short code, int at) => new()
    {
        AssessmentKey = assessment,
        Dimension = dimension,
        Region = region.Code,
        Level = (short)region.Level,
        Code = code,
        Outcome = TargetingCell.AllOutcomes,
        Families = region.Families[at],
        Persons = region.Persons[at],
        Hidden = region.Hidden[at],
    };
}
