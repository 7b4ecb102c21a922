using Regsosek.Api.Rules;
using Regsosek.Data;

namespace Regsosek.Tests.Rules;

public sealed class Traces
{
    private const string Document = """
        { "all": [
          { "id": "decile", "label": { "en": "Poor", "id": "Miskin" }, "fact": "decile", "op": "<=", "value": 4 },
          { "any": [ { "fact": "floor", "in": [7, 8] }, { "id": "ill", "exists": { "fact": "chronicIllness", "op": "!=", "value": 1 } } ] } ] }
        """;

    [Fact]
    public void Tell_every_clause_even_after_the_outcome_is_clear()
    {
        var family = Families.Family(("decile", (short)7), ("floor", 8)).With(("age", 40), ("chronicIllness", 2)).With(("age", 38));
        var trace = Families.Rule(Document).Explain(family, null, Families.Today);

        Assert.Equal(Kleene.False, trace.Outcome);
        Assert.Equal(["rule", "decile", "2", "2.1", "ill"], trace.Clauses.Select(c => c.Id));
        Assert.Equal([null, "rule", "rule", "2", "2"], trace.Clauses.Select(c => c.Within));
        var decile = trace.Clauses[1];
        Assert.Equal(("decile <= 4", "7", FactSource.Ranking), (decile.Needed, decile.Found, decile.Source));
        Assert.Equal("floor in {7 Bamboo (Bambu), 8 Earth (Tanah)}", trace.Clauses[3].Needed);
        Assert.Equal("1 of 2 members, 1 unknown", trace.Clauses[4].Found);
    }

    [Fact]
    public void Name_only_the_facts_that_would_decide()
    {
        var family = Families.Family(("decile", null), ("floor", 8)).With(("age", 40));
        Assert.Equal(["decile"], Families.Rule(Document).Explain(family, null, Families.Today).Missing);
        Families.Set(family, "floor", 1);
        Assert.Equal(["decile", "chronicIllness"], Families.Rule(Document).Explain(family, null, Families.Today).Missing);
    }

    [Fact]
    public void Say_which_field_groups_each_clause_needs()
    {
        var clauses = Families.Rule(Document).Explain(Families.Family(), null, Families.Today).Clauses;
        Assert.Equal(FieldGroups.Classification, clauses[1].Groups);
        Assert.Equal(FieldGroups.Housing, clauses[3].Groups);
        Assert.True(clauses[4].Groups.HasFlag(FieldGroups.Health | FieldGroups.HealthSensitive));
    }

    [Fact]
    public void Agree_with_the_fast_path()
    {
        var rule = Families.Rule(Document);
        foreach (var family in RandomRules.Population(200, seed: 7))
            Assert.Equal(rule.Decide(family, null, Families.Today), rule.Explain(family, null, Families.Today).Outcome);
    }
}
