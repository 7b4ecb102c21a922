using CsCheck;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;
using Regsosek.Data.Registers;

namespace Regsosek.Tests.Rules;

/// <summary>Which register entry would turn a verdict over.</summary>
public sealed class SmallestChanges
{
    private const string Fertiliser = """
        { "all": [ { "fact": "decile", "op": "<=", "value": 4 }, { "fact": "ext:landArea", "op": "<=", "value": 2 },
          { "fact": "ext:farmerGroup", "op": "=", "value": true } ] }
        """;

    [Fact]
    public void Are_the_entries_that_are_missing_and_no_answer_of_the_form()
    {
        var family = Families.Family(("decile", 3)).With();
        var changes = Families.Rule(Fertiliser, Unit.Person).Changes(family, family.Members[0], Families.Today)!;
        Assert.Equal(["ext:landArea", "ext:farmerGroup"], changes.Select(c => c.Fact.Name));
        Assert.All(changes, c => Assert.Same(family.Members[0], c.Person));
        Send(family.Members[0], "farmerGroup", 1);
        Assert.Equal(["ext:landArea"], Families.Rule(Fertiliser, Unit.Person).Changes(family, family.Members[0], Families.Today)!.Select(c => c.Fact.Name));
    }

    [Fact]
    public void Are_none_where_an_answer_or_the_rank_stands_against_it()
    {
        var family = Families.Family(("decile", 9)).With();
        Assert.Null(Families.Rule(Fertiliser, Unit.Person).Changes(family, family.Members[0], Families.Today));
    }

    [Fact]
    public void Of_a_verdict_that_holds_say_what_would_end_it()
    {
        var family = Families.Family(("decile", 1)).With();
        Send(family.Members[0], "farmerGroup", 1);
        Send(family.Members[0], "landArea", 1);
        var change = Assert.Single(Families.Rule(Fertiliser, Unit.Person).Changes(family, family.Members[0], Families.Today)!);
        Assert.Equal(("ext:landArea", Op.Greater), (change.Fact.Name, change.Test.Op));
    }

    [Fact]
    public void Turn_the_verdict_over_when_they_are_made()
    {
        var told = 0;
        var families = RandomRules.Population(40, seed: 7);
        var (documents, random) = (RandomRules.Document(Unit.Person), new PCG(1, 20261128));
        for (var i = 0; i < 300; i++)
        {
            var json = documents.Generate(random, null, out _);
            var rule = Families.Rule(json, Unit.Person);
            foreach (var person in families.SelectMany(f => f.Members))
            {
                var before = rule.Decide(person.Household, person, Families.Today);
                if (rule.Changes(person.Household, person, Families.Today) is not { } changes) continue;
                var were = changes.Select(c => c.Person).Distinct().Select(p => (p, p.NikHash, p.Registered)).ToList();
                foreach (var change in changes) Make(change);
                var after = rule.Decide(person.Household, person, Families.Today);
                foreach (var (p, nik, registered) in were) (p.NikHash, p.Registered) = (nik, registered);
                Assert.True(after == (before == Kleene.True ? Kleene.False : Kleene.True), json);
                told++;
            }
        }

        Assert.True(told > 100, $"{told} changes were found");
    }

    /// <summary>A value that meets the test, as its register would send it today.</summary>
    private static void Make(FactChange change)
    {
        var person = change.Person;
        if (change.Fact.Name == "hasNik")
        {
            person.NikHash = change.Test.Holds(new Value(1)) ? [1] : null;
            return;
        }

        Value[] values = change.Fact.Type switch
        {
            FactType.Text => [new(0, "else"), .. change.Test.Values],
            FactType.Flag => [new(0), new(1)],
            _ => [.. change.Test.Values, .. change.Test.Values.Select(v => new Value(v.Number + 1)), new(-1)],
        };
        var met = values.First(change.Test.Holds);
        var key = change.Fact.Name["ext:".Length..];
        person.Registered = [.. person.Registered.Where(f => f.Fact != key)];
        Send(person, key, met.Text is null ? met.Number : null, met.Text);
    }

    private static void Send(Person person, string fact, double? number, string? text = null) => person.Registered.Add(new RegisteredFact
    {
        Fact = fact,
        NikSealed = [],
        NikHash = [1],
        Number = number,
        Text = text,
        ObservedOn = Families.Today,
    });
}
