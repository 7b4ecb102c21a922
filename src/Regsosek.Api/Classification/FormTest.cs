namespace Regsosek.Api.Classification;

/// <summary>Whether something is known to hold; the lower of two is what both together are.</summary>
internal enum Truth : byte
{
    False,
    Unknown,
    True,
}

/// <summary>A condition on the answers of a family, or on those of one of its members, ready for many families.</summary>
internal abstract class FormTest
{
    /// <param name="member">Whose answers tests of member variables read.</param>
    public abstract Truth Of(ScoringInputs inputs, int member);

    public static Truth All(FormTest[] tests, ScoringInputs inputs, int member)
    {
        var all = Truth.True;
        foreach (var test in tests)
        {
            var one = test.Of(inputs, member);
            if (one == Truth.False) return one;
            if (one < all) all = one;
        }

        return all;
    }
}

/// <summary>The answer is one of some codes, all of them under 64.</summary>
internal sealed class CodeTest(int place, bool ofMember, ulong codes) : FormTest
{
    public override Truth Of(ScoringInputs inputs, int member)
    {
        var answer = ofMember ? inputs.Member(member, place) : inputs.Family(place);
        if (answer == ScoringInputs.Unknown) return Truth.Unknown;
        return answer is >= 0 and < 64 && (codes >> answer & 1) == 1 ? Truth.True : Truth.False;
    }
}

/// <summary>The answer is a number within bounds.</summary>
internal sealed class RangeTest(int place, bool ofMember, int from, int to) : FormTest
{
    public override Truth Of(ScoringInputs inputs, int member)
    {
        var answer = ofMember ? inputs.Member(member, place) : inputs.Family(place);
        if (answer == ScoringInputs.Unknown) return Truth.Unknown;
        return answer >= from && answer <= to ? Truth.True : Truth.False;
    }
}

/// <summary>So many members meet conditions. Members of whom that is not known leave it open when they could make the difference.</summary>
internal sealed class CountTest(MemberCount count, int from, int to) : FormTest
{
    public override Truth Of(ScoringInputs inputs, int member)
    {
        var (least, most) = count.Of(inputs);
        if (least >= from && most <= to) return Truth.True;
        return most < from || least > to ? Truth.False : Truth.Unknown;
    }
}

/// <summary>Members who meet conditions: how many do, and how many may.</summary>
internal sealed class MemberCount(FormTest[] when)
{
    public (int Least, int Most) Of(ScoringInputs inputs)
    {
        var (least, most) = (0, 0);
        for (var i = 0; i < inputs.Members; i++)
        {
            var truth = FormTest.All(when, inputs, i);
            if (truth == Truth.True) least++;
            if (truth != Truth.False) most++;
        }

        return (least, most);
    }
}

/// <summary>One member who meets conditions; of several the one nearest to the head (409), then the first.</summary>
internal sealed class MemberChoice(FormTest[] when)
{
    public const int Nobody = -1, NotKnown = -2;

    public int Of(ScoringInputs inputs)
    {
        var (chosen, nearest, unsure) = (Nobody, int.MaxValue, false);
        for (var i = 0; i < inputs.Members; i++)
        {
            var truth = FormTest.All(when, inputs, i);
            unsure |= truth == Truth.Unknown;
            if (truth != Truth.True) continue;
            var relation = inputs.Member(i, FormVariables.Relation.Place);
            var distance = relation == ScoringInputs.Unknown ? int.MaxValue - 1 : relation;
            if (distance < nearest) (chosen, nearest) = (i, distance);
        }

        return chosen == Nobody && unsure ? NotKnown : chosen;
    }
}
