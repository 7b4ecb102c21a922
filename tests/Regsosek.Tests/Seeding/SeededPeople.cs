using System.Text.Json;
using static Regsosek.Tests.Seeding.Seeded;

namespace Regsosek.Tests.Seeding;

public sealed class SeededPeople
{
    private static readonly List<JsonElement> People = [.. Families.SelectMany(family => family.Members())];

    [Fact]
    public void Live_in_families_of_the_size_and_age_of_the_country()
    {
        Assert.InRange(People.Count / (double)Families.Count, 3.4, 4.2);
        Assert.InRange(Families.Max(family => family.Members().Count()), 8, 10);
        Assert.InRange(Share(Families, family => family.Members().First().Number("r405") == 2), 0.10, 0.25);
        Assert.InRange(Share(People, member => member.Number("r407") < 15), 0.22, 0.35);
        Assert.InRange(Share(People, member => member.Number("r407") >= 60), 0.06, 0.14);
        Assert.InRange(Share(People, member => member.Number("r405") == 2), 0.48, 0.53);
    }

    [Fact]
    public void Are_poorer_in_the_villages_than_in_town()
    {
        var (town, country) = (Families.Where(family => family.InTown()).ToList(), Families.Where(family => !family.InTown()).ToList());

        Assert.True(Share(town, family => family.Number("r303") <= 2) > 2 * Share(country, family => family.Number("r303") <= 2));
        Assert.True(Share(town, family => family.Number("r309b") == 1) > Share(country, family => family.Number("r309b") == 1) + 0.2);
        Assert.True(Share(country, family => family.Number("r308") == 10) > 0.3);
    }

    [Fact]
    public void Spread_over_the_scorecard()
    {
        var scores = Families.Where(family => family.Text("r101") == "91").Select(Points).Order().ToList();

        Assert.InRange(scores[scores.Count / 20], 10, 45);
        Assert.InRange(scores[scores.Count / 2], 50, 75);
        Assert.InRange(scores[scores.Count * 19 / 20], 78, 84);
        Assert.InRange(scores.GroupBy(score => score).Max(same => same.Count()) / (double)scores.Count, 0, 0.25);
        Assert.InRange(scores.Average(BelowTheLine), 0.07, 0.25);
    }

    [Fact]
    public void Sometimes_do_not_know()
    {
        Assert.InRange(Share(People, member => member.Number("r431a") == 99), 0.005, 0.02);
        Assert.InRange(Share([.. People.Where(member => member.Number("r407") >= 5)], member => member.Number("r431b") == 8), 0.005, 0.02);
    }

    [Fact]
    public void Share_a_building_at_times()
    {
        var buildings = Families.GroupBy(family => (family.Text("kode_wilayah"), family.Text("r105"), family.Number("r109"))).ToList();

        Assert.InRange(buildings.Where(building => building.Count() > 1).Sum(building => building.Count()) / (double)Families.Count, 0.05, 0.3);
        Assert.All(buildings, building => Assert.Single(building.Select(family => family.Number("r303")).Distinct()));
    }

    private static double BelowTheLine(int points) => 1 / (1 + Math.Exp(-(2.10621797 - (0.07606797 * points))));

    // Points of the 2020 scorecard on the national line, in the province that adds none.
    private static int Points(JsonElement family)
    {
        var ages = family.Members().Select(member => member.Number("r407")!.Value).ToList();
        return (ages.Count < 4 ? 14 : ages.Count < 6 ? 8 : 0)
            + (ages.Count(age => age <= 5) <= 1 ? 9 : 0)
            + (ages.Count(age => age is >= 6 and <= 10) <= 1 ? 8 : 0)
            + (family.Number("r505") != 0 ? 11 : 5)
            + (family.Number("r502b") == 1 ? 9 : 0)
            + (family.Number("r502i") == 1 ? 11 : 0)
            + (family.Number("r303") switch { 1 or 2 => 9, 7 or 8 => 0, _ => 6 })
            + (family.Number("r309b") == 1 ? 6 : 0)
            + (family.Number("r308") is 8 or 9 or 10 ? 0 : 7);
    }

    private static double Share(IReadOnlyCollection<JsonElement> rows, Func<JsonElement, bool> of) => rows.Count(of) / (double)rows.Count;
}
