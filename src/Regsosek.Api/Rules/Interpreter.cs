
namespace Regsosek.Api.Rules;

/// <summary>A rule compiled for evaluation in memory.</summary>
public delegate Kleene Judge(in Subject subject, DateOnly on);

/// <summary>The first execution of a rule: pure, and the oracle that the translation is tested against.</summary>
public static class Interpreter
{
    public static Judge Compile(Rule rule) => rule switch
    {
        All all => Lowest([.. all.Of.Select(Compile)]),
        Any any => Highest([.. any.Of.Select(Compile)]),
        Not not => Opposite(Compile(not.Of)),
        AtLeast some => Tally(some.Needed, [.. some.Of.Select(Compile)]),
        Exists exists => Members(Compile(exists.Of), Op.GreaterOrEqual, 1),
        Count count => Members(Compile(count.Of), count.Op, count.Value),
        Compare leaf => Leaf(leaf.Fact, leaf.Test),
        _ => throw new RuleException(rule.Id, $"{rule.GetType().Name} cannot be evaluated"),
    };

    private static Judge Leaf(Fact fact, Test test)
    {
        var applies = fact.Universe is { } universe ? Compile(universe) : null;
        var outside = KleeneLogic.Of(test.HoldsOutsideUniverse);
        return (in Subject subject, DateOnly on) =>
        {
            var reading = fact.Look(subject, on);
            if (reading.Lack == Lack.None) return KleeneLogic.Of(test.Holds(reading.Value!.Value));
            return applies?.Invoke(subject, on) == Kleene.False ? outside : Kleene.Unknown;
        };
    }

    private static Judge Opposite(Judge of) => (in Subject subject, DateOnly on) => of(subject, on).Not();

    private static Judge Lowest(Judge[] parts) => (in Subject subject, DateOnly on) =>
    {
        var lowest = Kleene.True;
        foreach (var part in parts)
        {
            lowest = lowest.And(part(subject, on));
            if (lowest == Kleene.False) break;
        }

        return lowest;
    };

    private static Judge Highest(Judge[] parts) => (in Subject subject, DateOnly on) =>
    {
        var highest = Kleene.False;
        foreach (var part in parts)
        {
            highest = highest.Or(part(subject, on));
            if (highest == Kleene.True) break;
        }

        return highest;
    };

    private static Judge Tally(int needed, Judge[] parts) => (in Subject subject, DateOnly on) =>
    {
        var (lower, upper) = (0, 0);
        foreach (var part in parts) Add(part(subject, on), ref lower, ref upper);
        return KleeneLogic.Compare(lower, upper, Op.GreaterOrEqual, needed);
    };

    private static Judge Members(Judge of, Op op, int value) => (in Subject subject, DateOnly on) =>
    {
        var (lower, upper) = (0, 0);
        foreach (var member in subject.Family.Members)
            if (member.IsPresent) Add(of(new(subject.Family, member), on), ref lower, ref upper);
        return KleeneLogic.Compare(lower, upper, op, value);
    };

    private static void Add(Kleene outcome, ref int lower, ref int upper)
    {
        if (outcome == Kleene.True) lower++;
        if (outcome != Kleene.False) upper++;
    }
}
