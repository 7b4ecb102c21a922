using Regsosek.Api.Rules;
using Regsosek.Api.Statistics;
using Regsosek.Data.Classification;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>From the counts of villages and districts the cells of every region, and which of them are not for everybody: hidden as the statistics hide.</summary>
internal sealed class FinishCells(TargetingDimensions dimensions, TargetingFlags flags, Unit unit)
{
    private const int District = 3;

    /// <summary>Of a programme for persons a family can be counted under several outcomes: persons are what adds up.</summary>
    private readonly bool _addsPersons = unit == Unit.Person;

    public IEnumerable<TargetingCell> Of(long assessment, IReadOnlyCollection<TargetingCell> counted) =>
        Outcomes(assessment, counted.Where(c => c.Dimension != TargetingCell.Flags)).Concat(Flagged(assessment, counted.Where(c => c.Dimension == TargetingCell.Flags)));

    private IEnumerable<TargetingCell> Outcomes(long assessment, IEnumerable<TargetingCell> counted)
    {
        var layout = dimensions.Layout;
        var regions = new RegionTallies(layout, ClassificationRun.National, District);
        foreach (var cell in counted)
        {
            var (region, outcome) = (regions.Of(cell.Region), cell.Outcome - 1);
            if (cell.Dimension.Length == 0)
            {
                Add(region, 0, cell);
                Add(region, layout.Single(0, outcome), cell);
                continue;
            }

            var d = Enumerable.Range(0, layout.Dimensions - 1).First(at => dimensions.NameOf(at) == cell.Dimension);
            var place = dimensions.PlaceOf(d, cell.Code);
            Add(region, layout.Single(d + 1, place), cell);
            Add(region, layout.Pair(0, outcome, d + 1, place), cell);
        }

        foreach (var region in Finished(regions, layout))
        {
            if (Cell(assessment, region, 0, "", 0, TargetingCell.AllOutcomes) is { } all) yield return all;
            for (var outcome = 0; outcome < layout.Places(0); outcome++)
            {
                if (Cell(assessment, region, layout.Single(0, outcome), "", 0, outcome + 1) is { } one) yield return one;
                for (var d = 1; region.Level <= District && d < layout.Dimensions; d++)
                    for (var place = 0; place < layout.Places(d); place++)
                        if (Cell(assessment, region, layout.Pair(0, outcome, d, place), dimensions.NameOf(d - 1), dimensions.CodeAt(d - 1, place), outcome + 1) is { } pair) yield return pair;
            }
        }
    }

    /// <summary>Of those who receive, flagged or not by each flag, and by any.</summary>
    private IEnumerable<TargetingCell> Flagged(long assessment, IEnumerable<TargetingCell> counted)
    {
        var layout = new SummaryLayout([.. Enumerable.Repeat(2, flags.All.Count + 1)]);
        var regions = new RegionTallies(layout, ClassificationRun.National, wideTo: -1);
        foreach (var cell in counted)
        {
            var region = regions.Of(cell.Region);
            if (cell.Code != TargetingCell.Receiving)
            {
                Put(region, layout.Single(cell.Code, 0), cell);
                Put(region, layout.Single(cell.Code, 1), cell, -1);
                continue;
            }

            Put(region, 0, cell);
            for (var flag = 0; flag < layout.Dimensions; flag++) Put(region, layout.Single(flag, 1), cell);
        }

        regions.RollUp();
        RegionTally[] all = [.. regions.All];
        Suppression.Hide(all, layout);
        foreach (var region in all)
        {
            yield return Plain(0, TargetingCell.Receiving);
            for (var flag = 0; flag < layout.Dimensions; flag++)
                if (region.Families[layout.Single(flag, 0)] > 0) yield return Plain(layout.Single(flag, 0), (short)flag);

            TargetingCell Plain(int at, short code) => New(assessment, region, TargetingCell.Flags, code, TargetingCell.AllOutcomes, region.Families[at], region.Persons[at], region.Hidden[at]);
        }
    }

    private IReadOnlyList<RegionTally> Finished(RegionTallies regions, SummaryLayout layout)
    {
        // Singles of the dimensions are counted in the districts; those of the outcomes, in the villages.
        regions.RollUp();
        RegionTally[] all = [.. regions.All];
        Suppression.Hide(all, layout, _addsPersons ? (region, cell) => region.Persons[cell] < Suppression.Threshold : null);
        return all;
    }

    private TargetingCell? Cell(long assessment, RegionTally region, int at, string dimension, short code, int outcome)
    {
        if (region.Families[at] == 0) return null;
        var (families, persons) = _addsPersons ? (region.Persons[at], region.Families[at]) : (region.Families[at], region.Persons[at]);
        return New(assessment, region, dimension, code, (short)outcome, families, persons, region.Hidden[at]);
    }

    private static TargetingCell New(long assessment, RegionTally region, string dimension, short code, short outcome, long families, long persons, bool hidden) => new()
    {
        AssessmentKey = assessment,
        Dimension = dimension,
        Region = region.Code,
        Level = (short)region.Level,
        Code = code,
        Outcome = outcome,
        Families = families,
        Persons = persons,
        Hidden = hidden,
    };

    private void Add(RegionTally region, int at, TargetingCell cell)
    {
        region.Families[at] += (int)(_addsPersons ? cell.Persons : cell.Families);
        region.Persons[at] += (int)(_addsPersons ? cell.Families : cell.Persons);
    }

    private static void Put(RegionTally region, int at, TargetingCell cell, int times = 1)
    {
        region.Families[at] += times * (int)cell.Families;
        region.Persons[at] += times * (int)cell.Persons;
    }
}
