using Regsosek.Api.Programmes;
using Regsosek.Tests.Rules;

namespace Regsosek.Tests.Programmes;

public sealed class PkhComponents
{
    private static readonly ProgrammeVersion Pkh =
        ProgrammeCatalogue.Load(Path.Combine(Families.Schema, "programmes"), Families.Catalogue).InForce("PKH", Families.Today)!;

    [Theory]
    [InlineData("pregnant", 3_000_000, "age", 25, "pregnant", 1)]
    [InlineData("young-child", 3_000_000, "age", 6, "schoolParticipation", 1)]
    [InlineData("primary", 900_000, "schoolParticipation", 2, "schoolLevel", 3)]
    [InlineData("junior-secondary", 1_500_000, "schoolParticipation", 2, "schoolLevel", 9)]
    [InlineData("senior-secondary", 2_000_000, "schoolParticipation", 2, "schoolLevel", 15)]
    [InlineData("elderly", 2_400_000, "age", 60, "sex", 1)]
    [InlineData("severe-disability", 2_400_000, "age", 40, "selfCare", 1)]
    public void Have_the_amounts_of_2025(string code, int amount, string fact, int value, string also, int alsoValue)
    {
        var benefit = Decide(("age", 12), (fact, value), (also, alsoValue)).Benefit!;
        var component = Assert.Single(benefit.Components);
        Assert.Equal((code, amount, amount / 4), (component.Code, (int)component.Amounts[0].Value, (int)component.Amounts[1].Value));
        Assert.Equal(true, component.Paid);
    }

    [Fact]
    public void Name_what_only_another_register_knows() => Assert.Contains("victim", Decide(("age", 3)).Benefit!.Undecided);

    [Fact]
    public void Are_paid_once_a_person_and_four_a_family_the_highest_first()
    {
        var family = Families.Family(("decile", 1)).With(("age", 6), ("schoolParticipation", 2), ("schoolLevel", 3));
        for (var i = 0; i < 3; i++) family.With(("age", 70), ("worked", 2));
        family.With(("age", 2)).With(("presence", 3), ("age", 1));
        var components = Entitlement.Of(Pkh.Benefit, family, null, Families.Today).Components;

        Assert.Equal(
            ["young-child True", "young-child True", "elderly True", "elderly True", "elderly False", "primary False"],
            components.Select(c => $"{c.Code} {c.Paid}"));
        Assert.False(Pkh.Benefit.PerFamily!.Verified);
    }

    private static Verdict Decide(params (string, object?)[] answers) =>
        Eligibility.Decide(Pkh, Families.Family(("decile", 1)).With([("worked", 2), .. answers]), null, Families.Today);
}
