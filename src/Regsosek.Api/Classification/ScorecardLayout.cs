using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Regsosek.Api.Rules;

namespace Regsosek.Api.Classification;

/// <summary>Turns the questions of a document into items that answer by array index. What does not add up is a fault, and gives no item.</summary>
internal sealed partial class ScorecardLayout(ScoringDocument document, FormConditions conditions, ModelFaults faults)
{
    private const int MostItems = 30, MostNumber = 200;
    private readonly int[] ranked = Scorecard.Ranked(document);
    private readonly Flags flags = new(document, faults);

    public ScorecardItem[] Items(IReadOnlyList<ScorecardProvince> provinces)
    {
        Lines();
        faults.Expect(document.Items.Count is > 0 and <= MostItems, "/items", $"are 1 to {MostItems}.");
        faults.Distinct(document.Items.Select(i => i.Item).Concat(document.Provinces is { } asked ? [asked.Item] : []), "/items");
        ScorecardItem?[] items = [document.Provinces is null ? null : Province(document.Provinces, provinces), .. document.Items.Select(Item)];
        return [.. items.OfType<ScorecardItem>()];
    }

    private void Lines()
    {
        faults.Expect(document.Lines.Any(l => l.Code == "NPL"), "/lines", "one is NPL, the national line.");
        faults.Distinct(document.Lines.Select(l => l.Code), "/lines");
        if (document.Bands is { } bands)
            faults.Expect(bands.Count > 0 && bands[0] == 0 && bands.Zip(bands.Skip(1)).All(b => b.First < b.Second) && bands[^1] <= Scorecard.Top,
                "/bands", "rise from 0 to at most 100.");
        foreach (var (i, line) in document.Lines.Index())
        {
            var at = $"/lines/{i}";
            faults.Expect(LineCode().IsMatch(line.Code), $"{at}/code", "is of capital letters, then digits.");
            faults.Said(line.Name, $"{at}/name");
            if (line.Likelihoods is { } table)
            {
                faults.Expect(line is { A: null, B: null }, at, "has a curve or likelihoods, one of them.");
                faults.Expect(table.Count == document.Bands?.Count, $"{at}/likelihoods", "is one for each band.");
                foreach (var (n, percent) in table.Index()) faults.Number(percent, 0, 100, $"{at}/likelihoods/{n}");
            }
            else if (faults.Expect(line is { A: not null, B: not null }, at, "has a curve (a and b) or likelihoods."))
            {
                faults.Number(line.A, -1000, 1000, $"{at}/a");
                faults.Number(line.B, -1000, -1e-9, $"{at}/b");
            }
        }
    }

    private ProvinceItem? Province(ScoringProvinces asked, IReadOnlyList<ScorecardProvince> provinces)
    {
        var assumed = flags.Of(asked.Assumes, "/provinces/assumes");
        var (codes, sound) = (asked.Codes.ToList(), faults.Expect(asked.Variable == "101", "/provinces/variable", "is 101."));
        foreach (var line in document.Lines)
        {
            sound &= faults.Expect(asked.Points.GetValueOrDefault(line.Code)?.Count == codes.Count, $"/provinces/points/{line.Code}",
                "is a point for each province.");
        }
        foreach (var line in asked.Points.Keys.Except(document.Lines.Select(l => l.Code)))
            faults.Add($"/provinces/points/{line}", "is no line of the model.");
        foreach (var (line, points) in asked.Points) sound &= InRange(points, $"/provinces/points/{line}");
        foreach (var code in provinces.Select(p => p.Scorecard).Distinct())
            sound &= faults.Expect(codes.Contains(code), "/provinces/codes", $"province {code} has no points.");
        if (!sound) return null;
        return new(asked.Item, provinces.ToFrozenDictionary(
            province => province.Kemendagri,
            province => Found([.. document.Lines.Select(line => asked.Points[line.Code][codes.IndexOf(province.Scorecard)])],
                province.Scorecard, province.Note.Length > 0 ? assumed : 0)));
    }

