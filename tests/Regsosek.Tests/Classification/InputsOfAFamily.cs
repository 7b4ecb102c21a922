using Regsosek.Api.Classification;
using Regsosek.Api.Reference;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

public sealed class InputsOfAFamily
{
    private static readonly DateOnly Day = TestFamily.Day;

    [Fact]
    public void Count_only_members_with_the_family_and_new_ones()
    {
        var members = Enumerable.Range(1, 6).Select(presence => Member(presence, new(1990, 1, 1))).Append(Member(null, new(1990, 1, 1))).ToList();

        Assert.Equal(2, Of(members).Members);
    }

    [Theory]
    [InlineData("2026-03-01", 0), InlineData("2020-03-01", 6), InlineData("2020-03-02", 5)]
    [InlineData("2020-02-29", 6), InlineData("1926-02-28", 100)]
    public void Take_ages_in_completed_years(string born, int age) =>
        Assert.Equal(age, Age(Of([Member(1, DateOnly.ParseExact(born, "yyyy-MM-dd"))]), 0));

    [Fact]
    public void Do_not_guess_an_age()
    {
        var inputs = Of([Member(1, null), Member(5, Day.AddDays(1))]);

        Assert.Equal((ScoringInputs.Unknown, ScoringInputs.Unknown), (Age(inputs, 0), Age(inputs, 1)));
    }

    [Fact]
    public void Carry_the_answers_as_they_are()
    {
        var inputs = Of([]);

        Assert.Equal(("91", "91.71"), (inputs.Province, inputs.Regency));
        Assert.Equal([8, 1, 4, 10, 0, 2, 1], new[] { "303", "309a", "309b", "308", "505", "502b", "502i" }.Select(q => (int)inputs.Family(Place(q))));
        Assert.Equal(ScoringInputs.Unknown, inputs.Family(Place("304")));
    }

    [Fact]
    public void Leave_unread_what_a_model_does_not_ask()
    {
        var household = Household();

        var inputs = InMemory.Of(household, [Member(1, new(1990, 1, 1))], Day, [FormVariables.Find("303")!]);

        Assert.Equal((8, ScoringInputs.Unknown, ScoringInputs.Unknown), (inputs.Family(Place("303")), inputs.Family(Place("308")), Age(inputs, 0)));
    }

    /// <summary>Every question is read from the column that the dictionary gives it, and none of it twice.</summary>
    [Fact]
    public void Are_read_from_the_columns_of_the_dictionary()
    {
        var dictionary = DataDictionary.Load(Published.PathOf());
        Assert.True(FormVariables.All.Count > 50);
        Assert.Distinct(FormVariables.All.Select(v => v.Number));
        foreach (var variable in FormVariables.All.Where(v => v != FormVariables.Age))
        {
            var asked = dictionary.Variables.Single(v => v.Q == variable.Number);
            Assert.Equal(asked.Name, variable.Column, ignoreCase: true);
            Assert.Equal(asked.Unit == "person" ? Unit.Person : Unit.Family, variable.Unit);
            Assert.Equal(1, Answered(variable));
        }
    }

    /// <summary>What the variable reads when its column, and no other, holds the value 1.</summary>
    private static int Answered(FormVariable variable)
    {
        var (household, member) = (new Household { Source = "", SourceId = "", ProvinceCode = "91", RegencyCode = "", DistrictCode = "", VillageCode = "" }, Member(1, null));
        object row = variable.Unit == Unit.Family ? household : member;
        var property = row.GetType().GetProperty(variable.Column)!;
        var type = Nullable.GetUnderlyingType(property.PropertyType)!;
        property.SetValue(row, type.IsEnum ? Enum.ToObject(type, 1) : Convert.ChangeType(1, type, null));
        var inputs = InMemory.Of(household, [member], Day);
        Assert.Equal(1, FormVariables.All.Count(v => Read(v) != ScoringInputs.Unknown));
        return Read(variable);

        short Read(FormVariable v) => v.Unit == Unit.Family ? inputs.Family(v.Place) : inputs.Member(0, v.Place);
    }

    [Theory]
    [InlineData(0, 0.0, 15, 64), InlineData(1, 0.5, 14, 15, 64), InlineData(2, 2.0, 65, 0, 40)]
    public void Weigh_the_young_and_the_old_against_those_of_working_age(int dependants, double ratio, params int[] ages)
    {
        var family = Families.BestOff with { Ages = [.. ages.Select(age => (int?)age)] };

        Assert.Equal(ratio, ((ScoringInputs)family).DependencyRatio);
        Assert.Equal((double)dependants / (ages.Length + 1 - dependants), ((ScoringInputs)(family with { Ages = [.. family.Ages, null] })).DependencyRatio);
    }

    [Fact]
    public void Put_a_family_with_nobody_of_working_age_above_any_other() =>
        Assert.Equal(ScoringInputs.NobodyOfWorkingAge, ((ScoringInputs)(Families.BestOff with { Ages = [70] })).DependencyRatio);

    private static ScoringInputs Of(IReadOnlyList<Person> members) => InMemory.Of(Household(), members, Day);

    private static Household Household() => new()
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
    };

    private static int Place(string number) => FormVariables.Find(number)!.Place;

    private static short Age(ScoringInputs inputs, int member) => inputs.Member(member, FormVariables.Age.Place);

    private static Person Member(int? presence, DateOnly? born) => new() { Source = "field", Presence = (MemberPresence?)presence, BirthDate = born };
}
