using System.Linq.Expressions;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Rules;

[OnEveryEngine]
public sealed class BothExecutionsAgree : IDisposable
{
    private readonly IReadOnlyList<Household> _families = RandomRules.Population(60, seed: 20261124);
    private readonly Store _store;
    private readonly Dictionary<Kleene, int> _told = [];

    public BothExecutionsAgree() => _store = new(_families);

    public void Dispose() => _store.Dispose();

    [Fact]
    public void On_random_rules_about_families()
    {
        foreach (var (json, on) in Drawn(Unit.Family, 120))
        {
            var rule = Families.Rule(json);
            using var registry = _store.Open();
            Agree(json, registry.Households, rule.ForFamilies(on), h => h.Key, _families.Select(f => (f.Key, rule.Decide(f, null, on))));
        }

        EveryOutcomeWasTold();
    }

    [Fact]
    public void On_random_rules_about_persons()
    {
        foreach (var (json, on) in Drawn(Unit.Person, 80))
        {
            var rule = Families.Rule(json, Unit.Person);
            using var registry = _store.Open();
            Agree(json, registry.Persons, rule.ForPersons(on), p => p.Key,
                _families.SelectMany(f => f.Members.Select(m => (m.Key, rule.Decide(f, m, on)))));
        }

        EveryOutcomeWasTold();
    }

    [Fact]
    public void On_every_single_fact()
    {
        using var registry = _store.Open();
        foreach (var fact in Families.Catalogue.All.Where(f => f.Codes.Count > 0))
        {
            var json = $$"""{ "fact": "{{fact.Name}}", "op": "=", "value": {{fact.Codes.Keys.Except(fact.UnknownCodes).First()}} }""";
            var rule = Families.Rule(json, Unit.Person);
            Agree(json, registry.Persons, rule.ForPersons(Families.Today), p => p.Key,
                _families.SelectMany(f => f.Members.Select(m => (m.Key, rule.Decide(f, m, Families.Today)))));
        }
    }

    // EF Core merges conditions on one column: the rule's own must be of the same kind as the one that says who is present.
    [Fact]
    public void On_a_column_that_is_compared_twice()
    {
        const string Json = """{ "count": { "fact": "presence", "in": [1] }, "op": "=", "value": 2 }""";
        var rule = Families.Rule(Json);
        using var registry = _store.Open();
        Agree(Json, registry.Households, rule.ForFamilies(Families.Today), h => h.Key,
            _families.Select(f => (f.Key, rule.Decide(f, null, Families.Today))));
    }

    [Theory]
    [InlineData("""{ "all": [ { "fact": "decile", "op": "<=", "value": 6 }, { "not": { "fact": "tenure", "op": "=", "value": 1 } } ] }""")]
    [InlineData("""{ "exists": { "fact": "age", "op": ">=", "value": 60 } }""")]
    [InlineData("""
        { "count": { "all": [ { "fact": "sex", "op": "=", "value": 2 }, { "fact": "decile", "op": "<=", "value": 6 } ] }, "op": ">=", "value": 1 }
        """)]
    public void As_a_population_limit_in_the_model(string limit)
    {
        var rule = Families.Rule(limit);
        using var registry = _store.Open(new PopulationLimit(limit, on => rule.ForFamilies(on).IsTrue));
        var expected = _families.Where(f => rule.Decide(f, null, Families.Today) == Kleene.True).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(f => f.Key).Order(), registry.Households.Select(h => h.Key).AsEnumerable().Order());
        Assert.Equal(expected.SelectMany(f => f.Members).Select(m => m.Key).Order(), registry.Persons.Select(p => p.Key).AsEnumerable().Order());
    }

    // CsCheck's Sample takes a seed for its first case only; drawn from one generator, all are the same in every run.
    private static IEnumerable<(string Json, DateOnly On)> Drawn(Unit unit, int count)
    {
        var cases = Gen.Select(RandomRules.Document(unit), RandomRules.Date);
        var random = new PCG(1, 20261124);
        for (var i = 0; i < count; i++) yield return cases.Generate(random, null, out _);
    }

    private void EveryOutcomeWasTold() =>
        Assert.All(Enum.GetValues<Kleene>(), outcome => Assert.True(_told[outcome] > 500, $"{outcome} was told {_told[outcome]} times"));

    private void Agree<T>(
        string rule, DbSet<T> rows, RulePredicate<T> predicate, Expression<Func<T, long>> key, IEnumerable<(long Key, Kleene Outcome)> interpreted)
        where T : class
    {
        var outcomes = interpreted.ToLookup(i => i.Outcome, i => i.Key);
        foreach (var group in outcomes) _told[group.Key] = _told.GetValueOrDefault(group.Key) + group.Count();
        Same(Kleene.True, predicate.IsTrue);
        Same(Kleene.False, predicate.IsFalse);
        Same(Kleene.Unknown, predicate.IsUnknown);

        void Same(Kleene outcome, Expression<Func<T, bool>> sql)
        {
            long[] told = [.. outcomes[outcome].Order()], selected = [.. rows.Where(sql).Select(key).AsEnumerable().Order()];
            var difference = string.Join(' ', told.Except(selected).Concat(selected.Except(told)));
            Assert.True(told.SequenceEqual(selected), $"{outcome} of {rule} differs on {difference}");
        }
    }
}
