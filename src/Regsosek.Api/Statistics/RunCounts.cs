using Regsosek.Data.Classification;

namespace Regsosek.Api.Statistics;

/// <summary>Counts the families of a run by every dimension and region, in whatever order they come.</summary>
internal sealed class RunCounts(CountedAnswers answers, SummaryLayout layout, ClassificationRun run)
{
    private const double MillionthsOfAPercent = 1e6;
    private readonly RegionTallies _regions = new(layout, run.Scope);
    private readonly int[] _places = new int[layout.Dimensions];

    /// <summary>Whether the model says how likely each ranked family is poor.</summary>
    public bool GivesLikelihood { get; private set; } = true;

    public void Add(in CountedFamily family, Rank? rank)
    {
        GivesLikelihood &= rank is not { Likelihood: null };
        answers.Place(family, rank, _places);
        var likelihood = (long)Math.Round((rank?.Likelihood ?? 0) * MillionthsOfAPercent) * family.Persons;
        _regions.Add(family.Village, _places, family.Persons, likelihood, rank is not null);
    }

    /// <summary>Every region with its sums, those above first, and what is not shown hidden; when all have come.</summary>
    public IReadOnlyList<RegionTally> Regions()
    {
        _regions.RollUp();
        var all = _regions.All.ToList();
        Suppression.Hide(all, layout);
        return all;
    }
}
