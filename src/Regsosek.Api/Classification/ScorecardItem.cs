using System.Collections.Frozen;

namespace Regsosek.Api.Classification;

/// <summary>One question of a scorecard, ready to be answered for many families.</summary>
internal abstract class ScorecardItem(string name)
{
    public string Name { get; } = name;

    public abstract Reading Read(ScoringInputs inputs);
}

/// <summary>An answer found for a family. Without points nothing was known; missing with points, a part was.</summary>
/// <param name="Ordering">Points on the lines that order families, side by side (<see cref="Scorecard.Side"/>).</param>
/// <param name="Assumed">Flags over the assumptions of the document.</param>
internal readonly record struct Reading(int[]? Points, long Ordering, string? Answer, bool Missing, long Assumed)
{
    public static readonly Reading None = new(null, 0, null, Missing: true, 0);
}

internal sealed class ProvinceItem(string name, FrozenDictionary<string, Reading> provinces) : ScorecardItem(name)
{
    public override Reading Read(ScoringInputs inputs) => provinces.TryGetValue(inputs.Province, out var found) ? found : Reading.None;
}

/// <summary>A question that form K does not ask.</summary>
internal sealed class AbsentItem(string name) : ScorecardItem(name)
{
    public override Reading Read(ScoringInputs inputs) => Reading.None;
}

internal sealed class CodeItem(string name, CodedAnswers[] inOrder) : ScorecardItem(name)
{
    public override Reading Read(ScoringInputs inputs)
    {
        foreach (var (place, answers) in inOrder)
        {
            if (inputs.Family(place) is var code and not ScoringInputs.Unknown && answers.For(code) is { Missing: false } found) return found;
        }
        return Reading.None;
    }
}

internal readonly record struct CodedAnswers(int Place, AnswerTable Answers);

/// <summary>Goes through cases in their order, of the family or of one member. What is not known ends it: a later case must not stand in for
/// it.</summary>
internal sealed class CaseItem(string name, MemberChoice? whose, Reading nobody, (FormTest[] When, Reading Reading)[] cases) : ScorecardItem(name)
{
    public override Reading Read(ScoringInputs inputs)
    {
        var member = whose?.Of(inputs) ?? 0;
        if (member == MemberChoice.Nobody) return nobody;
        if (member == MemberChoice.NotKnown) return Reading.None;
        foreach (var (when, reading) in cases)
        {
            var holds = FormTest.All(when, inputs, member);
            if (holds == Truth.True) return reading;
            if (holds == Truth.Unknown) return Reading.None;
        }

        return Reading.None;
    }
}

/// <summary>Counts members present within an age range. One of unknown age is not counted, and the item is listed as missing.</summary>
internal sealed class CountItem(string name, ScoringCount count, AnswerTable answers) : ScorecardItem(name)
{
    private readonly bool everybody = count is { AgeFrom: null, AgeTo: null };
    private readonly int from = count.AgeFrom ?? 0;
    private readonly int to = count.AgeTo ?? int.MaxValue;

    public override Reading Read(ScoringInputs inputs)
    {
        if (everybody) return answers.For(inputs.Members);
        var (counted, unsure) = (0, false);
        for (var i = 0; i < inputs.Members; i++)
        {
            var age = inputs.Member(i, FormVariables.Age.Place);
            if (age == ScoringInputs.Unknown) unsure = true;
            else if (age >= from && age <= to) counted++;
        }
        var found = answers.For(counted);
        return found with { Missing = found.Missing || unsure };
    }
}
