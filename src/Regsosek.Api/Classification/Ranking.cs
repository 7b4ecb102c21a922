namespace Regsosek.Api.Classification;

/// <summary>Orders the families of one scope, poorest first, and cuts them into tenths of persons.</summary>
/// <param name="Families">Ranked families, poorest first.</param>
/// <param name="Unranked">Keys of families with nobody present, ascending.</param>
/// <param name="Cuts">What the lottery decided at the nine cuts between deciles.</param>
/// <param name="Persons">All persons ranked.</param>
public sealed record Ranking(IReadOnlyList<RankedFamily> Families, IReadOnlyList<long> Unranked, IReadOnlyList<DecileCut> Cuts, long Persons)
{
    /// <summary>The result does not depend on the order of the candidates.</summary>
    public static Ranking Of(IReadOnlyList<RankingCandidate> candidates)
    {
        var order = candidates.Where(candidate => candidate.Persons > 0).ToArray();
        Array.Sort(order, RankingCandidate.PoorestFirst);

        var total = order.Sum(candidate => (long)candidate.Persons);
        var ranked = new RankedFamily[order.Length];
        long counted = 0;
        for (var i = 0; i < order.Length; i++)
        {
            counted += order[i].Persons;
            ranked[i] = new(order[i].Key, i + 1, Percentile(counted, total), Decile(counted, total));
        }
        long[] unranked = [.. candidates.Where(candidate => candidate.Persons <= 0).Select(candidate => candidate.Key).Order()];
        return new(ranked, unranked, DecileCut.Between(order, ranked), total);
    }

    // One division, correctly rounded: exactly a twentieth of the persons gives exactly 5.0, the bound of a class.
    private static double Percentile(long counted, long total) => 100.0 * counted / total;

    private static short Decile(long counted, long total) => (short)((10 * counted + total - 1) / total);
}

/// <summary>A family to be ranked.</summary>
/// <param name="Persons">Members present.</param>
public readonly record struct RankingCandidate(long Key, int Persons, RankingScores Scores, double DependencyRatio, LotteryTicket Ticket)
{
    /// <summary>Low scores first, then many dependants first, then the lottery; the key only parts two families with one source id.</summary>
    public static int PoorestFirst(RankingCandidate left, RankingCandidate right)
    {
        var byCriteria = left.Scores.CompareTo(right.Scores);
        if (byCriteria == 0) byCriteria = right.DependencyRatio.CompareTo(left.DependencyRatio);
        if (byCriteria != 0) return byCriteria;
        var byLottery = left.Ticket.CompareTo(right.Ticket);
        return byLottery != 0 ? byLottery : left.Key.CompareTo(right.Key);
    }

    /// <summary>Whether only the lottery tells the two apart.</summary>
    public bool TiesWith(RankingCandidate other) => Scores == other.Scores && DependencyRatio.Equals(other.DependencyRatio);
}

/// <summary>Where a family stands.</summary>
/// <param name="Percentile">Share of persons up to and with this family, over 0 to 100.</param>
/// <param name="Decile">1 (lowest tenth of persons) to 10; a family on a cut counts with the higher.</param>
public readonly record struct RankedFamily(long Key, int Rank, double Percentile, short Decile);