    private ScorecardItem? Item(ScoringItem item, int number)
    {
        var at = $"/items/{number}";
        faults.Expect(Question().IsMatch(item.Item), $"{at}/item", "is Q and a number.");
        faults.Said(item.En, $"{at}/en");
        faults.Said(item.Id, $"{at}/id");
        faults.Distinct(item.Answers.Select(a => a.Answer), $"{at}/answers");
        faults.Expect(item.Answers.Count >= 2, $"{at}/answers", "are two or more.");
        var sound = true;
        foreach (var (i, answer) in item.Answers.Index())
        {
            faults.Slug(answer.Answer, $"{at}/answers/{i}/answer");
            sound &= faults.Expect(answer.Points.Count == document.Lines.Count || answer.Points.Count == 1, $"{at}/answers/{i}/points",
                "is a point for each line, or one for all.") & InRange(answer.Points, $"{at}/answers/{i}/points");
        }

        var ways = (item.Input is null ? 0 : 1) + (item.Cases is null ? 0 : 1) + (item.NotAsked is null ? 0 : 1);
        if (!faults.Expect(ways == 1, at, "has one of input, cases and notAsked.") || !sound) return null;
        faults.Expect(item.Member is null || item.Cases is not null, $"{at}/member", "goes with cases.");
        faults.Expect(item.Unanswered is null || item.Input is { Count: null }, $"{at}/unanswered", "goes with an input of codes.");
        if (item.Input is null)
            foreach (var (i, answer) in item.Answers.Index())
                faults.Expect(answer is { Codes: null, From: null, To: null }, $"{at}/answers/{i}", "has codes or numbers only with an input.");
        if (item.NotAsked is { } why)
        {
            faults.Said(why, $"{at}/notAsked");
            return new AbsentItem(item.Item);
        }

        if (item.Cases is not null) return Cases(item, at);
        return item.Input!.Count is { } count ? Count(item, count, at) : Coded(item, at);
    }

    private CodeItem? Coded(ScoringItem item, string at)
    {
        var variables = item.Input!.Variables;
        if (!faults.Expect(variables.Count > 0, $"{at}/input/variables", "names at least one.")) return null;
        if (conditions.Variable(variables[0], Unit.Family, $"{at}/input/variables/0") is not { } asked) return null;
        var sound = true;
        foreach (var (i, answer) in item.Answers.Index())
        {
            if (!(sound &= faults.Expect(answer is { Codes: not null, From: null, To: null }, $"{at}/answers/{i}", "has codes."))) continue;
            conditions.Printed(asked, answer.Codes!, $"{at}/answers/{i}/codes");
        }

        if (!sound || Twice(item.Answers.SelectMany(a => a.Codes!), $"{at}/answers")) return null;
        var inOrder = new List<CodedAnswers> { new(asked.Place, AnswerTable.OfCodes(item.Answers.Select(a => (a.Codes!, Found(a))))) };
        foreach (var (i, fallback) in (item.Unanswered ?? []).Index())
        {
            var place = $"{at}/unanswered/{i}";
            faults.Expect(variables.Contains(fallback.Variable), $"{place}/variable", "is among the variables of the input.");
            if (conditions.Variable(fallback.Variable, Unit.Family, $"{place}/variable") is not { } variable) continue;
            conditions.Printed(variable, fallback.Codes, $"{place}/codes");
            if (Twice(fallback.Codes, $"{place}/codes") || Named(item, fallback.Answer, $"{place}/answer") is not { } answer) continue;
            var reading = Found(answer, flags.Of(fallback.Assumes, $"{place}/assumes"));
            inOrder.Add(new(variable.Place, AnswerTable.OfCodes([(fallback.Codes, reading)])));
        }

        return new(item.Item, [.. inOrder]);
    }

    private CountItem? Count(ScoringItem item, ScoringCount count, string at)
    {
        foreach (var (i, number) in item.Input!.Variables.Index())
            faults.Expect(FormVariables.Given.Contains(number) || FormVariables.Find(number) == FormVariables.Age, $"{at}/input/variables/{i}",
                "is 404, or 406 for ages.");
        if (count is not { AgeFrom: null, AgeTo: null }) conditions.Variable(FormVariables.Age.Number, Unit.Person, $"{at}/input/count");
        faults.Expect((count.AgeFrom ?? 0) <= (count.AgeTo ?? int.MaxValue), $"{at}/input/count", "ageFrom is not above ageTo.");
        var sound = true;
        foreach (var (i, answer) in item.Answers.Index())
        {
            sound &= faults.Expect(answer is { Codes: null, From: >= 0 and <= MostNumber }
                && (answer.To is null || (answer.To >= answer.From && answer.To <= MostNumber)), $"{at}/answers/{i}",
                "is from a number up to another, or up.");
        }

        if (!sound) return null;
        var numbers = item.Answers.SelectMany(a => Enumerable.Range(a.From!.Value, (a.To ?? a.From.Value) - a.From.Value + 1));
        if (Twice(numbers, $"{at}/answers")) return null;
        var top = item.Answers.MaxBy(a => a.From)!;
        faults.Expect(item.Answers.All(a => a.To is null == (a == top)), $"{at}/answers", "the highest and no other is open to above.");
        return new(item.Item, count, AnswerTable.OfNumbers([.. item.Answers.Select(a => (a.From!.Value, a.To, Found(a)))]));
    }

