using Regsosek.Api.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

/// <summary>The six families whose scores the source of the model gives.</summary>
internal static class Families
{
    public static readonly int?[] Couple = [34, 31];
    public static readonly int?[] FourWithOneOfEach = [34, 31, 7, 3];
    public static readonly int?[] SixWithPairs = [34, 31, 9, 7, 3, 1];
    public static readonly int?[] SixWithInfants = [60, 34, 31, 7, 3, 1];
    public static readonly int?[] SixWithPupils = [60, 34, 31, 9, 7, 3];

    public static ScoringInputs Named(string id) => id switch
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
    public static readonly ScoringInputs Poorest = new()
    {
        Province = "91",
        Ages = SixWithPairs,
        Refrigerator = YesNo.No,
        Motorcycle = YesNo.No,
        Floor = FloorMaterial.Bamboo,
        Toilet = ToiletFacility.None,
        CookingFuel = DomesticFuel.Firewood,
    };

    public static readonly ScoringInputs BestOff = new()
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
