using Regsosek.Api.Rules;

namespace Regsosek.Tests.Rules;

public sealed class OutsideTheUniverse
{
    private const string Official = """{ "fact": "jobStatus", "op": "=", "value": 5 }""";
    private const string Pregnant = """{ "fact": "pregnant", "op": "=", "value": 1 }""";

    [Fact]
    public void A_man_is_not_pregnant_and_a_child_is_no_official()
    {
        Assert.Equal(Kleene.False, Families.Family().With(("age", 30), ("sex", 1)).Ask(Pregnant));
        Assert.Equal(Kleene.False, Families.Family().With(("age", 3)).Ask(Official));
        Assert.Equal(Kleene.False, Families.Family().With(("age", 30), ("worked", 2)).Ask(Official));
    }

    [Fact]
    public void What_was_rightly_not_asked_equals_nothing()
    {
        var child = Families.Family().With(("age", 3));
        Assert.Equal(Kleene.True, child.Ask("""{ "fact": "jobStatus", "op": "!=", "value": 5 }"""));
        Assert.Equal(Kleene.True, child.Ask("""{ "fact": "jobStatus", "notIn": [4, 5] }"""));
        Assert.Equal(Kleene.False, child.Ask("""{ "fact": "turnover", "op": "<=", "value": 4 }"""));
        Assert.Equal(Kleene.False, child.Ask("""{ "fact": "employmentInsurance", "has": 1 }"""));
    }

    [Fact]
    public void But_what_should_have_been_asked_is_unknown()
    {
        Assert.Equal(Kleene.Unknown, Families.Family().With(("age", 30), ("sex", 2), ("maritalStatus", 2)).Ask(Pregnant));
        Assert.Equal(Kleene.Unknown, Families.Family().With(("age", 30), ("worked", 1)).Ask(Official));
    }

    [Fact]
    public void And_so_is_what_may_have_been_asked()
    {
        Assert.Equal(Kleene.Unknown, Families.Family().With(("age", null), ("sex", 2), ("maritalStatus", 2)).Ask(Pregnant));
        Assert.Equal(Kleene.Unknown, Families.Family().With(("age", 30)).Ask(Official));
    }

    [Fact]
    public void An_answer_that_was_given_counts_whatever_the_universe_says_today() =>
        Assert.Equal(Kleene.True, Families.Family().With(("age", null), ("pregnant", 1)).Ask(Pregnant));

    [Fact]
    public void The_reason_says_so()
    {
        var family = Families.Family(("toilet", 6));
        var clause = Assert.Single(Families.Rule("""{ "fact": "closet", "op": "=", "value": 4 }""").Explain(family, null, Families.Today).Clauses);
        Assert.Equal((Kleene.False, "not asked of this subject"), (clause.Outcome, clause.Reason));
    }

    [Fact]
    public void Universes_come_from_the_dictionary()
    {
        Assert.IsType<All>(Families.Catalogue.Find("pregnant")!.Universe);
        Assert.IsType<Any>(Assert.IsType<All>(Families.Catalogue.Find("carer")!.Universe).Of[1]);
    }
}
