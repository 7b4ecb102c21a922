namespace Regsosek.Api.Rules;

/// <summary>What a rule speaks about.</summary>
public enum Unit
{
    /// <summary>A family (keluarga).</summary>
    Family,

    /// <summary>One person; the facts of his family can be read by name too.</summary>
    Person,
}

/// <summary>Wording in English and Indonesian.</summary>
public sealed record Label(string En, string Id);

/// <summary>A rule: a tree of clauses, each with an id that is unique in its rule.</summary>
public abstract record Rule
{
    /// <summary>Name of the clause; its place in the tree ("1.2") when the document gives none.</summary>
    public string Id { get; init; } = "";

    /// <summary>What the clause means, for the person who reads the verdict.</summary>
    public Label? Label { get; init; }

    /// <summary>The clauses directly under this one.</summary>
    public virtual IReadOnlyList<Rule> Parts => [];
}

/// <summary>Every clause holds.</summary>
public sealed record All(IReadOnlyList<Rule> Of) : Rule
{
    public override IReadOnlyList<Rule> Parts => Of;
}

/// <summary>At least one clause holds.</summary>
public sealed record Any(IReadOnlyList<Rule> Of) : Rule
{
    public override IReadOnlyList<Rule> Parts => Of;
}

/// <summary>At least so many of the clauses hold.</summary>
public sealed record AtLeast(int Needed, IReadOnlyList<Rule> Of) : Rule
{
    public override IReadOnlyList<Rule> Parts => Of;
}

/// <summary>The clause does not hold.</summary>
public sealed record Not(Rule Of) : Rule
{
    public override IReadOnlyList<Rule> Parts => [Of];
}

/// <summary>A fact compared with a value.</summary>
public sealed record Compare(Fact Fact, Test Test) : Rule;

/// <summary>At least one present member (404 = 1 or 5) of the family meets the rule.</summary>
public sealed record Exists(Rule Of) : Rule
{
    public override IReadOnlyList<Rule> Parts => [Of];
}

/// <summary>The number of present members (404 = 1 or 5) who meet the rule, compared.</summary>
public sealed record Count(Rule Of, Op Op, int Value) : Rule
{
    public override IReadOnlyList<Rule> Parts => [Of];
}

internal static class RuleFacts
{
    /// <summary>Every fact that can decide the rule, with those that say whether a question applies.</summary>
    public static IEnumerable<Fact> Facts(this Rule rule) => rule is Compare leaf
        ? [leaf.Fact, .. leaf.Fact.Universe?.Facts() ?? []]
        : rule.Parts.SelectMany(Facts);

    /// <summary>Whether both say the same, whatever they are called.</summary>
    public static bool Says(this Rule rule, Rule other) => rule.GetType() == other.GetType() && (rule, other) switch
    {
        (Compare a, Compare b) => a.Fact.Name == b.Fact.Name && a.Test.Op == b.Test.Op && a.Test.Values.SequenceEqual(b.Test.Values),
        (Count a, Count b) => (a.Op, a.Value) == (b.Op, b.Value) && a.Of.Says(b.Of),
        (AtLeast a, AtLeast b) when a.Needed != b.Needed => false,
        _ => rule.Parts.Count == other.Parts.Count && rule.Parts.Zip(other.Parts).All(parts => parts.First.Says(parts.Second)),
    };
}
