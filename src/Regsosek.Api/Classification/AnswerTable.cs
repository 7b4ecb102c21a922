namespace Regsosek.Api.Classification;

/// <summary>From a code or a number to the answer it means, by array index. A value that no answer names reads as missing.</summary>
internal sealed class AnswerTable
{
    private readonly Reading[] byValue;
    private readonly bool lastGoesOn;

    private AnswerTable(Reading[] byValue, bool lastGoesOn) => (this.byValue, this.lastGoesOn) = (byValue, lastGoesOn);

    public Reading For(int value)
    {
        if (value >= byValue.Length && lastGoesOn) return byValue[^1];
        return value >= 0 && value < byValue.Length ? byValue[value] : Reading.None;
    }

    public static AnswerTable OfCodes(ScoringItem item) =>
        Fill(item.Answers.SelectMany(answer => (answer.Codes ?? []).Select(code => (code, Found(answer)))), lastGoesOn: false);

    public static AnswerTable OfNumbers(ScoringItem item) =>
        Fill(
            item.Answers.SelectMany(answer => Range(answer).Select(number => (number, Found(answer)))),
            lastGoesOn: item.Answers.Any(answer => answer.To is null));

    public static AnswerTable OfFallback(ScoringItem item, ScoringFallback fallback, int assumed)
    {
        var answer = item.Answers.Single(known => known.Answer == fallback.Answer);
        return Fill(fallback.Codes.Select(code => (code, Found(answer, assumed))), lastGoesOn: false);
    }

    private static IEnumerable<int> Range(ScoringAnswer answer)
    {
        var from = answer.From ?? 0;
        return Enumerable.Range(from, (answer.To ?? from) - from + 1);
    }

    private static Reading Found(ScoringAnswer answer, int assumed = 0) => new([.. answer.Points], answer.Answer, Missing: false, assumed);

    private static AnswerTable Fill(IEnumerable<(int Value, Reading Reading)> answers, bool lastGoesOn)
    {
        var known = answers.ToDictionary(answer => answer.Value, answer => answer.Reading);
        return new([.. Enumerable.Range(0, known.Keys.Max() + 1).Select(value => known.GetValueOrDefault(value, Reading.None))], lastGoesOn);
    }
}
