using CsCheck;
using Regsosek.Api.Participation.Intake;
using Regsosek.Data.Participation;

namespace Regsosek.Tests.Participation;

public sealed class NamesThatAreAlike
{
    [Theory]
    [InlineData("H. Muhammad Yusuf, S.Pd.", "MOH YUSUF", true)]
    [InlineData("Yohana Rumbiak", "Yohanna Rumbiak", true)]
    [InlineData("Siti Aminah", "Siti Aminah", true)]
    [InlineData("Suharto", "Sukarno", false)]
    [InlineData("Yance Rumbiak", "Maria Wanggai", false)]
    [InlineData("", "", false)]
    [InlineData("H.", "Hj.", false)]
    public void Are_taken_for_one(string one, string other, bool alike) => Assert.Equal(alike, NameSimilarity.AreAlike(one, other));

    /// <summary>The figures of Winkler's own examples.</summary>
    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9611)]
    [InlineData("DWAYNE", "DUANE", 0.84)]
    [InlineData("DIXON", "DICKSONX", 0.8133)]
    public void Are_measured_as_published(string one, string other, double due) => Assert.Equal(due, NameSimilarity.Of(one, other), 3);

    [Fact]
    public void The_measure_is_between_none_and_all_and_all_of_itself() => Gen.Select(Gen.String.AlphaNumeric, Gen.String.AlphaNumeric).Sample((a, b) =>
    {
        var (one, other) = ($"QA{a}", $"QA{b}");
        Assert.InRange(NameSimilarity.Of(one, other), 0, 1.0000001);
        Assert.Equal(1, NameSimilarity.Of(one, one));
    });

    [Fact]
    public void A_period_is_read_as_it_is_written_and_later_ones_are_greater() => Gen.Select(Gen.Int[2000, 2999], Gen.Int[1, 12], Gen.Int[1, 4]).Sample((year, month, quarter) =>
    {
        var (one, other) = (Periods.Parse($"{year}-{month:00}")!.Value, Periods.Parse($"{year}-Q{quarter}")!.Value);
        Assert.Equal(($"{year}-{month:00}", $"{year}-Q{quarter}"), (Periods.Text(one), Periods.Text(other)));
        Assert.Equal((new DateOnly(year, month, 1), new DateOnly(year, (3 * quarter) - 2, 1)), (Periods.Begins(one), Periods.Begins(other)));
        Assert.Equal(month.CompareTo(3 * quarter) is var order && order != 0 ? order : -1, one.CompareTo(other));
        Assert.True(Periods.Parse($"{year}-12") < Periods.Parse($"{year + 1}-01"));
    });
}
