namespace Regsosek.Api.Classification;

/// <summary>The score of one family on every line of a model, and why. A likelihood is not a verdict about the family.</summary>
public sealed record Scored
{
    public required string Model { get; init; }
    public required int Version { get; init; }

    /// <summary>SHA-256 of the model document.</summary>
    public required string Hash { get; init; }

    /// <summary>For example "demonstration model": to be shown wherever the score is.</summary>
    public required string Label { get; init; }

    public required IReadOnlyList<LineScore> Lines { get; init; }
    public required IReadOnlyList<Contribution> Contributions { get; init; }

    /// <summary>Items with no answer, or an answer known in part; what was not known gave no points.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Codes of assumptions taken, described in the model document.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}

/// <summary>Points on one poverty line, 0 (most likely poor) to 100, and the likelihood in percent of living under it.</summary>
public sealed record LineScore(string Line, int Score, double Likelihood);

/// <summary>What one item gave, in the order of the lines; the answer is null when it is missing.</summary>
public sealed record Contribution(string Item, string? Answer, IReadOnlyList<int> Points);

/// <summary>The scores that order families, poorest first, in the order in which they are compared.</summary>
public readonly record struct RankingScores(short Npl, short Ext, short P190, short B20)
{
    // One number to compare: a score is at most 100.
    private int Packed => ((Npl * 128 + Ext) * 128 + P190) * 128 + B20;

    public int CompareTo(RankingScores other) => Packed.CompareTo(other.Packed);
}

/// <summary>A score without its explanation, for whole lists.</summary>
/// <param name="Likelihood">In percent, on the national poverty line.</param>
/// <param name="Missing">Flags, named by <see cref="ScoringModel.NameMissing"/>.</param>
/// <param name="Assumed">Flags, named by <see cref="ScoringModel.NameAssumed"/>; what the model assumes of everybody is not among them.</param>
public readonly record struct LineScores(RankingScores Scores, double Likelihood, int Missing, int Assumed);
