using System.Text.Json.Serialization;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Rules;
using Regsosek.Data;

namespace Regsosek.Api.Programmes;

/// <summary>What the rule of a programme says of one family. It informs a decision and is none; nothing here ends anybody's aid.</summary>
public sealed record EligibilityView
{
    public required string Programme { get; init; }

    /// <summary>Version of the rule, immutable.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the version's document.</summary>
    public required string Hash { get; init; }

    /// <summary>Decree the rule follows.</summary>
    public required string Decree { get; init; }

    public required Guid HouseholdId { get; init; }

    /// <summary>ELIGIBLE, NOT_ELIGIBLE or UNKNOWN. Of a person programme: the best of its persons.</summary>
    public required Standing Verdict { get; init; }

    /// <summary>Every clause with its outcome; for a person programme they stand with each person.</summary>
    public required IReadOnlyList<ReasonView> Reasons { get; init; }

    /// <summary>Facts whose absence leaves the verdict unknown.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Entitlement? Benefit { get; init; }

    /// <summary>For the scope eligibility.advise, of a family programme: which register entries would turn the verdict over.</summary>
    public SmallestChangeView? SmallestChange { get; init; }

    /// <summary>What it excludes or goes with.</summary>
    public required IReadOnlyList<RelatedProgramme> Related { get; init; }

    /// <summary>Of a person programme: each member with his own verdict.</summary>
    public IReadOnlyList<PersonEligibilityView>? Persons { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>True until the family's class is final.</summary>
    public required bool Indicative { get; init; }

    public ClassificationView? Classification { get; init; }
}

/// <summary>The verdict for one member.</summary>
/// <param name="SmallestChange">For the scope eligibility.advise.</param>
public sealed record PersonEligibilityView(
    Guid PersonId, Standing Verdict, IReadOnlyList<ReasonView> Reasons, IReadOnlyList<string> Missing, Entitlement? Benefit,
    SmallestChangeView? SmallestChange);

/// <summary>One clause of a verdict.</summary>
/// <param name="Clause">Id of the clause in the rule.</param>
/// <param name="Within">Id of the clause it stands in.</param>
/// <param name="Outcome">TRUE, FALSE or UNKNOWN; null when the agreement does not grant the field.</param>
/// <param name="Needed">What the rule asks.</param>
/// <param name="Found">What the hub holds, with the label of the code.</param>
/// <param name="Source">survey, ranking or register.</param>
/// <param name="ObservedOn">When the answer was given.</param>
/// <param name="Reason">Why the fact could not be used, or not-granted.</param>
/// <param name="Label">What the clause means, in English and Indonesian.</param>
/// <param name="Contest">Where the person objects to what was found.</param>
public sealed record ReasonView(
    string Clause, string? Within, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Outcome, string Needed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Found,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? ObservedOn, string? Reason, Label? Label, Label? Contest)
{
    /// <param name="ranked">Date of the run, for clauses on the ranking.</param>
    public static ReasonView Of(Clause clause, Caller caller, DateOnly? ranked)
    {
        // The outcome of the whole rule is the verdict itself.
        var outcome = clause.Outcome.ToString().ToUpperInvariant();
        return caller.Sees(clause.Groups)
            ? new(clause.Id, clause.Within, outcome, clause.Needed, clause.Found, clause.Source?.ToString().ToLowerInvariant(),
                clause.Source == FactSource.Ranking ? ranked : clause.ObservedOn, clause.Reason, clause.Label, clause.Contest)
            : new(clause.Id, clause.Within, clause.Within is null ? outcome : null, clause.Needed, null, null, null, Reasons.Denied, clause.Label, null);
    }
}
