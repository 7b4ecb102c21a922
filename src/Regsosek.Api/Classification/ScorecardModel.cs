namespace Regsosek.Api.Classification;

/// <summary>A scorecard: points for answers, added up for each poverty line, and a likelihood for each sum.</summary>
public sealed class ScorecardModel : ScoringModel
{
    public const string KindName = "scorecard";
    private readonly Scorecard card;
    private readonly bool usable;
    private readonly Func<string, string, Reading> given;

    /// <param name="given">The reading of a named item as if a named answer was given.</param>
    internal ScorecardModel(ScoringDocument document, string hash, Scorecard card, ModelParts parts, Func<string, string, Reading> given)
        : base(document, hash, parts)
    {
        (Document, this.card, this.given) = (document, card, given);
        usable = !NotAsked.Any();
        Sums = document.Lines.ToDictionary(line => line.Code, line => line.Maximum);
    }

    public ScoringDocument Document { get; }

    public override IReadOnlyDictionary<string, int> Sums { get; }

    public override Scored Score(ScoringInputs inputs)
    {
        RefuseUnlessUsable();
        return Explain(Array.ConvertAll(card.Items, item => item.Read(inputs)));
    }

    /// <summary>The score of somebody who gave these answers, by item; a province by its code of the scorecard. Works for a scorecard that form K
    /// cannot feed.</summary>
    /// <exception cref="ArgumentException">There is no such answer.</exception>
    public Scored ScoreAnswers(IReadOnlyDictionary<string, string> answers) =>
        Explain(Array.ConvertAll(card.Items, item => answers.TryGetValue(item.Name, out var answer) ? given(item.Name, answer) : Reading.None));

    public override LineScores ScoreLines(ScoringInputs inputs)
    {
        if (!usable) RefuseUnlessUsable();
        var (side, missing, assumed) = (0L, 0L, 0L);
        for (var at = 0; at < card.Items.Length; at++)
        {
            var reading = card.Items[at].Read(inputs);
            side += reading.Ordering;
            assumed |= reading.Assumed;
            if (reading.Missing) missing |= 1L << at;
        }

        var (scores, npl) = Scorecard.Scores(side);
        return new(scores, npl, card.Likelihood(card.National, npl), null, missing, assumed);
    }

    private Scored Explain(Reading[] readings)
    {
        var lines = Document.Lines.Select((line, at) => LineScoreOf(line.Code, at, readings)).ToList();
        return new()
        {
            Model = Id,
            Version = Version,
            Hash = Hash,
            Label = Header.Label,
            Lines = lines,
            Likelihood = lines[card.National].Likelihood,
            Contributions = [.. card.Items.Zip(readings, (item, reading) =>
                new Contribution(item.Name, reading.Answer, [.. reading.Points ?? new int[card.Lines]]))],
            Missing = [.. Names.Where((_, at) => readings[at].Missing)],
            Assumptions = Assumed(readings.Aggregate(0L, (flags, reading) => flags | reading.Assumed)),
        };
    }

    private LineScore LineScoreOf(string line, int at, Reading[] readings)
    {
        var score = Scorecard.Clamp(readings.Sum(reading => reading.Points is { } points ? points[at] : 0));
        return new(line, score, card.Likelihood(at, score));
    }
}
