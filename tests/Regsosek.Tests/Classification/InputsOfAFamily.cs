using Regsosek.Api.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

public sealed class InputsOfAFamily
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void Count_only_members_with_the_family_and_new_ones()
    {
        var members = Enumerable.Range(1, 6).Select(presence => Member(presence, new(1990, 1, 1))).Append(Member(null, new(1990, 1, 1))).ToList();

        Assert.Equal(2, Of(members).Ages.Count);
    }

    [Theory]
    [InlineData("2026-03-01", 0), InlineData("2020-03-01", 6), InlineData("2020-03-02", 5)]
    [InlineData("2020-02-29", 6), InlineData("1926-02-28", 100)]
    public void Take_ages_in_completed_years(string born, int age) =>
        Assert.Equal([age], Of([Member(1, DateOnly.ParseExact(born, "yyyy-MM-dd"))]).Ages);

    [Fact]
    public void Do_not_guess_an_age() => Assert.Equal([null, null], Of([Member(1, null), Member(5, Day.AddDays(1))]).Ages);

    [Fact]
    public void Carry_the_answers_as_they_are()
    {
        var inputs = Of([]);

        Assert.Equal("91", inputs.Province);
        Assert.Equal((FloorMaterial.Earth, ToiletFacility.OwnFamily, ClosetType.Pit), (inputs.Floor, inputs.Toilet, inputs.Closet));
        Assert.Equal((DomesticFuel.Firewood, InternetAccess.None), (inputs.CookingFuel, inputs.Internet));
        Assert.Equal((YesNo.No, YesNo.Yes), (inputs.Refrigerator, inputs.Motorcycle));
    }

    [Theory]
    [InlineData(0, 0.0, 15, 64), InlineData(1, 0.5, 14, 15, 64), InlineData(2, 2.0, 65, 0, 40)]
    public void Weigh_the_young_and_the_old_against_those_of_working_age(int dependants, double ratio, params int[] ages)
    {
        var inputs = Families.BestOff with { Ages = [.. ages.Select(age => (int?)age)] };

        Assert.Equal(ratio, inputs.DependencyRatio);
        Assert.Equal((double)dependants / (ages.Length + 1 - dependants), (inputs with { Ages = [.. inputs.Ages, null] }).DependencyRatio);
    }

    [Fact]
    public void Put_a_family_with_nobody_of_working_age_above_any_other() =>
        Assert.Equal(ScoringInputs.NobodyOfWorkingAge, (Families.BestOff with { Ages = [70] }).DependencyRatio);

    private static ScoringInputs Of(IReadOnlyList<Person> members) => ScoringInputs.Of(
        new Household
        {
            Source = "field",
            SourceId = "1",
            ProvinceCode = "91",
            RegencyCode = "91.71",
            DistrictCode = "91.71.01",
            VillageCode = "91.71.01.1001",
            Floor = FloorMaterial.Earth,
            Toilet = ToiletFacility.OwnFamily,
            Closet = ClosetType.Pit,
            CookingFuel = DomesticFuel.Firewood,
            Internet = InternetAccess.None,
            HasRefrigerator = YesNo.No,
            HasMotorcycle = YesNo.Yes,
        },
        members,
        Day);

    private static Person Member(int? presence, DateOnly? born) => new() { Source = "field", Presence = (MemberPresence?)presence, BirthDate = born };
}
