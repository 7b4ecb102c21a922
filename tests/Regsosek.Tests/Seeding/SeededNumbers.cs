using System.Text.Json;
using static Regsosek.Tests.Seeding.Seeded;

namespace Regsosek.Tests.Seeding;

public sealed class SeededNumbers
{
    [Fact]
    public void Are_each_given_once()
    {
        var numbers = Of(Request with { Families = 50_000 }, Jayapura).SelectMany(Numbers).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Theory]
    [InlineData("91.71", 2), InlineData("91.71", 15), InlineData("91.71.03", 1), InlineData("91", 1)]
    public void Of_another_run_in_the_same_regency_are_others(string region, int seed)
    {
        var one = Of(Request, Jayapura).SelectMany(Numbers);
        var other = Of(Request with { Region = region, Seed = seed }, [.. Jayapura.Where(seat => seat.Code.StartsWith(region))]).SelectMany(Numbers);

        Assert.Empty(one.Intersect(other));
    }

    [Fact]
    public void Belong_to_a_district_that_does_not_exist() =>
        Assert.All(Families, family =>
        {
            var district = family.Text("r101") + family.Text("r102") + "99";
            Assert.All(Numbers(family), number =>
            {
                Assert.Matches("^[0-9]{16}$", number);
                Assert.StartsWith(district, number);
                Assert.NotEqual("0000", number[12..]);
            });
        });

    [Fact]
    public void Of_people_carry_birth_and_sex() =>
        Assert.All(Families.SelectMany(family => family.Members()).Where(member => member.Text("r403") is not null), member =>
        {
            var day = member.Born().Day + (member.Number("r405") == 2 ? 40 : 0);
            Assert.Equal($"{day:00}{member.Born():MMyy}", member.Text("r403")![6..12]);
        });

    [Fact]
    public void Are_missing_for_some()
    {
        var people = Families.SelectMany(family => family.Members()).ToList();
        var infants = people.Where(member => member.Number("r407") == 0).ToList();

        Assert.InRange(Share(people), 0.03, 0.08);
        Assert.InRange(Share(infants), 0.25, 0.6);
        Assert.InRange(Families.Count(family => family.Text("r114") is null) / (double)Families.Count, 0.01, 0.08);

        static double Share(List<JsonElement> members) => members.Count(member => member.Text("r403") is null) / (double)members.Count;
    }

    private static IEnumerable<string> Numbers(JsonElement family) =>
        family.Members().Select(member => member.Text("r403")).Append(family.Text("r114")).OfType<string>();
}
