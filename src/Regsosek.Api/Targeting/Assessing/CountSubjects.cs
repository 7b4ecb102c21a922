using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>Counts the subjects of a regency in the engine: cells of its villages by outcome, of its districts by outcome and one dimension.</summary>
internal static class CountSubjects
{
    /// <summary>Subjects that have all in common.</summary>
    private sealed record Leaf(string Village, int Standing, bool Receives, bool Acted, int? Class, int? Decile, int? SexOfHead, int? Disability, int Families, int Persons);

    public static async Task<IReadOnlyCollection<TargetingCell>> Of(
        IQueryable<AssessedSubject> subjects, Assessment assessment, TargetingDimensions dimensions, CancellationToken stop)
    {
        var leaves = await subjects
            .GroupBy(s => new { s.Village, s.Standing, s.Receives, s.Acted, s.Class, s.Decile, s.SexOfHead, s.Disability })
            .Select(g => new Leaf(g.Key.Village, g.Key.Standing, g.Key.Receives, g.Key.Acted, g.Key.Class, g.Key.Decile, g.Key.SexOfHead, g.Key.Disability,
                g.Select(s => s.HouseholdKey).Distinct().Count(), g.Sum(s => s.Persons))).ToListAsync(stop);
        var cells = new Dictionary<(string Dimension, string Region, short Code, short Outcome), TargetingCell>();
        foreach (var leaf in leaves)
        {
            var outcome = Outcome(leaf);
            Add("", leaf.Village, 0, outcome, leaf);
            int?[] read = [leaf.Class, leaf.Decile, leaf.SexOfHead, leaf.Disability];
            for (var d = 0; d < dimensions.All.Count; d++)
                Add(dimensions.NameOf(d), District(leaf.Village), dimensions.CodeAt(d, dimensions.All[d].Place(read[d])), outcome, leaf);
            Add(TargetingDimensions.Acted, District(leaf.Village), (short)(leaf.Acted && IsError(outcome) ? 1 : 0), outcome, leaf);
        }

        return cells.Values;

        void Add(string dimension, string region, short code, TargetingOutcome outcome, Leaf leaf)
        {
            if (!cells.TryGetValue((dimension, region, code, (short)outcome), out var cell))
            {
                cells[(dimension, region, code, (short)outcome)] = cell = new()
                {
                    AssessmentKey = assessment.Key,
                    Dimension = dimension,
                    Region = region,
                    Level = (short)(region.AsSpan().Count('.') + 1),
                    Code = code,
                    Outcome = (short)outcome,
                };
            }

            (cell.Families, cell.Persons) = (cell.Families + leaf.Families, cell.Persons + leaf.Persons);
        }
    }

    public static bool IsError(TargetingOutcome outcome) => outcome is TargetingOutcome.EntitledNotReceiving or TargetingOutcome.NotEntitledReceiving;

    private static TargetingOutcome Outcome(Leaf leaf) => (TargetingOutcome)((2 * leaf.Standing) - (leaf.Receives ? 1 : 0));

    private static string District(string village) => village[..village.LastIndexOf('.')];
}
