namespace Regsosek.Api.Classification;

/// <summary>The tie that the cut above a decile goes through: families no criterion tells apart, parted by the lottery.
/// All zero when there is none.</summary>
/// <param name="Decile">1 to 9: the decile below the cut.</param>
/// <param name="TiedFamilies">Families in the tie, on both sides of the cut.</param>
/// <param name="FamiliesDrawnBelow">Those of them the lottery left below the cut.</param>
public sealed record DecileCut(int Decile, int TiedFamilies, long TiedPersons, int FamiliesDrawnBelow, long PersonsDrawnBelow)
{
    internal static IReadOnlyList<DecileCut> Between(RankingCandidate[] order, RankedFamily[] ranked)
    {
        var cuts = new List<DecileCut>();
        var above = 0;
        for (var decile = 1; decile <= 9; decile++)
        {
            while (above < ranked.Length && ranked[above].Decile <= decile) above++;
            cuts.Add(At(decile, order, above));
        }
        return cuts;
    }

    private static DecileCut At(int decile, RankingCandidate[] order, int above)
    {
        if (above == 0 || above == order.Length || !order[above].TiesWith(order[above - 1])) return new(decile, 0, 0, 0, 0);

        var (first, end) = (above, above);
        while (first > 0 && order[first - 1].TiesWith(order[above])) first--;
        while (end < order.Length && order[end].TiesWith(order[above])) end++;
        return new(decile, end - first, PersonsIn(order[first..end]), above - first, PersonsIn(order[first..above]));
    }

    private static long PersonsIn(RankingCandidate[] families) => families.Sum(family => (long)family.Persons);
}
