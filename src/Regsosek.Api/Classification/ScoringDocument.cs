namespace Regsosek.Api.Classification;

/// <summary>A scorecard as published: what it asks, which answers of form K it reads and what each is worth.
/// Its contract is schema/scoring/scoring.schema.json.</summary>
public sealed record ScoringDocument
{
    public required string Model { get; init; }
    public required int Version { get; init; }
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
    public required IReadOnlyList<ScoringLine> Lines { get; init; }
    public required ScoringProvinces Provinces { get; init; }
    public required IReadOnlyList<ScoringItem> Items { get; init; }
}

/// <summary>Where the model and form K do not say the same thing, and what was taken instead.</summary>
public sealed record ScoringAssumption(string Code, string En, string Id);

/// <summary>A poverty line: likelihood in percent = 100 / (1 + exp(-(a + b × score))), score held within 0 to 100.</summary>
/// <param name="Maximum">Sum of the best answers, before the score is held to 100.</param>
public sealed record ScoringLine(string Code, string Name, double A, double B, int Maximum);

/// <summary>Points of the province.</summary>
/// <param name="File">Leads from Kemendagri codes to those of the scorecard; its hash is part of the model.</param>
/// <param name="Assumes">Assumption taken for a province that has a note in the file.</param>
public sealed record ScoringProvinces(
    string Item, string En, string Id, string Variable, string File, string Sha256, string Assumes,
    IReadOnlyList<string> Codes, IReadOnlyDictionary<string, IReadOnlyList<int>> Points);

/// <summary>One question of the scorecard.</summary>
/// <param name="Unanswered">What to take, in this order, when the first variable of the input has no answer.</param>
public sealed record ScoringItem(
    string Item, string En, string Id, ScoringInput Input, IReadOnlyList<ScoringAnswer> Answers, IReadOnlyList<ScoringFallback>? Unanswered = null);

/// <summary>Variables of form K the question reads.</summary>
/// <param name="Count">When given, a number of members is read instead of the code of the first variable.</param>
public sealed record ScoringInput(IReadOnlyList<string> Variables, ScoringCount? Count = null);

/// <summary>Which members present are counted; without bounds, all of them.</summary>
public sealed record ScoringCount(int? AgeFrom = null, int? AgeTo = null);

/// <summary>An answer, the codes or the numbers that mean it, and its points in the order of the lines.</summary>
public sealed record ScoringAnswer(
    string Answer, string En, string Id, IReadOnlyList<int> Points,
    IReadOnlyList<int>? Codes = null, int? From = null, int? To = null);

/// <summary>When the variable has one of the codes, the question counts as answered so.</summary>
public sealed record ScoringFallback(string Variable, IReadOnlyList<int> Codes, string Answer, string? Assumes = null);
