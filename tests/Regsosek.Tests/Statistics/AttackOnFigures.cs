using Regsosek.Api.Statistics;

namespace Regsosek.Tests.Statistics;

/// <summary>All tables of a small registry at once, by who asks for everything: no cell of fewer than five families can be worked out.</summary>
public sealed class AttackOnFigures
{
    private const int Slack = Rounding.Families - 1;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    /// <summary>Not how many, and not even that there are some and fewer than five.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void No_small_cell_is_singled_out(int seed)
    {
        var figures = Figures.Drawn(seed);
        Assert.Empty(Found(figures, hides: true, rounds: true, slack: Slack));
    }

    /// <summary>The attack is one: where small cells alone are hidden, and nothing is rounded, it finds them.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Without_company_and_rounding_small_cells_are_found(int seed) => Assert.NotEmpty(Found(Figures.Drawn(seed), hides: false, rounds: false, slack: 0));

    /// <summary>For each small cell there is another registry, with another number of families in it, of which the very same figures may be published:
    /// found by moving, adding and taking families one at a time.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void Another_registry_would_give_the_same_figures(int seed)
    {
        var figures = Figures.Drawn(seed);
        var shown = figures.Published().Where(p => p.Shown is not null).ToDictionary(p => (p.Region, p.Cell), p => p.Shown!.Value);
        var now = figures.Published().ToDictionary(p => (p.Region, p.Cell), p => (long)p.Region.Families[p.Cell]);
        var unmoved = now.Where(c => c.Value is > 0 and < Suppression.Threshold).Select(c => c.Key).ToHashSet();
        var leaves = figures.Leaves.Select(l => (Families: new[] { l.Families }, Cells: figures.CellsOf(l).ToList())).ToList();
        var draw = new Random(seed);
        for (var step = 0; step < 200_000 && unmoved.Count > 0; step++)
        {
            var (from, to) = (leaves[draw.Next(leaves.Count)], leaves[draw.Next(leaves.Count)]);
            var kind = draw.Next(4);
            if (kind != 0 && from.Families[0] == 0) continue;
            List<((RegionTally, int) Cell, int By)> changes = [.. kind == 0 ? [] : from.Cells.Select(c => (c, -1)), .. kind == 1 ? [] : to.Cells.Select(c => (c, 1))];
            foreach (var (cell, by) in changes) now[cell] += by;
            if (changes.TrueForAll(c => !shown.TryGetValue(c.Cell, out var figure) || (now[c.Cell] >= Suppression.Threshold && Math.Abs(now[c.Cell] - figure) <= Slack)))
            {
                if (kind != 0) from.Families[0]--;
                if (kind != 1) to.Families[0]++;
                unmoved.RemoveWhere(c => now[c] != c.Region.Families[c.Cell]);
            }
            else
            {
                foreach (var (cell, by) in changes) now[cell] -= by;
            }
        }

        Assert.Empty(unmoved.Select(c => $"{c.Region.Code} {c.Cell}"));
    }

    /// <summary>Of what adds up nothing is hidden, or two cells with families are, and what is hidden of a shown total is no small cell itself.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void What_is_hidden_has_company_in_every_sum(int seed)
    {
        foreach (var (total, parts) in Figures.Drawn(seed).Sums().Where(s => s.Total.Region.Families[s.Total.Cell] > 0))
        {
            var hidden = parts.Where(p => p.Region.Hidden[p.Cell] && p.Region.Families[p.Cell] > 0).ToList();
            if (total.Region.Hidden[total.Cell]) Assert.NotEmpty(hidden);
            else if (hidden.Count > 0) Assert.True(hidden.Count > 1 && hidden.Sum(p => p.Region.Families[p.Cell]) >= Suppression.Threshold);
        }
    }

    private static List<string> Found(Figures figures, bool hides, bool rounds, int slack)
    {
        var attacker = new Attacker<(RegionTally Region, int Cell)>(
            figures.Published(hides, rounds).Select(p => ((p.Region, p.Cell), p.Shown)), figures.Sums(), slack, Suppression.Threshold);
        return [.. figures.Published().Where(p => p.Region.Families[p.Cell] is > 0 and < Suppression.Threshold)
            .Select(p => (p.Region, p.Cell, Bounds: attacker[(p.Region, p.Cell)])).Where(p => p.Bounds.Low > 0 && p.Bounds.High < Suppression.Threshold)
            .Select(p => $"{p.Region.Code} {p.Cell}: {p.Region.Families[p.Cell]} within {p.Bounds}")];
    }
}
