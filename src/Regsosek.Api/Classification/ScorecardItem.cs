using System.Collections.Frozen;

namespace Regsosek.Api.Classification;

/// <summary>One question of a scorecard, ready to be answered for many families.</summary>
internal abstract class ScorecardItem(string name)
{
    public string Name { get; } = name;

    public abstract Reading Read(ScoringInputs inputs);
}

/// <summary>An answer found for a family. Without points nothing was known; missing with points, a part was.</summary>
/// <param name="Assumed">Flags over the assumptions of the document.</param>
internal readonly record struct Reading(int[]? Points, string? Answer, bool Missing, int Assumed)
{
    public static readonly Reading None = new(null, null, Missing: true, 0);
}

internal sealed class ProvinceItem(string name, FrozenDictionary<string, Reading> provinces) : ScorecardItem(name)
{
    public override Reading Read(ScoringInputs inputs) => provinces.TryGetValue(inputs.Province, out var found) ? found : Reading.None;
}

internal sealed class CodeItem(string name, CodedAnswers[] inOrder) : ScorecardItem(name)
{
    public override Reading Read(ScoringInputs inputs)
    {
        foreach (var (read, answers) in inOrder)
        {
            if (read(inputs) is { } code && answers.For(code) is { Missing: false } found) return found;
        }
        return Reading.None;
    }
}

internal readonly record struct CodedAnswers(Func<ScoringInputs, int?> Read, AnswerTable Answers);

/// <summary>Counts members present within an age range. One of unknown age is not counted, and the item is listed as missing.</summary>
internal sealed class CountItem(string name, ScoringCount count, AnswerTable answers) : ScorecardItem(name)
{
    private readonly bool everybody = count is { AgeFrom: null, AgeTo: null };
    private readonly int from = count.AgeFrom ?? 0;
    private readonly int to = count.AgeTo ?? int.MaxValue;

    public override Reading Read(ScoringInputs inputs)
    {
        if (everybody) return answers.For(inputs.Ages.Count);
        var (counted, unsure) = (0, false);
        for (var i = 0; i < inputs.Ages.Count; i++)
        {
            if (inputs.Ages[i] is not { } age) unsure = true;
            else if (age >= from && age <= to) counted++;
        }
        return answers.For(counted) with { Missing = unsure };
    }
}
