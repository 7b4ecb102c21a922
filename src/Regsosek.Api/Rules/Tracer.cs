using Regsosek.Data;

namespace Regsosek.Api.Rules;

/// <summary>Explains a rule clause by clause. Outcomes come from the same compiled judges as the fast path,
/// so an explanation cannot differ from the decision.</summary>
internal sealed class Tracer
{
    private readonly Rule _rule;
    private readonly Judge _judge;
    private readonly Tracer[] _parts;
    private readonly string[] _facts;
    private readonly FieldGroups _groups;

    public Tracer(Rule rule)
    {
        _rule = rule;
        _judge = Interpreter.Compile(rule);
        _parts = [.. rule.Parts.Select(part => new Tracer(part))];
        _facts = [.. rule.Facts().Select(f => f.Name).Distinct()];
        _groups = rule.Facts().Aggregate(FieldGroups.None, (all, f) => all | f.Group);
    }

    public Judge Judge => _judge;

    public Trace Explain(in Subject subject, DateOnly on)
    {
        List<Clause> clauses = [];
        Explain(subject, on, null, clauses);
        return new(clauses[0].Outcome, clauses);
    }

    private void Explain(in Subject subject, DateOnly on, string? within, List<Clause> clauses)
    {
        var clause = new Clause
        {
            Id = _rule.Id,
            Within = within,
            Label = _rule.Label,
            Outcome = _judge(subject, on),
            Needed = Needed(_rule),
            Facts = _facts,
            Groups = _groups,
            Missing = [.. Missing(subject, on).Distinct()],
        };
        clauses.Add(_rule switch
        {
            Compare leaf => Leaf(clause, leaf.Fact, subject, on),
            Exists or Count => clause with { Found = Tally(subject, on) },
            _ => clause,
        });

        // The members are told as a number: a clause on each of them would tell of people nobody asked about.
        if (_rule is Exists or Count) return;
        foreach (var part in _parts) part.Explain(subject, on, _rule.Id, clauses);
    }

    private static Clause Leaf(Clause clause, Fact fact, in Subject subject, DateOnly on)
    {
        var reading = fact.Look(subject, on);
        var observedOn = fact.ObservedOn(subject);
        return clause with
        {
            Found = reading.Value is { } value ? fact.Show(value) : null,
            Source = fact.Source,
            Contest = fact.Contest,
            ObservedOn = fact.Source == FactSource.Survey || (fact.HeldBy is not null && reading.Value is not null) ? observedOn : null,
            Reason = reading.Lack switch
            {
                Lack.None => null,
                _ when clause.Outcome != Kleene.Unknown => "not asked of this subject",
                Lack.UnknownAnswer => "answered \"don't know\"",
                Lack.Stale => $"stale since {fact.StaleSince(observedOn):yyyy-MM-dd}",
                Lack.NotHeld => $"not held by this hub: ask {fact.HeldBy}",
                _ => "no answer",
            },
        };
    }

    private string Tally(in Subject subject, DateOnly on)
    {
        var outcomes = new List<Kleene>();
        foreach (var member in subject.Family.Members.Where(p => p.IsPresent)) outcomes.Add(_parts[0]._judge(new(subject.Family, member), on));
        var unknown = outcomes.Count(o => o == Kleene.Unknown);
        return $"{outcomes.Count(o => o == Kleene.True)} of {outcomes.Count} members{(unknown > 0 ? $", {unknown} unknown" : "")}";
    }

    private List<string> Missing(in Subject subject, DateOnly on)
    {
        if (_judge(subject, on) != Kleene.Unknown) return [];
        List<string> missing = [];
        if (_rule is Compare leaf) missing.Add(leaf.Fact.Name);
        else if (_rule is Exists or Count)
            foreach (var member in subject.Family.Members.Where(p => p.IsPresent))
                missing.AddRange(_parts[0].Missing(new(subject.Family, member), on));
        else
            foreach (var part in _parts) missing.AddRange(part.Missing(subject, on));
        return missing;
    }

    private static string Needed(Rule rule) => rule switch
    {
        All => "all of",
        Any => "any of",
        Not => "not",
        AtLeast some => $"at least {some.Needed} of",
        Exists exists => $"a member with {Phrase(exists.Of)}",
        Count count => $"members with {Phrase(count.Of)} {count.Op.Sign()} {count.Value}",
        Compare leaf => $"{leaf.Fact.Name} {leaf.Test.Show(leaf.Fact.Show)}",
        _ => rule.Id,
    };

    private static string Phrase(Rule rule) => rule switch
    {
        All all => $"({string.Join(" and ", all.Of.Select(Phrase))})",
        Any any => $"({string.Join(" or ", any.Of.Select(Phrase))})",
        Not not => $"not {Phrase(not.Of)}",
        AtLeast some => $"at least {some.Needed} of ({string.Join("; ", some.Of.Select(Phrase))})",
        _ => Needed(rule),
    };
}
