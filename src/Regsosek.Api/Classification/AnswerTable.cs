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

    public static AnswerTable OfCodes(IEnumerable<(IReadOnlyList<int> Codes, Reading Reading)> answers) =>
        Fill(answers.SelectMany(answer => answer.Codes.Select(code => (code, answer.Reading))), lastGoesOn: false);

    public static AnswerTable OfNumbers(IReadOnlyCollection<(int From, int? To, Reading Reading)> answers) => Fill(
        answers.SelectMany(answer => Enumerable.Range(answer.From, (answer.To ?? answer.From) - answer.From + 1).Select(n => (n, answer.Reading))),
        lastGoesOn: answers.Any(answer => answer.To is null));

    private static AnswerTable Fill(IEnumerable<(int Value, Reading Reading)> answers, bool lastGoesOn)
    {
        var known = answers.ToDictionary(answer => answer.Value, answer => answer.Reading);
        var values = Enumerable.Range(0, known.Keys.Append(-1).Max() + 1);
        return new([.. values.Select(value => known.GetValueOrDefault(value, Reading.None))], lastGoesOn);
    }
}
