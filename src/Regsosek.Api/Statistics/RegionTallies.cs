using Regsosek.Data.Classification;

namespace Regsosek.Api.Statistics;

/// <summary>The regions of a run that hold families, from the run's scope down to the villages. Their number bounds the memory, not that of the families.</summary>
/// <param name="top">The scope of the run: ID, or a region's code.</param>
/// <param name="wideTo">The lowest level that has cells for pairs too.</param>
internal sealed class RegionTallies(SummaryLayout layout, string top, int wideTo = RegionTallies.Regency)
{
    internal const int Regency = 2;
    private readonly Dictionary<string, RegionTally> _known = [];
    private readonly int _top = top == ClassificationRun.National ? 0 : Depth(top);

    /// <summary>Those above first, then by code.</summary>
    public IEnumerable<RegionTally> All => _known.Values.OrderBy(r => r.Level).ThenBy(r => r.Code, StringComparer.Ordinal);

    public RegionTally? Find(string code) => _known.GetValueOrDefault(code);

    /// <summary>The region of this code, with those above it as far as the scope reaches.</summary>
    public RegionTally Of(string code)
    {
        if (_known.TryGetValue(code, out var known)) return known;
        var level = code == ClassificationRun.National ? 0 : Depth(code);
        var above = level <= _top ? null : Of(level == 1 ? top : code[..code.LastIndexOf('.')]);
        var region = _known[code] = new(code, level, above, level <= wideTo ? layout.Wide : layout.Narrow);
        above?.Below.Add(region);
        return region;
    }

    /// <summary>Counts a family. Single codes are counted in its village and summed up later; pairs only from the regency up.</summary>
    /// <param name="places">Its place in every dimension; -1 where it has none.</param>
    public void Add(string code, ReadOnlySpan<int> places, int persons, long likelihood, bool isRanked)
    {
        var village = Of(code);
        var regency = village.Above?.Above;
        village.Add(0, persons, likelihood, isRanked);
        for (var d = 0; d < places.Length; d++)
        {
            if (places[d] < 0) continue;
            village.Add(layout.Single(d, places[d]), persons, likelihood, isRanked);
            for (var e = d + 1; regency is not null && e < places.Length; e++)
                if (places[e] >= 0) regency.Add(layout.Pair(d, places[d], e, places[e]), persons, likelihood, isRanked);
        }
    }

    /// <summary>Adds every region to the one above it, the lowest first.</summary>
    public void RollUp()
    {
        foreach (var region in _known.Values.OrderByDescending(r => r.Level)) region.Above?.Add(region);
    }

    private static int Depth(string code) => code.AsSpan().Count('.') + 1;
}
