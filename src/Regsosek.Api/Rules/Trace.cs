using Regsosek.Data;

namespace Regsosek.Api.Rules;

/// <summary>The outcome of a rule with the outcome of each clause, in the order of the document. Nothing is left out because
/// something else decided.</summary>
/// <param name="Outcome">What the rule says.</param>
/// <param name="Clauses">The rule itself first, then its clauses; <see cref="Clause.Within"/> tells the tree.</param>
public sealed record Trace(Kleene Outcome, IReadOnlyList<Clause> Clauses)
{
    /// <summary>Facts that would have to be known to decide; empty when the outcome is known.</summary>
    public IReadOnlyList<string> Missing => Clauses[0].Missing;
}

/// <summary>One clause of a verdict.</summary>
public sealed record Clause
{
    /// <summary>Id of the clause in its rule.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the clause it stands in; null for the rule itself.</summary>
    public string? Within { get; init; }

    /// <summary>What the clause means, in English and Indonesian.</summary>
    public Label? Label { get; init; }

    public required Kleene Outcome { get; init; }

    /// <summary>What the rule asks, for example "decile &lt;= 4".</summary>
    public required string Needed { get; init; }

    /// <summary>What the hub holds, with the label of the code; null when it holds nothing.</summary>
    public string? Found { get; init; }

    /// <summary>Who says so; null for a clause made of others.</summary>
    public FactSource? Source { get; init; }

    /// <summary>When the answer was given.</summary>
    public DateOnly? ObservedOn { get; init; }

    /// <summary>Why the fact could not be used: missing, "don't know", stale, or held by another register.</summary>
    public string? Reason { get; init; }

    /// <summary>Where a person objects to what was found; null for a clause made of others.</summary>
    public Label? Contest { get; init; }

    /// <summary>Facts the clause can depend on.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>Field groups a caller must have been granted to see this clause's outcome and what was found.</summary>
    public required FieldGroups Groups { get; init; }

    /// <summary>Facts whose absence leaves this clause unknown.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
