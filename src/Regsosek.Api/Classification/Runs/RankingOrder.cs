namespace Regsosek.Api.Classification.Runs;

/// <summary>Gives the families of one scope their places as they come, poorest first, and cuts them into tenths of persons. Nothing is held but sums.</summary>
/// <param name="total">All persons that will come.</param>
public sealed class RankingOrder(long total)
{
    private readonly DecileCuts _cuts = new();
    private long _place, _counted;

    public RankedFamily Next(in RankingCandidate family)
    {
        _counted += family.Persons;
        var ranked = new RankedFamily(family.Key, ++_place, Percentile(_counted), Decile(_counted));
        _cuts.Add(family, ranked.Decile);
        return ranked;
    }

    /// <summary>What the lottery decided at the nine cuts between deciles; when all have come.</summary>
    public IReadOnlyList<DecileCut> Cuts() => _cuts.All();

    // One division, correctly rounded: exactly a twentieth of the persons gives exactly 5.0, the bound of a class.
    private double Percentile(long counted) => 100.0 * counted / total;

    private short Decile(long counted) => (short)((10 * counted + total - 1) / total);
}

/// <summary>A family to be ranked. Low scores come first, then many dependants, then the lottery; the key only parts two families with one source id.</summary>
/// <param name="Persons">Members present, 1 or more.</param>
public readonly record struct RankingCandidate(long Key, int Persons, RankingScores Scores, double DependencyRatio, LotteryTicket Ticket)
{
    /// <summary>Whether only the lottery tells the two apart.</summary>
    public bool TiesWith(in RankingCandidate other) => Scores == other.Scores && DependencyRatio.Equals(other.DependencyRatio);
}

/// <summary>Where a family stands.</summary>
/// <param name="Position">1 is the poorest.</param>
/// <param name="Percentile">Share of persons up to and with this family, over 0 to 100.</param>
/// <param name="Decile">1 (lowest tenth of persons) to 10; a family on a cut counts with the higher.</param>
public readonly record struct RankedFamily(long Key, long Position, double Percentile, short Decile);
