using Regsosek.Data.Households;

namespace Regsosek.Api.Rules;

/// <summary>One administrative fact of a person that would have to be otherwise.</summary>
public sealed record FactChange(Fact Fact, Test Test, Person Person);

/// <summary>The fewest administrative facts (documents, registers) whose change would turn a rule's outcome over. Answers of the form are taken as they
/// are: what an answer would have to be is a manual for giving it.</summary>
internal sealed class SmallestChange(DateOnly on)
{
    /// <returns>Null when no such change turns it over; also where a fact of it stands in the rule twice, of which a change could do two things.</returns>
    public static IReadOnlyList<FactChange>? Of(LoadedRule rule, Household family, Person? person, DateOnly on)
    {
        var wanted = rule.Decide(family, person, on) == Kleene.True ? Kleene.False : Kleene.True;
        var found = new SmallestChange(on).Towards(rule.Root, wanted, new(family, person));
        var twice = rule.Root.Facts().GroupBy(f => f.Name).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return found?.Any(c => twice.Contains(c.Fact.Name)) == true ? null : found;
    }

    private IReadOnlyList<FactChange>? Towards(Rule rule, Kleene wanted, Subject subject)
    {
        if (Interpreter.Compile(rule)(subject, on) == wanted) return [];
        return rule switch
        {
            Compare leaf => Leaf(leaf, wanted, subject),
            Not not => Towards(not.Of, wanted.Not(), subject),
            All all => wanted == Kleene.True ? Each(all.Of, wanted, subject, all.Of.Count) : Each(all.Of, wanted, subject, 1),
            Any any => wanted == Kleene.True ? Each(any.Of, wanted, subject, 1) : Each(any.Of, wanted, subject, any.Of.Count),
            AtLeast some => Each(some.Of, wanted, subject, wanted == Kleene.True ? some.Needed : some.Of.Count - some.Needed + 1),
            Exists exists => Members(exists.Of, wanted, subject, wanted == Kleene.True ? 1 : int.MaxValue),
            Count { Op: Op.GreaterOrEqual } count =>
                Members(count.Of, wanted, subject, wanted == Kleene.True ? count.Value : Present(subject).Count() - count.Value + 1),
            _ => null,
        };
    }

    private static FactChange[]? Leaf(Compare leaf, Kleene wanted, in Subject subject)
    {
        var test = wanted == Kleene.True ? leaf.Test : leaf.Test.Negated;
        if (leaf.Fact is not { IsAdministrative: true, Unit: Unit.Person } || subject.Person is not { } person) return null;
        return leaf.Fact.Type == FactType.Flag && !test.Holds(new(0)) && !test.Holds(new(1)) ? null : [new(leaf.Fact, test, person)];
    }

    private List<FactChange>? Each(IReadOnlyList<Rule> parts, Kleene wanted, Subject subject, int needed) =>
        Cheapest(parts.Select(part => Towards(part, wanted, subject)), needed);

    private List<FactChange>? Members(Rule of, Kleene wanted, Subject subject, int needed)
    {
        var ways = Present(subject).Select(member => Towards(of, wanted, new(subject.Family, member))).ToList();
        return Cheapest(ways, Math.Min(needed, needed == int.MaxValue ? ways.Count : needed));
    }

    private static IEnumerable<Person> Present(Subject subject) => subject.Family.Members.Where(m => m.IsPresent);

    /// <summary>So many of the ways together, the shortest ones; null when fewer are open.</summary>
    private static List<FactChange>? Cheapest(IEnumerable<IReadOnlyList<FactChange>?> ways, int needed)
    {
        var open = ways.OfType<IReadOnlyList<FactChange>>().OrderBy(way => way.Count).Take(needed).ToList();
        return open.Count < needed ? null : [.. open.SelectMany(way => way)];
    }
}
