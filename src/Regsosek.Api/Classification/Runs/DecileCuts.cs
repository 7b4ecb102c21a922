namespace Regsosek.Api.Classification.Runs;

/// <summary>The tie that the cut above a decile goes through: families no criterion tells apart, parted by the lottery.
/// All zero when there is none.</summary>
/// <param name="Decile">1 to 9: the decile below the cut.</param>
/// <param name="TiedFamilies">Families in the tie, on both sides of the cut.</param>
/// <param name="FamiliesDrawnBelow">Those of them the lottery left below the cut.</param>
public sealed record DecileCut(int Decile, long TiedFamilies, long TiedPersons, long FamiliesDrawnBelow, long PersonsDrawnBelow);

/// <summary>Finds the ties at the cuts while families come in their order.</summary>
internal sealed class DecileCuts
{
    private readonly DecileCut[] _cuts = [.. Enumerable.Range(1, 9).Select(decile => new DecileCut(decile, 0, 0, 0, 0))];
    private readonly List<DecileCut> _within = [];
    private RankingCandidate? _last;
    private int _decile = 1;
    private long _families, _persons;

    public void Add(in RankingCandidate family, int decile)
    {
        if (_last is not { } last || !family.TiesWith(last)) Close();
        else for (var below = _decile; below < decile; below++) _within.Add(new(below, 0, 0, _families, _persons));
        (_last, _decile) = (family, decile);
        _families++;
        _persons += family.Persons;
    }

    public IReadOnlyList<DecileCut> All()
    {
        Close();
        return _cuts;
    }

    /// <summary>The tie ends: every cut that went through it is known.</summary>
    private void Close()
    {
        foreach (var cut in _within) _cuts[cut.Decile - 1] = cut with { TiedFamilies = _families, TiedPersons = _persons };
        _within.Clear();
        (_families, _persons) = (0, 0);
    }
}
