using System.Collections.Frozen;

namespace Regsosek.Api.Classification;

/// <summary>Turns the questions of a document into items that answer by array index; refuses a document that does not add up.</summary>
internal sealed class ScorecardLayout(ScoringDocument document)
{
    public ProvinceItem Province(IReadOnlyList<ScorecardProvince> provinces)
    {
        var asked = document.Provinces;
        var assumed = Flag(asked.Assumes);
        foreach (var line in document.Lines)
        {
            var points = asked.Points.GetValueOrDefault(line.Code);
            Expect(points?.Count == asked.Codes.Count, asked.Item, $"{line.Code} needs a point for each province");
        }
        int[] Points(string code)
        {
            var column = asked.Codes.ToList().IndexOf(code);
            Expect(column >= 0, asked.Item, $"province {code} has no points");
            return [.. document.Lines.Select(line => asked.Points[line.Code][column])];
        }
        return new(asked.Item, provinces.ToFrozenDictionary(
            province => province.Kemendagri,
            province => new Reading(Points(province.Scorecard), province.Scorecard, Missing: false, province.Note.Length > 0 ? assumed : 0)));
    }

    public ScorecardItem Item(ScoringItem item)
    {
        foreach (var answer in item.Answers)
        {
            Expect(answer.Points.Count == document.Lines.Count, item.Item, $"{answer.Answer} needs a point for each line");
        }
        if (item.Input.Count is { } count) return new CountItem(item.Item, count, AnswerTable.OfNumbers(item));

        var fallbacks = (item.Unanswered ?? []).Select(fallback => new CodedAnswers(
            Reader(item, fallback.Variable),
            AnswerTable.OfFallback(item, fallback, Flag(fallback.Assumes))));
        var asked = new CodedAnswers(Reader(item, item.Input.Variables[0]), AnswerTable.OfCodes(item));
        return new CodeItem(item.Item, [asked, .. fallbacks]);
    }

    private static Func<ScoringInputs, int?> Reader(ScoringItem item, string variable) =>
        ScoringInputs.Reader(variable) ?? throw Refused(item.Item, $"scoring cannot read variable {variable}");

    private int Flag(string? assumption)
    {
        if (assumption is null) return 0;
        var index = document.Assumptions.Select(known => known.Code).ToList().IndexOf(assumption);
        return index >= 0 ? 1 << index : throw Refused(document.Model, $"assumption {assumption} is not described");
    }

    private static void Expect(bool holds, string item, string otherwise)
    {
        if (!holds) throw Refused(item, otherwise);
    }

    private static InvalidDataException Refused(string item, string reason) => new($"The scoring model is refused at {item}: {reason}.");
}
