using Regsosek.Api.Rules;

namespace Regsosek.Tests.Rules;

public sealed class Ages
{
    [Theory]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-02-29", "2028-02-28", 19)]
    [InlineData("2008-02-29", "2028-02-29", 20)]
    [InlineData("2010-02-28", "2028-02-29", 18)]
    [InlineData("2010-03-01", "2028-02-29", 17)]
    [InlineData("2026-11-24", "2026-11-24", 0)]
    public void Are_completed_years_and_leap_days_wait_for_march(string born, string on, int age)
    {
        var family = Families.Family().With(("birthDate", Date(born)));
        Kleene Ask(string op, int value) =>
            Families.Rule($$"""{ "fact": "age", "op": "{{op}}", "value": {{value}} }""", Unit.Person).Decide(family, family.Members[0], Date(on));
        Assert.Equal(Kleene.True, Ask("=", age));
        Assert.Equal(Kleene.True, Ask(">=", age));
        Assert.Equal(Kleene.False, Ask(">=", age + 1));
        Assert.Equal(Kleene.True, Ask("<", age + 1));
    }

    [Fact]
    public void Are_unknown_before_birth() =>
        Assert.Equal(Kleene.Unknown, Families.Family().With(("birthDate", Families.Today.AddDays(1))).Ask("""{ "fact": "age", "op": "<=", "value": 6 }"""));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
