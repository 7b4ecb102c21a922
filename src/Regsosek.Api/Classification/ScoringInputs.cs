using System.Linq.Expressions;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification;

/// <summary>What a scoring model may read of one family: its raw answers on form K and the ages of those present. Null is unknown.</summary>
public sealed record ScoringInputs
{
    /// <summary>The dependency ratio of a family in which nobody is of working age: above any that can be computed.</summary>
    public const double NobodyOfWorkingAge = 1_000;

    /// <summary>Province in the coding of the Ministry of Home Affairs.</summary>
    public required string Province { get; init; }

    /// <summary>One age in completed years for each member present (404 = 1 or 5); null where the birth date is unknown or yet to come.</summary>
    public required IReadOnlyList<int?> Ages { get; init; }

    public FloorMaterial? Floor { get; init; }
    public ToiletFacility? Toilet { get; init; }
    public ClosetType? Closet { get; init; }
    public DomesticFuel? CookingFuel { get; init; }
    public InternetAccess? Internet { get; init; }
    public YesNo? Refrigerator { get; init; }
    public YesNo? Motorcycle { get; init; }

    /// <summary>Persons under 15 or of 65 and over for each one between; an unknown age counts as working age.</summary>
    public double DependencyRatio
    {
        get
        {
            var dependants = Ages.Count(age => age is < 15 or >= 65);
            return dependants == Ages.Count ? NobodyOfWorkingAge : (double)dependants / (Ages.Count - dependants);
        }
    }

    /// <summary>What ranking reads of a family, and no column besides.</summary>
    internal static readonly Expression<Func<Household, Household>> Columns = h => new Household
    {
        Key = h.Key,
        Source = "",
        SourceId = h.SourceId,
        ProvinceCode = h.ProvinceCode,
        RegencyCode = "",
        DistrictCode = "",
        VillageCode = "",
        Floor = h.Floor,
        Toilet = h.Toilet,
        Closet = h.Closet,
        CookingFuel = h.CookingFuel,
        Internet = h.Internet,
        HasRefrigerator = h.HasRefrigerator,
        HasMotorcycle = h.HasMotorcycle,
    };

    public static ScoringInputs Of(HouseholdRecord household, IReadOnlyList<PersonRecord> members, DateOnly on) =>
        Of(household, [.. members.Where(member => member.IsPresent).Select(member => Regsosek.Data.Households.Ages.On(on, member.BirthDate))]);

    /// <param name="ages">Of the members present.</param>
    public static ScoringInputs Of(HouseholdRecord household, IReadOnlyList<int?> ages) => new()
    {
        Province = household.ProvinceCode,
        Ages = ages,
        Floor = household.Floor,
        Toilet = household.Toilet,
        Closet = household.Closet,
        CookingFuel = household.CookingFuel,
        Internet = household.Internet,
        Refrigerator = household.HasRefrigerator,
        Motorcycle = household.HasMotorcycle,
    };

    /// <summary>How to read a variable that a model names by its number on form K; null when scoring cannot read it.</summary>
    internal static Func<ScoringInputs, int?>? Reader(string variable) => variable switch
    {
        "303" => inputs => (int?)inputs.Floor,
        "308" => inputs => (int?)inputs.CookingFuel,
        "309a" => inputs => (int?)inputs.Toilet,
        "309b" => inputs => (int?)inputs.Closet,
        "502b" => inputs => (int?)inputs.Refrigerator,
        "502i" => inputs => (int?)inputs.Motorcycle,
        "505" => inputs => (int?)inputs.Internet,
        _ => null,
    };
}
