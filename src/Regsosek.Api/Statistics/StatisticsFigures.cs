using Regsosek.Data.Statistics;

namespace Regsosek.Api.Statistics;

/// <summary>Cells as figures: every code or pair of codes of the dimensions in turn, hidden where no cell may be shown.</summary>
internal sealed class StatisticsFigures(IReadOnlyList<Dimension> by, IEnumerable<SummaryCell> cells, Rounding rounding)
{
    private readonly Dictionary<(string Region, string Cube, short First, short Second), RoundedCell> _shown =
        cells.ToDictionary(c => (c.Region, c.Cube, c.First, c.Second), rounding.Of);

    private readonly string _cube = Dimensions.Cube(by);

    /// <summary>The dimensions of a figure that an unranked family has too: its coverage is theirs.</summary>
    private readonly IReadOnlyList<Dimension> _answered = [.. by.Where(d => !d.IsRank)];

    public RegionFiguresView Of(string region, string name) => new()
    {
        Region = region,
        Name = name,
        Total = Figure(region, "", []),
        Unanswered = [.. _answered.Select(d => new UnansweredView(d.Name, Share(region, d)))],
        Figures = by.Count switch
        {
            0 => [],
            1 => [.. Places(by[0]).Select(one => Figure(region, _cube, [one]))],
            _ => [.. Places(by[0]).SelectMany(one => Places(by[1]).Select(other => Figure(region, _cube, [one, other])))],
        },
    };

    private FigureView Figure(string region, string cube, IReadOnlyList<int> places)
    {
        var codes = by.Zip(places, (d, place) => place < d.Codes.Count ? d.Codes[place].Text : Dimensions.Unanswered).ToList();
        if (Find(region, cube, places.Select((place, i) => by[i].CodeAt(place))) is not { } shown) return new() { Codes = codes, Hidden = true };
        var answered = by.Zip(places).Where(p => !p.First.IsRank).Select(p => p.First.CodeAt(p.Second));
        var beside = Find(region, places.Count == 0 ? "" : Dimensions.Cube(_answered), answered);
        return new()
        {
            Codes = codes,
            Families = shown.Families,
            Persons = shown.Persons,
            PovertyRate = shown.PovertyRate,
            Coverage = beside is { Held: > 0 } held ? Percent(held.Families, held.Held) : null,
            Hidden = false,
        };
    }

    private double? Share(string region, Dimension dimension) =>
        Find(region, dimension.Name, [SummaryCell.Unanswered]) is { } without && Find(region, "", []) is { Families: > 0 } all
            ? Percent(without.Families, all.Families) : null;

    private RoundedCell? Find(string region, string cube, IEnumerable<short> codes)
    {
        var at = codes.ToArray();
        return _shown.TryGetValue((region, cube, at.Length > 0 ? at[0] : (short)0, at.Length > 1 ? at[1] : (short)0), out var cell) ? cell : null;
    }

    private static IEnumerable<int> Places(Dimension dimension) => Enumerable.Range(0, dimension.Places);

    private static double Percent(long part, long whole) => Math.Round(100.0 * part / whole);
}