    private CaseItem? Cases(ScoringItem item, string at)
    {
        faults.Expect(item.Cases!.Count > 0, $"{at}/cases", "is one or more.");
        var unit = item.Member is null ? Unit.Family : Unit.Person;
        var cases = item.Cases.Select((one, i) => (
            When: conditions.Tests(one.When, unit, $"{at}/cases/{i}/when"),
            Answer: Named(item, one.Answer, $"{at}/cases/{i}/answer"),
            Assumed: flags.Of(one.Assumes, $"{at}/cases/{i}/assumes"))).ToList();
        if (item.Member is { } member) conditions.Variable(FormVariables.Relation.Number, Unit.Person, $"{at}/member");
        var whose = item.Member is { } m ? new MemberChoice(conditions.Tests(m.When, Unit.Person, $"{at}/member/when")) : null;
        var nobody = item.Member is { } of ? Named(item, of.Nobody, $"{at}/member/nobody") : null;
        if (cases.Any(c => c.Answer is null) || (item.Member is not null && nobody is null)) return null;
        return new(item.Item, whose, nobody is null ? Reading.None : Found(nobody), [.. cases.Select(c => (c.When, Found(c.Answer!, c.Assumed)))]);
    }

    private ScoringAnswer? Named(ScoringItem item, string name, string at)
    {
        var answer = item.Answers.FirstOrDefault(a => a.Answer == name);
        faults.Expect(answer is not null, at, $"there is no answer '{name}'.");
        return answer;
    }

    private Reading Found(ScoringAnswer answer, long assumed = 0) => Found(
        answer.Points.Count == 1 ? [.. Enumerable.Repeat(answer.Points[0], document.Lines.Count)] : [.. answer.Points], answer.Answer, assumed);

    /// <summary>As if this answer was given to this item; a province by its code of the scorecard.</summary>
    public Reading Given(string item, string answer)
    {
        if (item == document.Provinces?.Item)
        {
            var column = document.Provinces.Codes.ToList().IndexOf(answer);
            if (column < 0) throw new ArgumentException($"Item {item} has no answer '{answer}'.", nameof(answer));
            return Found([.. document.Lines.Select(line => document.Provinces.Points[line.Code][column])], answer, 0);
        }

        return document.Items.FirstOrDefault(i => i.Item == item)?.Answers.FirstOrDefault(a => a.Answer == answer) is { } found
            ? Found(found)
            : throw new ArgumentException($"Item {item} has no answer '{answer}'.", nameof(answer));
    }

    /// <summary>Sum of the best answers on a line.</summary>
    public int Best(int line) => document.Items.Sum(item => item.Answers.Max(answer => Found(answer).Points![line]))
        + (document.Provinces?.Points[document.Lines[line].Code].Max() ?? 0);

    private Reading Found(int[] points, string answer, long assumed) => new(points, Scorecard.Side(points, ranked), answer, Missing: false, assumed);

    private bool InRange(IReadOnlyList<int> points, string at) => faults.Expect(points.All(p => p is >= 0 and <= Scorecard.Top), at, "is 0 to 100.");

    private bool Twice(IEnumerable<int> values, string at) =>
        values.GroupBy(v => v).FirstOrDefault(g => g.Count() > 1) is { } twice && !faults.Expect(false, at, $"{twice.Key} is there twice.");

    [GeneratedRegex(@"^[A-Z]+[0-9]*\z")]
    private static partial Regex LineCode();

    [GeneratedRegex(@"^Q[0-9]+\z")]
    private static partial Regex Question();
}
