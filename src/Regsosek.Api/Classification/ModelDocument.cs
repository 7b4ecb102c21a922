namespace Regsosek.Api.Classification;

/// <summary>What every scoring model says of itself. Its contract is schema/scoring/scoring.schema.json.</summary>
public abstract record ModelDocument
{
    /// <summary>scorecard, also when it says nothing, or linear-pmt.</summary>
    public string Kind { get; init; } = ScorecardModel.KindName;

    public required string Model { get; init; }
    public required int Version { get; init; }

    /// <summary>Day on which it was written. A document that ships with the hub is in force from it on.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What the model may be called in front of users, for example "demonstration model".</summary>
    public required string Label { get; init; }

    public required string En { get; init; }
    public required string Id { get; init; }
    public required string Source { get; init; }
    public required string Licence { get; init; }

    /// <summary>Codes of the assumptions taken for every family.</summary>
    public required IReadOnlyList<string> Assumes { get; init; }

    public required IReadOnlyList<ScoringAssumption> Assumptions { get; init; }
}

/// <summary>Where the model and form K do not say the same thing, and what was taken instead.</summary>
public sealed record ScoringAssumption(string Code, string En, string Id);

/// <summary>A condition. On one question: its answer is one of the codes, or a number within bounds. Or on members: so many of those present meet all
/// the conditions of <paramref name="Count"/>.</summary>
/// <param name="Variable">Number of the question on form K; 407 is the age today.</param>
public sealed record FormCondition(
    string? Variable = null, IReadOnlyList<int>? Codes = null, IReadOnlyList<FormCondition>? Count = null, int? From = null, int? To = null);
