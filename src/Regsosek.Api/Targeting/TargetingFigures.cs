using System.Text.Json;
using Regsosek.Api.Statistics;
using Regsosek.Data.Statistics;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting;

/// <summary>Cells of one assessment as figures, hidden where no cell may be shown; exact ones for the owner.</summary>
internal sealed class TargetingFigures(
    Assessment assessment, IEnumerable<TargetingCell> cells, TargetingDimensions dimensions, TargetingFlags flags, Rounding rounding, bool persons, bool exact,
    IReadOnlyList<(string Programme, bool Conflict)> others, bool missed)
{
    private static readonly TargetingOutcome[] Each = Enum.GetValues<TargetingOutcome>();

    private readonly Dictionary<(string Region, string Dimension, short Code, short Outcome), TargetingCell> _shown =
        cells.Where(c => exact || !c.Hidden).ToDictionary(c => (c.Region, c.Dimension, c.Code, c.Outcome));

    public RegionTargetingView Of(string region, string name, Dimension? by)
    {
        var outcomes = Outcomes(region);
        return new()
        {
            Region = region,
            Name = name,
            Total = Figure(region, "", 0, TargetingCell.AllOutcomes, "all", null) is var all && persons ? all with { Families = null } : all,
            Outcomes = outcomes,
            ExclusionRate = ExclusionRate(outcomes),
            InclusionRate = InclusionRate(outcomes),
            Flags = [Flagged(region, TargetingCell.Receiving, "receiving"), Flagged(region, 0, "any"), .. flags.All.Select((f, i) => Flagged(region, (short)(i + 1), f.Code))],
            Overlaps = [.. others.Select(o => Overlap(region, o.Programme, o.Conflict))],
            Missed = missed ? [.. Enumerable.Range(0, Assessing.CountOverlaps.Most + 1).Select(k => MissedBy(region, k))] : [],
            Figures = by is null ? [] : [.. Codes(by).SelectMany(code => Each.Select(o => Figure(region, by.Name, code, (short)o, Word(o), Text(by, code))))],
        };
    }

    public IReadOnlyList<TargetingFigureView> Outcomes(string region) => [.. Each.Select(o => Figure(region, "", 0, (short)o, Word(o), null))];

    public static double? ExclusionRate(IReadOnlyList<TargetingFigureView> outcomes) => Rate(outcomes, TargetingOutcome.EntitledNotReceiving, TargetingOutcome.EntitledReceiving);

    public static double? InclusionRate(IReadOnlyList<TargetingFigureView> outcomes) => Rate(outcomes, TargetingOutcome.NotEntitledReceiving, TargetingOutcome.EntitledReceiving);

    public static string Word(TargetingOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    private TargetingFigureView Figure(string region, string dimension, short code, short outcome, string word, string? text)
    {
        var shown = Find(region, dimension, code, outcome);
        var isError = dimension.Length == 0 && outcome is (short)TargetingOutcome.EntitledNotReceiving or (short)TargetingOutcome.NotEntitledReceiving;
        return new()
        {
            Outcome = word,
            Code = text,
            Families = shown?.Families,
            Persons = shown?.Persons,
            ActedOn = isError ? Find(region, TargetingDimensions.Acted, 1, outcome)?.Families : null,
            Outstanding = isError ? Find(region, TargetingDimensions.Acted, 0, outcome)?.Families : null,
            Hidden = shown is null,
        };
    }

    private FlagFigureView Flagged(string region, short code, string flag)
    {
        var shown = Find(region, TargetingCell.Flags, code, TargetingCell.AllOutcomes);
        return new(flag, shown?.Families, shown is null);
    }

    private OverlapView Overlap(string region, string programme, bool conflict)
    {
        var shown = Find(region, TargetingCell.With + programme, 1, TargetingCell.AllOutcomes);
        return new(programme, conflict, shown?.Families, shown is null);
    }

    private MissedView MissedBy(string region, int programmes)
    {
        var shown = Find(region, TargetingCell.Missed, (short)programmes, TargetingCell.AllOutcomes);
        return new(programmes, shown?.Families, shown is null);
    }

    /// <summary>For the owner what is not there is none; for others it is hidden.</summary>
    private (long Families, long Persons)? Find(string region, string dimension, short code, short outcome)
    {
        if (!_shown.TryGetValue((region, dimension, code, outcome), out var cell)) return exact ? (0, 0) : null;
        if (exact) return (cell.Families, cell.Persons);
        var rounded = rounding.Of(new SummaryCell
        {
            Cube = $"targeting:{assessment.Programme}:{assessment.Period}:{dimension}",
            Region = region,
            First = outcome,
            Second = code,
            Families = cell.Families,
            Persons = cell.Persons,
        });
        return (rounded.Families, rounded.Persons);
    }

    private IEnumerable<short> Codes(Dimension by)
    {
        var at = dimensions.All.ToList().IndexOf(by);
        return Enumerable.Range(0, dimensions.Places(at)).Select(place => dimensions.CodeAt(at, place));
    }

    private static string Text(Dimension by, short code) => by.Codes.FirstOrDefault(c => c.Code == code)?.Text ?? Dimensions.Unanswered;

    private static double? Rate(IReadOnlyList<TargetingFigureView> outcomes, TargetingOutcome part, TargetingOutcome rest)
    {
        var (wrong, right) = (outcomes.Single(o => o.Outcome == Word(part)).Families, outcomes.Single(o => o.Outcome == Word(rest)).Families);
        return wrong is { } error && right is { } fine && error + fine > 0 ? Math.Round(100.0 * error / (error + fine)) : null;
    }
}
