using System.Collections.Frozen;

namespace Regsosek.Api.Classification;

/// <summary>A linear proxy means test: predicts the logarithm of expenditure per person from the answers, by the equation of the regency, else of the
/// province, else of the nation. Families are ordered by what it predicts.</summary>
public sealed class LinearPmtModel : ScoringModel
{
    public const string KindName = "linear-pmt";

    /// <summary>Predictions are held between 1 rupiah and e^21, 1.3 thousand million: beyond, the equation says nothing of this world.</summary>
    public const double Lowest = 0, Highest = 21;

    private readonly PmtValue[] values;
    private readonly FrozenDictionary<string, PmtLine> lines;
    private readonly PmtLine nation;

    internal LinearPmtModel(PmtDocument document, string hash, PmtValue[] values, FrozenDictionary<string, PmtLine> lines, ModelParts parts)
        : base(document, hash, parts) =>
        (Document, this.values, this.lines, nation) = (document, values, lines, lines[PmtLayout.Nation]);

    public PmtDocument Document { get; }

    public override IReadOnlyDictionary<string, int> Sums { get; } = new Dictionary<string, int>();

    public override Scored Score(ScoringInputs inputs)
    {
        var (line, bulk) = (Of(inputs), ScoreLines(inputs));
        return new()
        {
            Model = Id,
            Version = Version,
            Hash = Hash,
            Label = Header.Label,
            Likelihood = bulk.Likelihood,
            LogExpenditure = bulk.LogExpenditure,
            Equation = line.Region,
            Contributions = [.. values.Select((value, at) =>
            {
                var found = value.Of(inputs, out _);
                return new Contribution(Names[at], null, [], found, found * line.Coefficients[at]);
            })],
            Missing = NameMissing(bulk.Missing)?.Split(',') ?? [],
            Assumptions = Assumed(0),
        };
    }

    public override LineScores ScoreLines(ScoringInputs inputs)
    {
        var line = Of(inputs);
        var (sum, missing) = (line.Intercept, 0L);
        for (var at = 0; at < values.Length; at++)
        {
            sum += line.Coefficients[at] * values[at].Of(inputs, out var lacking);
            if (lacking) missing |= 1L << at;
        }

        var predicted = Math.Clamp(sum, Lowest, Highest);
        double? likelihood = line is { Sigma: { } sigma, LogLine: { } poverty } ? 100 * Normal.Below((poverty - predicted) / sigma) : null;
        return new(RankingScores.OfExpenditure(predicted), null, likelihood, predicted, missing, 0);
    }

    private PmtLine Of(ScoringInputs inputs) =>
        lines.TryGetValue(inputs.Regency, out var regency) ? regency : lines.GetValueOrDefault(inputs.Province, nation);
}
