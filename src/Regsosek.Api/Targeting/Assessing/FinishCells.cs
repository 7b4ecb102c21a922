using Regsosek.Api.Rules;
using Regsosek.Api.Statistics;
using Regsosek.Data.Classification;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>From the counts of villages and districts the cells of every region, and which of them are not for everybody: hidden as the statistics hide.</summary>
internal sealed class FinishCells(TargetingDimensions dimensions, Unit unit)
{
    private const int District = 3;

    /// <summary>Of a programme for persons a family can be counted under several outcomes: persons are what adds up.</summary>
    private readonly bool _addsPersons = unit == Unit.Person;

    public IEnumerable<TargetingCell> Of(long assessment, IReadOnlyCollection<TargetingCell> counted)
    {
        var kinds = counted.ToLookup(c => c.Dimension == TargetingCell.Missed ? 2 : c.Dimension == TargetingCell.Flags || c.Dimension.StartsWith(TargetingCell.With, StringComparison.Ordinal) ? 1 : 0);
        return [.. Outcomes(assessment, kinds[0]), .. FinishParts.OfReceivers(assessment, [.. kinds[1]]), .. FinishParts.OfMissed(assessment, [.. kinds[2]])];
    }

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
}
