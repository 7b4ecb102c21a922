namespace Regsosek.Api.Statistics;

/// <summary>Where each cell of a region's tables stands in one row of numbers: all families, then every code of every dimension, then every pair of codes
/// of two dimensions. Of small regions (district, village) only the first part is kept.</summary>
internal sealed class SummaryLayout
{
    private readonly int[] _places;
    private readonly int[] _single;
    private readonly int[,] _pair;

    /// <param name="places">How many codes each dimension has, no answer among them.</param>
    public SummaryLayout(IReadOnlyList<int> places)
    {
        (_places, _single, _pair) = ([.. places], new int[places.Count], new int[places.Count, places.Count]);
        var next = 1;
        for (var d = 0; d < places.Count; next += places[d++]) _single[d] = next;
        Narrow = next;
        for (var d = 0; d < places.Count; d++)
            for (var e = d + 1; e < places.Count; next += places[d] * places[e++]) _pair[d, e] = next;
        Wide = next;
    }

    public int Dimensions => _places.Length;

    /// <summary>Cells of a small region.</summary>
    public int Narrow { get; }

    public int Wide { get; }

    public int Places(int dimension) => _places[dimension];

    public int Single(int dimension, int place) => _single[dimension] + place;

    public int Pair(int one, int place, int other, int otherPlace) => one < other
        ? _pair[one, other] + (place * _places[other]) + otherPlace
        : _pair[other, one] + (otherPlace * _places[one]) + place;
}
