namespace Regsosek.Api.Classification;

/// <summary>Scores a family by a published model: the same inputs and model always give the same score.</summary>
public static class Scorer
{
    /// <summary>The score on every line, with what each item gave.</summary>
    public static Scored Score(ScoringModel model, ScoringInputs inputs)
    {
        var (card, document) = (model.Card, model.Document);
        var readings = Array.ConvertAll(card.Items, item => item.Read(inputs));
        var assumed = readings.Aggregate(0, (flags, reading) => flags | reading.Assumed);
        return new()
        {
            Model = model.Id,
            Version = model.Version,
            Hash = model.Hash,
            Label = document.Label,
            Lines = [.. document.Lines.Select((line, at) => LineScoreOf(card, line.Code, at, readings))],
            Contributions = [.. card.Items.Zip(readings, (item, reading) =>
                new Contribution(item.Name, reading.Answer, [.. reading.Points ?? new int[card.Lines]]))],
            Missing = [.. card.Items.Where((_, at) => readings[at].Missing).Select(item => item.Name)],
            Assumptions = [.. document.Assumes, .. model.NameAssumed(assumed)?.Split(',') ?? []],
        };
    }

    /// <summary>Only the scores that order families, for bulk. The model must have the lines NPL, EXT, P190 and B20.</summary>
    public static LineScores ScoreLines(ScoringModel model, ScoringInputs inputs)
    {
        var (items, ranked) = (model.Card.Items, model.Card.Ranked);
        if (ranked.Contains(-1)) throw new InvalidOperationException($"Model {model.Id} lacks a line that orders families.");

        var (npl, ext, p190, b20, missing, assumed) = (0, 0, 0, 0, 0, 0);
        for (var at = 0; at < items.Length; at++)
        {
            var reading = items[at].Read(inputs);
            assumed |= reading.Assumed;
            if (reading.Missing) missing |= 1 << at;
            if (reading.Points is not { } points) continue;
            npl += points[ranked[0]];
            ext += points[ranked[1]];
            p190 += points[ranked[2]];
            b20 += points[ranked[3]];
        }
        var scores = new RankingScores(Scorecard.Clamp(npl), Scorecard.Clamp(ext), Scorecard.Clamp(p190), Scorecard.Clamp(b20));
        return new(scores, model.Card.Likelihood(ranked[0], scores.Npl), missing, assumed);
    }

    private static LineScore LineScoreOf(Scorecard card, string line, int at, Reading[] readings)
    {
        var score = Scorecard.Clamp(readings.Sum(reading => reading.Points is { } points ? points[at] : 0));
        return new(line, score, card.Likelihood(at, score));
    }
}
