using Regsosek.Api.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

/// <summary>A family as tests write it: the answers a scorecard asks, and the ages of those present.</summary>
internal sealed record TestFamily
{
    public static readonly DateOnly Day = new(2026, 3, 1);

    public required string Province { get; init; }
    public required IReadOnlyList<int?> Ages { get; init; }
    public FloorMaterial? Floor { get; init; }
    public ToiletFacility? Toilet { get; init; }
    public ClosetType? Closet { get; init; }
    public DomesticFuel? CookingFuel { get; init; }
    public InternetAccess? Internet { get; init; }
    public YesNo? Refrigerator { get; init; }
    public YesNo? Motorcycle { get; init; }

    /// <summary>What tests ask of the family besides.</summary>
    public Action<Household> Also { get; init; } = _ => { };

    /// <summary>What they ask of its members, by their place in the ages.</summary>
    public Action<Person, int> OfMembers { get; init; } = (_, _) => { };

    public static implicit operator ScoringInputs(TestFamily family)
    {
        var household = new Household
        {
            Source = "test",
            SourceId = "1",
            ProvinceCode = family.Province,
            RegencyCode = $"{family.Province}.71",
            DistrictCode = $"{family.Province}.71.01",
            VillageCode = $"{family.Province}.71.01.1001",
            Floor = family.Floor,
            Toilet = family.Toilet,
            Closet = family.Closet,
            CookingFuel = family.CookingFuel,
            Internet = family.Internet,
            HasRefrigerator = family.Refrigerator,
            HasMotorcycle = family.Motorcycle,
        };
        family.Also(household);
        return InMemory.Of(household, family.Ages.Select((age, i) => Member(family, age, i)), Day);
    }

    private static Person Member(TestFamily family, int? age, int i)
    {
        var person = new Person { Source = "test", Presence = MemberPresence.WithFamily, BirthDate = age is { } years ? Day.AddYears(-years) : null };
        family.OfMembers(person, i);
        return person;
    }
}

/// <summary>The six families whose scores the source of the model gives.</summary>
internal static class Families
{
    public static readonly int?[] Couple = [34, 31];
    public static readonly int?[] FourWithOneOfEach = [34, 31, 7, 3];
    public static readonly int?[] SixWithPairs = [34, 31, 9, 7, 3, 1];
    public static readonly int?[] SixWithInfants = [60, 34, 31, 7, 3, 1];
    public static readonly int?[] SixWithPupils = [60, 34, 31, 9, 7, 3];

    public static TestFamily Named(string id) => id switch
    {
        "V1" => Poorest,
        "V2" => new()
        {
            Province = "91",
            Ages = FourWithOneOfEach,
            Internet = InternetAccess.None,
            Refrigerator = YesNo.No,
            Motorcycle = YesNo.Yes,
            Floor = FloorMaterial.CementBrick,
            Toilet = ToiletFacility.OwnFamily,
            Closet = ClosetType.WaterSealed,
            CookingFuel = DomesticFuel.Kerosene,
        },
        "V3" => BestOff,
        "V4" => new()
        {
            Province = "35",
            Ages = SixWithInfants,
            Internet = InternetAccess.None,
            Refrigerator = YesNo.No,
            Motorcycle = YesNo.No,
            Floor = FloorMaterial.Earth,
            Toilet = ToiletFacility.OwnFamily,
            Closet = ClosetType.Pit,
            CookingFuel = DomesticFuel.Firewood,
        },
        "V5" => BestOff with { Province = "91", Ages = FourWithOneOfEach },
        "V6" => new()
        {
            Province = "91",
            Ages = SixWithPupils,
            Internet = InternetAccess.None,
            Refrigerator = YesNo.No,
            Motorcycle = YesNo.No,
            Floor = FloorMaterial.WoodBoard,
            Toilet = ToiletFacility.Shared,
            Closet = ClosetType.Pit,
            CookingFuel = DomesticFuel.Firewood,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };

    // "Do not know" about the internet is not an answer of form K: the question is left open.
    public static readonly TestFamily Poorest = new()
    {
        Province = "91",
        Ages = SixWithPairs,
        Refrigerator = YesNo.No,
        Motorcycle = YesNo.No,
        Floor = FloorMaterial.Bamboo,
        Toilet = ToiletFacility.None,
        CookingFuel = DomesticFuel.Firewood,
    };

    public static readonly TestFamily BestOff = new()
    {
        Province = "31",
        Ages = Couple,
        Internet = InternetAccess.MobilePhone,
        Refrigerator = YesNo.Yes,
        Motorcycle = YesNo.Yes,
        Floor = FloorMaterial.Ceramic,
        Toilet = ToiletFacility.OwnFamily,
        Closet = ClosetType.WaterSealed,
        CookingFuel = DomesticFuel.Lpg3Kg,
    };
}
