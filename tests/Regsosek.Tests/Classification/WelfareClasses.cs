using Regsosek.Api.Classification.Runs;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

public sealed class WelfareClasses
{
    [Theory]
    [InlineData(0.0001, "MISKIN_EKSTREM"), InlineData(5, "MISKIN_EKSTREM"), InlineData(5.0000001, "SANGAT_MISKIN"), InlineData(10, "SANGAT_MISKIN")]
    [InlineData(10.0000001, "MISKIN"), InlineData(20, "MISKIN"), InlineData(20.0000001, "HAMPIR_MISKIN"), InlineData(30, "HAMPIR_MISKIN")]
    [InlineData(30.0000001, "RENTAN"), InlineData(40, "RENTAN"), InlineData(40.0000001, "TIDAK_MISKIN"), InlineData(100, "TIDAK_MISKIN")]
    public void Of_regsosek_hold_the_whole_of_their_upper_bound(double percentile, string expected) =>
        Assert.Equal(expected, Published.Regsosek.ClassOf(percentile));

    [Theory]
    [InlineData(5, "EXTREME_POOR"), InlineData(5.0000001, "VERY_POOR"), InlineData(10, "VERY_POOR"), InlineData(10.0000001, "NEAR_POOR")]
    [InlineData(30, "NEAR_POOR"), InlineData(30.0000001, "NONE"), InlineData(100, "NONE")]
    public void Of_the_seed_hold_the_whole_of_their_upper_bound(double percentile, string expected) =>
        Assert.Equal(expected, Published.Seed.ClassOf(percentile));

    [Fact]
    public void Of_regsosek_are_those_the_registry_stores() =>
        Assert.Equal(Enum.GetNames<WelfareClass>(), Published.Regsosek.Classes.Select(at => at.Code));

    [Fact]
    public void Fall_where_a_ranking_puts_exactly_a_twentieth_of_the_persons()
    {
        var candidates = Enumerable.Range(1, 260).Select(key => new RankingCandidate(key, 7, default, 0, default)).ToList();

        var classes = Ordered.Of(candidates).Families.Select(family => Published.Regsosek.ClassOf(family.Percentile)).CountBy(code => code);

        Assert.Equal([13, 13, 26, 26, 26, 156], classes.Select(at => at.Value));
    }
}
