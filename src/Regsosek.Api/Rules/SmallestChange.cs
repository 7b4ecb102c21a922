using Regsosek.Data.Households;

namespace Regsosek.Api.Rules;

/// <summary>One administrative fact of a person that would have to be otherwise.</summary>
public sealed record FactChange(Fact Fact, Test Test, Person Person);

/// <summary>The fewest administrative facts (documents, registers) whose change would turn a rule's outcome over. Answers of the form are taken as they
/// are: what an answer would have to be is a manual for giving it. Compiled once, as the rule is.</summary>
internal sealed class SmallestChange
{
    private readonly Rule _rule;
    private readonly Judge _judge;
    private readonly SmallestChange[] _parts;
    private readonly HashSet<string> _twice;

    public SmallestChange(Rule rule)
    {
        _rule = rule;
        _judge = Interpreter.Compile(rule);
        _parts = [.. rule.Parts.Select(part => new SmallestChange(part))];
        _twice = [.. rule.Facts().GroupBy(f => f.Name).Where(g => g.Count() > 1).Select(g => g.Key)];
    }

    /// <returns>Null when no such change turns it over; also where a fact of it stands in the rule twice, of which a change could do two things.</returns>
    public IReadOnlyList<FactChange>? Of(in Subject subject, DateOnly on)
    {
        var wanted = _judge(subject, on) == Kleene.True ? Kleene.False : Kleene.True;
        var found = Towards(wanted, subject, on);
        return found?.Any(c => _twice.Contains(c.Fact.Name)) == true ? null : found;
    }

    private IReadOnlyList<FactChange>? Towards(Kleene wanted, Subject subject, DateOnly on)
    {
        if (_judge(subject, on) == wanted) return [];
        var isTrue = wanted == Kleene.True;
        return _rule switch
        {
            Compare leaf => Leaf(leaf, wanted, subject),
            Not => _parts[0].Towards(wanted.Not(), subject, on),
            All => Each(wanted, subject, on, isTrue ? _parts.Length : 1),
            Any => Each(wanted, subject, on, isTrue ? 1 : _parts.Length),
            AtLeast some => Each(wanted, subject, on, isTrue ? some.Needed : _parts.Length - some.Needed + 1),
            Exists => Members(wanted, subject, on, isTrue ? 1 : Present(subject).Count()),
            Count { Op: Op.GreaterOrEqual } count => Members(wanted, subject, on, isTrue ? count.Value : Present(subject).Count() - count.Value + 1),
            _ => null,
        };
    }

    private static FactChange[]? Leaf(Compare leaf, Kleene wanted, in Subject subject)
    {
        var test = wanted == Kleene.True ? leaf.Test : leaf.Test.Negated;
        if (leaf.Fact is not { IsAdministrative: true, Unit: Unit.Person } || subject.Person is not { } person) return null;
        return leaf.Fact.Type == FactType.Flag && !test.Holds(new(0)) && !test.Holds(new(1)) ? null : [new(leaf.Fact, test, person)];
    }

    private List<FactChange>? Each(Kleene wanted, Subject subject, DateOnly on, int needed) =>
        Shortest(_parts.Select(part => part.Towards(wanted, subject, on)), needed);

    private List<FactChange>? Members(Kleene wanted, Subject subject, DateOnly on, int needed) =>
        Shortest(Present(subject).Select(member => _parts[0].Towards(wanted, new(subject.Family, member), on)), needed);

    private static IEnumerable<Person> Present(Subject subject) => subject.Family.Members.Where(m => m.IsPresent);

    /// <summary>So many of the ways together, the shortest ones; null when fewer are open.</summary>
    private static List<FactChange>? Shortest(IEnumerable<IReadOnlyList<FactChange>?> ways, int needed)
    {
        var open = ways.OfType<IReadOnlyList<FactChange>>().OrderBy(way => way.Count).Take(needed).ToList();
        return open.Count < needed ? null : [.. open.SelectMany(way => way)];
    }
}
