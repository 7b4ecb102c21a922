using Regsosek.Api.Reference;
using Regsosek.Api.Rules;

namespace Regsosek.Api.Classification;

/// <summary>Turns the conditions of a document into tests, and keeps which variables it reads. A condition that cannot be read is a fault.</summary>
internal sealed class FormConditions(DataDictionary dictionary, ModelFaults faults)
{
    private const int CodesEnd = 64;
    private readonly Dictionary<string, FormVariable> used = [];

    /// <summary>Variables read so far.</summary>
    public IReadOnlyCollection<FormVariable> Used => used.Values;

    /// <param name="of">Whose variables the conditions name, apart from counts of members, which a member's conditions have not.</param>
    public FormTest[] Tests(IReadOnlyList<FormCondition> conditions, Unit of, string at) =>
        [.. conditions.Select((condition, i) => Test(condition, of, $"{at}/{i}")).OfType<FormTest>()];

    /// <summary>The variable, when scoring can read it and it is one of <paramref name="of"/>.</summary>
    public FormVariable? Variable(string number, Unit of, string at)
    {
        if (FormVariables.Find(number) is not { } variable)
        {
            faults.Add(at, $"scoring cannot read variable {number}.");
            return null;
        }

        if (!faults.Expect(variable.Unit == of, at, $"{number} is a question about {(of == Unit.Family ? "members" : "the family")}.")) return null;
        return used[variable.Number] = variable;
    }

    /// <summary>Codes that the form prints for the variable.</summary>
    public void Printed(FormVariable variable, IEnumerable<int> codes, string at)
    {
        var known = Known(variable.Number);
        if (!faults.Expect(known is not null, at, $"{variable.Number} has no codes; name bounds.")) return;
        foreach (var code in codes) faults.Expect(known!.Contains(code), at, $"form K prints no code {code} for {variable.Number}.");
    }

    private FormTest? Test(FormCondition condition, Unit of, string at)
    {
        if (!faults.Expect(condition.Variable is null != condition.Count is null, at, "names a variable or a count, one of them.")) return null;
        if (condition.Count is { } count)
        {
            if (!faults.Expect(of == Unit.Family, at, "a condition on members counts no members.")) return null;
            faults.Expect(condition.Codes is null, $"{at}/codes", "a count has bounds.");
            return Bounds(condition, at) ? new CountTest(new(Tests(count, Unit.Person, $"{at}/count")), From(condition), To(condition)) : null;
        }

        if (Variable(condition.Variable!, of, $"{at}/variable") is not { } variable) return null;
        if (condition.Codes is not { } codes)
            return Bounds(condition, at) ? new RangeTest(variable.Place, of == Unit.Person, From(condition), To(condition)) : null;
        faults.Expect(condition is { From: null, To: null }, at, "has codes or bounds, one of them.");
        faults.Expect(codes.Count > 0, $"{at}/codes", "names at least one.");
        Printed(variable, codes, $"{at}/codes");
        var mask = codes.Where(c => c is >= 0 and < CodesEnd).Aggregate(0UL, (mask, c) => mask | 1UL << c);
        return new CodeTest(variable.Place, of == Unit.Person, mask);
    }

    private bool Bounds(FormCondition condition, string at) =>
        faults.Expect(condition is not { From: null, To: null }, at, "has codes or bounds, one of them.")
        && faults.Expect(From(condition) <= To(condition), $"{at}/from", "is not above to.")
        && faults.Expect(From(condition) >= 0, $"{at}/from", "is not below 0.");

    private static int From(FormCondition condition) => condition.From ?? 0;

    private static int To(FormCondition condition) => condition.To ?? int.MaxValue;

    private HashSet<int>? Known(string number) =>
        dictionary.Variables.First(v => v.Q == number) is { CodeList: { } list } && dictionary.CodeLists[list].Codes is var codes
            ? [.. codes.Select(c => c.Value)]
            : null;
}
