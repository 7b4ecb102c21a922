using Regsosek.Api.Enumeration;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Enumeration;

public sealed class Niks
{
    private static readonly DateOnly Today = new(2022, 11, 20);

    [Theory]
    [InlineData("9171991205800011", true)]
    [InlineData("917199120580001", false)]
    [InlineData("91719912058000111", false)]
    [InlineData("917199120580001x", false)]
    [InlineData("1111111111111111", false)]
    [InlineData("9171991205800000", false)]
    [InlineData("٩١٧١٩٩١٢٠٥٨٠٠٠١١", false)]
    public void Have_sixteen_digits_and_a_serial(string nik, bool has) => Assert.Equal(has, Nik.HasForm(nik));

    [Theory]
    [InlineData(" 917199.120580-0011 ", "9171991205800011")]
    [InlineData("917199 120580 0011", "9171991205800011")]
    [InlineData("9171991205800011", "9171991205800011")]
    public void Are_compared_without_what_stands_between_the_digits(string written, string nik) => Assert.Equal(nik, Nik.Normalise(written));

    [Theory]
    [InlineData("010180", true)]
    [InlineData("410180", true)]
    [InlineData("710180", true)]
    [InlineData("310280", false)]
    [InlineData("320180", false)]
    [InlineData("400180", false)]
    [InlineData("000180", false)]
    [InlineData("720180", false)]
    [InlineData("011380", false)]
    [InlineData("290200", true)] // 2000 was a leap year, 1900 was not
    [InlineData("290201", false)]
    [InlineData("211122", true)] // 1922: tomorrow has not come
    public void Hold_a_day_of_some_century_that_has_come(string birth, bool has) => Assert.Equal(has, Nik.HasDate($"917199{birth}0001", Today));

    [Theory]
    [InlineData("120580", PersonSex.Male, "1980-05-12", true)]
    [InlineData("520580", PersonSex.Female, "1980-05-12", true)]
    [InlineData("120580", PersonSex.Female, "1980-05-12", false)]
    [InlineData("120580", PersonSex.Male, "1980-05-13", false)]
    [InlineData("120580", PersonSex.Male, "1981-05-12", false)]
    [InlineData("120580", null, null, true)]
    [InlineData("120580", PersonSex.Male, null, true)]
    public void Agree_with_sex_and_birth_or_with_what_is_not_known(string part, PersonSex? sex, string? birth, bool agrees) =>
        Assert.Equal(agrees, Nik.Agrees($"917199{part}0001", sex, birth is null ? null : DateOnly.Parse(birth, null)));

    [Theory]
    [InlineData("010115", true)]
    [InlineData("410115", false)] // a card is recorded, not born: no day is shifted
    [InlineData("300215", false)]
    public void A_family_card_holds_the_day_of_recording(string recorded, bool has) => Assert.Equal(has, FamilyCardNumber.HasDate($"917199{recorded}0001", Today));

    [Fact]
    public void Tell_the_district_of_issue_and_a_demonstration()
    {
        Assert.Equal("91.71.03", Nik.District("9171034105900001"));
        Assert.True(Nik.IsDemo("9171991205800011"));
        Assert.False(Nik.IsDemo("9171034105900001"));
    }
}
