using Regsosek.Api.Statistics;
using Regsosek.Data.Statistics;

namespace Regsosek.Tests.Statistics;

public sealed class Roundings
{
    private static readonly Rounding Ours = new(new byte[32]);

    [Fact]
    public void A_figure_is_a_neighbouring_multiple_and_right_on_average()
    {
        foreach (var families in new[] { 5, 7, 23, 100, 1_000_004 })
        {
            var shown = Enumerable.Range(0, 5000).Select(n => Ours.Of(Cell($"{n}", families)).Families).ToList();
            Assert.All(shown, s => Assert.True(s % 5 == 0 && Math.Abs(s - families) < 5 && s >= 5));
            Assert.Equal(families, shown.Average(), 0.15);
        }
    }

    [Fact]
    public void A_cell_keeps_its_draw_and_another_secret_gives_another()
    {
        var cells = Enumerable.Range(0, 200).Select(n => Cell($"{n}", 23)).ToList();
        Assert.Equal(cells.Select(Ours.Of), cells.Select(new Rounding(new byte[32]).Of));
        Assert.NotEqual(cells.Select(Ours.Of), cells.Select(new Rounding([1, .. new byte[31]]).Of));

        // The same families in a later run.
        Assert.Equal(Ours.Of(Cell("x", 23)), Ours.Of(Cell("x", 23, run: 2)));
    }

    [Fact]
    public void Where_all_are_ranked_the_coverage_is_whole() => Assert.All(Enumerable.Range(0, 500), n =>
    {
        var shown = Ours.Of(Cell($"{n}", 13));
        Assert.Equal(shown.Families, shown.Held);
    });

    [Theory]
    [InlineData(100, 12.0)]
    [InlineData(4000, 12.3)]
    public void A_rate_of_few_persons_is_told_in_whole_percents(int persons, double rate) =>
        Assert.Equal(rate, Ours.Of(new() { Cube = "", Region = "ID", Families = 50, Persons = persons, Held = 50, Likelihood = 12_344_000L * persons }).PovertyRate);

    private static SummaryCell Cell(string region, int families, long run = 1) =>
        new() { RunKey = run, Cube = "floor", Region = region, First = 3, Families = families, Persons = families * 3, Held = families };
}
