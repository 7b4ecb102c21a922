namespace Regsosek.Api.Classification;

/// <summary>A scorecard as published: what it asks, which answers of form K it reads and what each is worth.</summary>
public sealed record ScoringDocument : ModelDocument
{
    public required IReadOnlyList<ScoringLine> Lines { get; init; }

    /// <summary>First score of each band of a look-up table; the last goes on to 100. Only for lines with likelihoods instead of a curve.</summary>
    public IReadOnlyList<int>? Bands { get; init; }

    /// <summary>Null for a scorecard that is the same everywhere.</summary>
    public ScoringProvinces? Provinces { get; init; }

    public required IReadOnlyList<ScoringItem> Items { get; init; }
}

/// <summary>A poverty line. Likelihood in percent = 100 / (1 + exp(-(a + b × score))), score held within 0 to 100; or that of the band of the
/// score.</summary>
/// <param name="Maximum">Sum of the best answers, before the score is held to 100.</param>
public sealed record ScoringLine(
    string Code, string Name, int Maximum, double? A = null, double? B = null, IReadOnlyList<double>? Likelihoods = null);

/// <summary>Points of the province.</summary>
/// <param name="File">Leads from Kemendagri codes to those of the scorecard; its hash is part of the model.</param>
/// <param name="Assumes">Assumption taken for a province that has a note in the file.</param>
public sealed record ScoringProvinces(
    string Item, string En, string Id, string Variable, string File, string Sha256, string Assumes,
    IReadOnlyList<string> Codes, IReadOnlyDictionary<string, IReadOnlyList<int>> Points);

/// <summary>One question of the scorecard. It reads one input, or goes through cases, or form K does not ask it.</summary>
/// <param name="Unanswered">What to take, in this order, when the first variable of the input has no answer.</param>
/// <param name="Cases">The first whose conditions all hold gives the answer; one of which that is not known leaves the question open.</param>
/// <param name="Member">Whose answers the cases read, when it is not the family's.</param>
/// <param name="NotAsked">Why form K cannot feed it; a model with such a question ranks nobody.</param>
public sealed record ScoringItem(
    string Item, string En, string Id, IReadOnlyList<ScoringAnswer> Answers, ScoringInput? Input = null,
    IReadOnlyList<ScoringFallback>? Unanswered = null, IReadOnlyList<ScoringCase>? Cases = null, ScoringMember? Member = null,
    string? NotAsked = null);

/// <summary>Variables of form K the question reads.</summary>
/// <param name="Count">When given, a number of members is read instead of the code of the first variable.</param>
public sealed record ScoringInput(IReadOnlyList<string> Variables, ScoringCount? Count = null);

/// <summary>Which members present are counted; without bounds, all of them.</summary>
public sealed record ScoringCount(int? AgeFrom = null, int? AgeTo = null);

/// <summary>An answer, the codes or the numbers that mean it, and its points in the order of the lines; a single number is for all of them.</summary>
public sealed record ScoringAnswer(
    string Answer, string En, string Id, IReadOnlyList<int> Points,
    IReadOnlyList<int>? Codes = null, int? From = null, int? To = null);

/// <summary>When the variable has one of the codes, the question counts as answered so.</summary>
public sealed record ScoringFallback(string Variable, IReadOnlyList<int> Codes, string Answer, string? Assumes = null);

/// <summary>When all conditions hold, the question counts as answered so.</summary>
public sealed record ScoringCase(IReadOnlyList<FormCondition> When, string Answer, string? Assumes = null);

/// <summary>The member present who meets the conditions; of several the one nearest to the head.</summary>
/// <param name="Nobody">The answer of a family that has none.</param>
public sealed record ScoringMember(IReadOnlyList<FormCondition> When, string Nobody);
