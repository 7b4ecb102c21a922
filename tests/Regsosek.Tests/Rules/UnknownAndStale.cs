using Regsosek.Api.Rules;

namespace Regsosek.Tests.Rules;

public sealed class UnknownAndStale
{
    public static TheoryData<string> UnknownCodedItems => [.. Families.Catalogue.All.Where(f => f.UnknownCodes.Count > 0).Select(f => f.Name)];

    [Theory, MemberData(nameof(UnknownCodedItems))]
    public void Dont_know_is_unknown_however_it_is_asked(string name)
    {
        var fact = Families.Catalogue.Find(name)!;
        var family = Families.Family().With(("age", name == "nutrition" ? 3 : 20), ("sex", 1));
        family.ObservedOn = family.Members[0].ObservedOn = Families.Today;
        Families.Set(fact.Unit == Unit.Family ? family : family.Members[0], name, fact.UnknownCodes[0]);

        var equal = $$"""{ "fact": "{{name}}", "op": "=", "value": 1 }""";
        Assert.Equal(Kleene.Unknown, family.Ask(equal));
        Assert.Equal(Kleene.Unknown, family.Ask($$"""{ "not": {{equal}} }"""));
        Assert.Equal(Kleene.Unknown, family.Ask($$"""{ "fact": "{{name}}", "op": "!=", "value": 1 }"""));
        Assert.Equal("answered \"don't know\"", Families.Rule(equal, Unit.Person).Explain(family, family.Members[0], Families.Today).Clauses[0].Reason);
    }

    [Fact]
    public void The_catalogue_knows_every_such_item() => Assert.Equal(
        ["employmentInsurance", "healthInsurance", "nutrition", "receivesKur", "receivesPip", "receivesPrakerja", "receivesUmi", "wastePitDistance"],
        Families.Catalogue.All.Where(f => f.UnknownCodes.Count > 0).Select(f => f.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_sum_99_is_no_set_of_flags() =>
        Assert.Equal(Kleene.Unknown, Families.Family().With(("age", 40), ("healthInsurance", 99)).Ask("""{ "fact": "healthInsurance", "has": 1 }"""));

    [Fact]
    public void A_null_is_unknown_until_the_rest_decides()
    {
        var family = Families.Family(("floor", 8));
        Assert.Equal(Kleene.Unknown, family.Ask("""{ "fact": "decile", "op": "<=", "value": 4 }"""));
        Assert.Equal(Kleene.True, family.Ask("""{ "any": [ { "fact": "decile", "op": "<=", "value": 4 }, { "fact": "floor", "in": [7, 8] } ] }"""));
        Assert.Equal(Kleene.False, family.Ask("""{ "all": [ { "fact": "decile", "op": "<=", "value": 4 }, { "fact": "floor", "notIn": [7, 8] } ] }"""));
    }

    [Fact]
    public void An_answer_past_its_shelf_life_is_unknown_and_says_since_when()
    {
        var family = Families.Family(("floor", 8));
        var rule = Families.Rule("""{ "fact": "floor", "op": "=", "value": 8 }""");
        family.ObservedOn = new(2023, 11, 24);
        Assert.Equal(Kleene.True, rule.Decide(family, null, new(2026, 11, 24)));
        Assert.Equal(Kleene.Unknown, rule.Decide(family, null, new(2026, 11, 25)));

        var clause = Assert.Single(rule.Explain(family, null, new(2027, 1, 1)).Clauses);
        Assert.Equal("stale since 2026-11-25", clause.Reason);
        Assert.StartsWith("8 ", clause.Found, StringComparison.Ordinal);
        Assert.Equal(["floor"], clause.Missing);
    }

    [Fact]
    public void A_rank_and_a_region_never_go_stale()
    {
        var family = Families.Family(("decile", (short)2));
        family.ObservedOn = new(2000, 1, 1);
        Assert.Equal(Kleene.True, family.Ask("""{ "all": [ { "fact": "decile", "op": "=", "value": 2 }, { "fact": "regency", "op": "=", "value": "91.71" } ] }"""));
    }

    [Fact]
    public void An_external_fact_is_unknown_and_names_who_to_ask()
    {
        var family = Families.Family().With(("age", 40));
        var trace = Families.Rule("""{ "fact": "ext:landArea", "op": "<=", "value": 2 }""", Unit.Person).Explain(family, family.Members[0], Families.Today);
        Assert.Equal(Kleene.Unknown, trace.Outcome);
        Assert.Contains("Simluhtan", trace.Clauses[0].Reason, StringComparison.Ordinal);
        Assert.Equal(["ext:landArea"], trace.Missing);
    }
}
