namespace Regsosek.Api.Classification;

/// <summary>One explaining variable of an equation, ready for many families.</summary>
/// <param name="unknown">Taken where the answer is not known.</param>
internal abstract class PmtValue(double unknown)
{
    public double Of(ScoringInputs inputs, out bool missing)
    {
        var value = Read(inputs, out missing);
        return double.IsNaN(value) ? unknown : value;
    }

    /// <summary>NaN when nothing is known.</summary>
    protected abstract double Read(ScoringInputs inputs, out bool missing);
}

/// <summary>How a number enters: held within bounds, then as its logarithm or as it is. The logarithm of 0 and below is that of 1.</summary>
internal readonly record struct PmtScale(double Least, double Most, bool Logarithm)
{
    public double Of(double number)
    {
        var held = Math.Clamp(number, Least, Most);
        return Logarithm ? Math.Log(held > 0 ? held : 1) : held;
    }
}

internal sealed class IndicatorValue(FormTest[] when, double unknown) : PmtValue(unknown)
{
    protected override double Read(ScoringInputs inputs, out bool missing)
    {
        var holds = FormTest.All(when, inputs, member: 0);
        missing = holds == Truth.Unknown;
        return holds == Truth.Unknown ? double.NaN : holds == Truth.True ? 1 : 0;
    }
}

internal sealed class NumberValue(int place, PmtScale scale, double unknown) : PmtValue(unknown)
{
    protected override double Read(ScoringInputs inputs, out bool missing)
    {
        var answer = inputs.Family(place);
        missing = answer == ScoringInputs.Unknown;
        return missing ? double.NaN : scale.Of(answer);
    }
}

/// <summary>Members who meet conditions. Of whom that is not known he is not counted, and the term is missing.</summary>
/// <param name="ofAll">By the members present, instead of as a number.</param>
internal sealed class CountValue(MemberCount count, bool ofAll, PmtScale scale, double unknown) : PmtValue(unknown)
{
    protected override double Read(ScoringInputs inputs, out bool missing)
    {
        var (least, most) = count.Of(inputs);
        missing = least != most || (ofAll && inputs.Members == 0);
        if (!ofAll) return scale.Of(least);
        return inputs.Members == 0 ? double.NaN : scale.Of((double)least / inputs.Members);
    }
}

/// <summary>With nobody of working age the dependants stand for the ratio, as if there was one.</summary>
internal sealed class DependencyValue(PmtScale scale, double unknown) : PmtValue(unknown)
{
    protected override double Read(ScoringInputs inputs, out bool missing)
    {
        missing = inputs.Members == 0;
        for (var i = 0; i < inputs.Members; i++) missing |= inputs.Member(i, FormVariables.Age.Place) == ScoringInputs.Unknown;
        if (inputs.Members == 0) return double.NaN;
        var ratio = inputs.DependencyRatio;
        return scale.Of(ratio == ScoringInputs.NobodyOfWorkingAge ? inputs.Members : ratio);
    }
}
