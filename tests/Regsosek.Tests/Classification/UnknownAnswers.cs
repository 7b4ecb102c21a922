using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

public sealed class UnknownAnswers
{
    [Fact]
    public void Give_no_points_and_are_listed()
    {
        var nothing = new TestFamily { Province = "00", Ages = [] };

        var scored = Published.Model.Score(nothing);

        Assert.Equal(["Q1", "Q2", "Q5", "Q6", "Q7", "Q8", "Q9", "Q10"], scored.Missing);
        Assert.Equal(scored.Missing, scored.Contributions.Where(item => item.Answer is null).Select(item => item.Item));
        Assert.All(scored.Contributions.Where(item => item.Answer is null), item => Assert.All(item.Points, point => Assert.Equal(0, point)));
        Assert.Equal("Q1,Q2,Q5,Q6,Q7,Q8,Q9,Q10", Published.Model.NameMissing(Published.Model.ScoreLines(nothing).Missing));
    }

    [Fact]
    public void Are_none_for_a_family_that_answered_everything()
    {
        Assert.Empty(Published.Model.Score(Families.BestOff).Missing);
        Assert.Null(Published.Model.NameMissing(Published.Model.ScoreLines(Families.BestOff).Missing));
    }

    [Fact]
    public void Include_a_code_the_form_does_not_print()
    {
        Assert.Equal(["Q8"], Published.Model.Score(Families.BestOff with { Floor = (FloorMaterial)42 }).Missing);
        Assert.Equal(["Q8"], Published.Model.Score(Families.BestOff with { Floor = (FloorMaterial)(-1) }).Missing);
    }

    [Fact]
    public void Leave_a_member_without_a_birth_date_out_of_the_counts_by_age_but_not_of_the_family()
    {
        var scored = Published.Model.Score(Families.BestOff with { Ages = [34, 31, 3, null] });

        Assert.Equal(["Q3", "Q4"], scored.Missing);
        Assert.Equal("4-5", scored.Contributions.Single(item => item.Item == "Q2").Answer);
        Assert.Equal("0-1", scored.Contributions.Single(item => item.Item == "Q3").Answer);
    }

    [Theory]
    [InlineData(4, true), InlineData(5, true), InlineData(6, false)]
    public void Do_not_include_the_closet_of_a_family_that_was_not_asked_for_it(int toilet, bool assumed)
    {
        var inputs = Families.BestOff with { Toilet = (ToiletFacility)toilet, Closet = null };

        var scored = Published.Model.Score(inputs);

        Assert.Empty(scored.Missing);
        Assert.Equal("pit-or-none", scored.Contributions.Single(item => item.Item == "Q9").Answer);
        Assert.Equal(assumed, scored.Assumptions.Contains("closet-not-asked"));
        Assert.Equal(assumed ? "closet-not-asked" : null, Published.Model.NameAssumed(Published.Model.ScoreLines(inputs).Assumed));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(null)]
    public void Include_the_closet_of_a_family_that_should_have_been_asked(int? toilet)
    {
        var scored = Published.Model.Score(Families.BestOff with { Toilet = (ToiletFacility?)toilet, Closet = null });

        Assert.Equal(["Q9"], scored.Missing);
    }
}
