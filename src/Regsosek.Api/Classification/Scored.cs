namespace Regsosek.Api.Classification;

/// <summary>The score of one family by a model, and why. A likelihood is not a verdict about the family.</summary>
public sealed record Scored
{
    public required string Model { get; init; }
    public required int Version { get; init; }

    /// <summary>SHA-256 of the model document.</summary>
    public required string Hash { get; init; }

    /// <summary>For example "demonstration model": to be shown wherever the score is.</summary>
    public required string Label { get; init; }

    /// <summary>Score and likelihood on every line of a scorecard; of no line by another kind.</summary>
    public IReadOnlyList<LineScore> Lines { get; init; } = [];

    /// <summary>Likelihood in percent on the national line, or on the poverty line of the equation; null where the model gives none.</summary>
    public double? Likelihood { get; init; }

    /// <summary>Predicted natural logarithm of the expenditure; null by a scorecard.</summary>
    public double? LogExpenditure { get; init; }

    /// <summary>Predicted expenditure in rupiah a person a month; null by a scorecard.</summary>
    public double? Expenditure => LogExpenditure is { } log ? Math.Exp(log) : null;

    /// <summary>Region whose equation was taken; null by a scorecard.</summary>
    public string? Equation { get; init; }

    public required IReadOnlyList<Contribution> Contributions { get; init; }

    /// <summary>Items with no answer, or an answer known in part; what was not known gave no points.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Codes of assumptions taken, described in the model document.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}

/// <summary>Points on one poverty line, 0 (most likely poor) to 100, and the likelihood in percent of living under it.</summary>
public sealed record LineScore(string Line, int Score, double Likelihood);

/// <summary>What one item of a scorecard gave, in the order of the lines, or one term of an equation.</summary>
/// <param name="Answer">Null when it is missing, and for a term.</param>
/// <param name="Value">Value of the term; null for an item.</param>
/// <param name="Effect">The value times its coefficient.</param>
public sealed record Contribution(string Item, string? Answer, IReadOnlyList<int> Points, double? Value = null, double? Effect = null);

/// <summary>What orders families, poorest first, as one number to compare.</summary>
public readonly record struct RankingScores(int Packed)
{
    private const double ExpenditureSteps = 1e7;

    /// <summary>Scores of a scorecard in the order in which they are compared; each is at most 100.</summary>
    public RankingScores(short npl, short ext, short p190, short b20)
        : this(((npl * 128 + ext) * 128 + p190) * 128 + b20)
    {
    }

    /// <summary>Predicted expenditure, low first, to a ten-millionth of its logarithm: differences below come from rounding alone.</summary>
    public static RankingScores OfExpenditure(double logarithm) => new((int)Math.Round(logarithm * ExpenditureSteps));

    public int CompareTo(RankingScores other) => Packed.CompareTo(other.Packed);
}

/// <summary>A score without its explanation, for whole lists.</summary>
/// <param name="Score">Points on the national line, 0 to 100; null by a model that gives none.</param>
/// <param name="Likelihood">In percent, on the national poverty line; null by a model that gives none.</param>
/// <param name="LogExpenditure">Predicted logarithm of rupiah a person a month; null by a scorecard.</param>
/// <param name="Missing">Flags, named by <see cref="ScoringModel.NameMissing"/>.</param>
/// <param name="Assumed">Flags, named by <see cref="ScoringModel.NameAssumed"/>; what the model assumes of everybody is not among them.</param>
public readonly record struct LineScores(
    RankingScores Scores, short? Score, double? Likelihood, double? LogExpenditure, long Missing, long Assumed)
{
    /// <summary>Whole rupiah a person a month; null by a scorecard.</summary>
    public long? Expenditure => LogExpenditure is { } log ? (long)Math.Round(Math.Exp(log)) : null;
}
