using System.Text.Json;
using static Regsosek.Tests.Seeding.Seeded;

namespace Regsosek.Tests.Seeding;

/// <summary>The hard rules of the form, by the numbers of the domain brief.</summary>
public sealed class SeededAnswers
{
    // May be missing: the two numbers of people and families without one. Named apart: place and birth date.
    private static readonly string[] Apart = ["114", "403", "406", "101-104"];

    [Fact]
    public void Are_given_by_those_who_are_asked_and_nobody_else_and_only_from_the_list() // E04 to E09, E12 to E22, E26
    {
        foreach (var family in Families)
        {
            Check(family, "family");
            foreach (var member in family.Members()) Check(member, "person");
        }
    }

    [Fact]
    public void Agree_about_the_people() => Assert.All(Families, family => // E02, E10, E11, E33, E34, E38, E39
    {
        var members = family.Members().ToList();
        var head = members[0];
        Assert.Equal(Enumerable.Range(1, members.Count), members.Select(member => member.Number("r401")!.Value));
        Assert.Equal(members.Count, family.Number("r112"));
        Assert.All(members, member => Assert.Contains(member.Number("r404"), new int?[] { 1, 5 }));
        Assert.Equal(1, head.Number("r409"));
        Assert.Single(members, member => member.Number("r409") == 1);
        Assert.Equal(family.Text("r108"), head.Text("r402"));
        Assert.All(members, member => Assert.Matches("^[A-Za-z ]+$", member.Text("r402")!));
        foreach (var spouse in members.Where(member => member.Number("r409") == 2))
            Assert.Equal((2, 2, 3), (head.Number("r408"), spouse.Number("r408"), head.Number("r405") + spouse.Number("r405")));
        Assert.True(members.Count(member => member.Number("r409") == 2) <= 1);
        Assert.All(members.Where(member => member.Number("r409") == 3), child => Assert.True(head.Number("r407") - child.Number("r407") >= 10));
        Assert.All(members.Where(member => member.Number("r409") == 6), parent => Assert.True(parent.Number("r407") > head.Number("r407")));
    });

    [Fact]
    public void Agree_within_a_person() => Assert.All(Families, family => Assert.All(family.Members(), member => // E22, E30, E35 to E37
    {
        var (born, age, visit) = (member.Born(), member.Number("r407")!.Value, family.Day("r201"));
        Assert.True(born.AddYears(age) <= visit && visit < born.AddYears(age + 1));
        Assert.True(age >= 10 || (member.Number("r408") == 1 && member.Number("r416a") != 1));
        var papers = member.Number("r411")!.Value;
        Assert.False((papers & 6) == 6);
        Assert.True((papers & 4) == 0 || age >= 17 || member.Number("r408") != 1);
        Assert.True((papers & 2) == 0 || age < 17);
        Assert.True(member.Number("r413") is not { } level || level >= member.Number("r415") % 23);
        Assert.True(member.Number("r422") is null or 0 || member.Number("r418") == 3);
    }));

    [Fact]
    public void Agree_about_belongings_and_aid() => Assert.All(Families, family => // E23 to E25
    {
        var electric = new[] { "r502b", "r502c", "r502d", "r502f", "r502h" };
        Assert.True(family.Number("r307a") != 4 || electric.All(question => family.Number(question) == 2));
        Assert.Equal(family.Number("r308") is 2 or 3, family.Number("r502a") == 1);
        var month = Months(family.Day("r201"));
        foreach (var programme in "abcdefg".Select(letter => $"r501{letter}").Where(programme => family.Number(programme) == 1))
            Assert.InRange((family.Number(programme + "_thn")!.Value * 12) + family.Number(programme + "_bln")!.Value, month - 12, month - 1);
    });

    private static int Months(DateOnly day) => (day.Year * 12) + day.Month;

    private static void Check(JsonElement row, string unit)
    {
        foreach (var variable in Questionnaire.Variables.Where(variable => variable.Unit == unit && !Apart.Contains(variable.Q)))
        {
            var asked = variable.Asks(question => row.Number("r" + question));
            var answered = row.TryGetProperty(variable.Form, out var answer);
            Assert.True(answered ? asked : !asked || variable.Optional, $"{variable.Q} is {(asked ? "empty" : "answered")} in {row}");
            if (answered && answer.ValueKind == JsonValueKind.Number) Assert.True(variable.Allows(answer.GetInt32()), $"{variable.Q} = {answer}");
        }
    }
}
