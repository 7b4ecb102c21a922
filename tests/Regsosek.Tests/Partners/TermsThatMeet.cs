using CsCheck;
using Regsosek.Api.Partners;
using Regsosek.Data.Partners;

namespace Regsosek.Tests.Partners;

/// <summary>Two sets of terms meet in what both allow, whatever they are.</summary>
public sealed class TermsThatMeet
{
    private static readonly string[] Codes = ["ID", "91", "91.71", "91.71.03", "91.71.03.2001", "91.71.04", "91.03", "64", "64.01"];

    private static Gen<string[]> Some(params string[] of) => Gen.Shuffle(of, 0, of.Length);

    private static readonly Gen<string?> Rule = Gen.OneOf<string?>(null, """{"fact":"decile","op":"<=","value":3}""", """{"fact":"decile", "op":"<=", "value":3}""",
        """{"fact":"decile","op":"<=","value":5}""", """{"all":[{"fact":"decile","op":"<=","value":3},{"fact":"memberCount","op":">","value":2}]}""");

    private static readonly Gen<AgreementTerms> Terms =
        from lists in Gen.Select(Some("a", "b"), Some(Codes), Some("identity", "housing", "health"), Some("PKH", "PIP"), Some("registry.read", "eligibility.read"))
        from scalars in Gen.Select(Rule, Gen.Int[0, 3], Gen.Bool, Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[0, 4])
        select new AgreementTerms(
            (AgreementStatus)scalars.Item4, "Test", lists.Item1, lists.Item2, lists.Item3, lists.Item4, lists.Item5, scalars.Item1, scalars.Item2, scalars.Item3,
            new DateOnly(2026, 1, 1).AddDays(scalars.Item5), scalars.Item6 == 0 ? null : new DateOnly(2026, 2, 1).AddDays(scalars.Item6));

    [Fact]
    public void What_both_allow_lies_within_both() => Gen.Select(Terms, Terms).Sample((a, b) =>
    {
        var both = a.And(b);
        return both.IsWithin(a) && both.IsWithin(b) && a.IsWithin(a) && both.IsWithin(b.And(a)) && b.And(a).IsWithin(both);
    }, iter: 5_000);

    /// <summary>A village is covered by some of the codes exactly when a code of the list is it, or stands above it.</summary>
    [Fact]
    public void A_place_lies_in_both_when_each_covers_it() => Gen.Select(Terms, Terms, Gen.OneOf("91.71.03.2001", "91.71.03.2002", "91.71.04.1001", "91.03.01.1001", "64.01.01.1001"))
        .Sample((a, b, village) => Covered(a.And(b), village) == (Covered(a, village) && Covered(b, village)), iter: 5_000);

    [Fact]
    public void What_allows_more_of_anything_is_not_within()
    {
        var narrow = new AgreementTerms(AgreementStatus.Active, "Test", ["a"], ["91.71"], ["housing"], ["PKH"], ["registry.read"], """{"fact":"decile","op":"<=","value":3}""", 5, true,
            new(2026, 1, 2), new(2026, 2, 2));
        AgreementTerms[] wider =
        [
            narrow with { Purposes = ["a", "b"] }, narrow with { Regions = ["91"] }, narrow with { Regions = ["91.71", "64"] }, narrow with { Fields = ["housing", "identity"] },
            narrow with { Programmes = ["PKH", "PIP"] }, narrow with { Scopes = ["registry.read", "lists.read"] }, narrow with { Limit = null },
            narrow with { Limit = """{"fact":"decile","op":"<=","value":4}""" }, narrow with { Budget = 6 }, narrow with { RequiresEndUser = false },
            narrow with { ValidFrom = new(2026, 1, 1) }, narrow with { ValidTo = new(2026, 2, 3) }, narrow with { ValidTo = null },
        ];
        Assert.All(wider, w => Assert.False(w.IsWithin(narrow)));
        Assert.False(narrow.IsWithin(narrow with { Status = AgreementStatus.Suspended }));
        Assert.True((narrow with { Regions = ["91.71.03", "91.71.04"], Status = AgreementStatus.Ended }).IsWithin(narrow));
    }

    private static bool Covered(AgreementTerms terms, string village) =>
        terms.Regions.Any(code => code == "ID" || code == village || village.StartsWith(code + ".", StringComparison.Ordinal));
}
