using Regsosek.Data.Households;
using static Regsosek.Data.Households.ClosetType;
using static Regsosek.Data.Households.DomesticFuel;
using static Regsosek.Data.Households.FloorMaterial;
using static Regsosek.Data.Households.LightingSource;
using static Regsosek.Data.Households.RoofMaterial;
using static Regsosek.Data.Households.SewageOutlet;
using static Regsosek.Data.Households.ToiletFacility;
using static Regsosek.Data.Households.WallMaterial;
using static Regsosek.Data.Households.WaterSource;

namespace Regsosek.Api.Seeding;

// Which material stands at which means: the numbers are welfare (about 0 with deviation 1), read from the poorest up.
internal sealed record Materials(
    Ladder<FloorMaterial> Floor, Ladder<WallMaterial> Wall, Ladder<WaterSource> Water, Ladder<LightingSource> Light,
    Ladder<ToiletFacility> Toilet, Ladder<ClosetType> Closet, Ladder<SewageOutlet> Sewage)
{
    private static readonly Materials Town = new(
        new(MarbleGranite, (Earth, -2.1), (WoodBoard, -1.35), (CementBrick, -0.2), (TileTerrazzo, 0.05), (ParquetVinylCarpet, 0.15), (Ceramic, 2.2)),
        new(Masonry, (WallMaterial.Other, -2.4), (WoodGypsumBoard, -0.75), (PlasteredBambooWire, -0.65)),
        new(Bottled, (UnprotectedWell, -1.9), (ProtectedWell, -1.3), (BorePump, -0.6), (Piped, 0.1), (Refilled, 2.1)),
        new(PlnMetered, (NoElectricity, -2.8), (PlnUnmetered, -1.2)),
        new(OwnFamily, (ToiletFacility.None, -2.1), (Public, -1.85), (Communal, -1.6), (Shared, -0.9)),
        new(WaterSealed, (Pit, -1.5), (SlopedWithoutLid, -1.35), (SlopedWithLid, -1.0)),
        new(SepticTank, (WaterBody, -1.5), (EarthPit, -0.9)));

    private static readonly Materials Country = new(
        new(MarbleGranite, (Earth, -1.35), (FloorMaterial.Bamboo, -1.2), (WoodBoard, -0.3), (CementBrick, 0.55),
            (TileTerrazzo, 0.75), (Ceramic, 2.6)),
        new(Masonry, (Logs, -2.2), (WallMaterial.Bamboo, -2.0), (WovenBamboo, -1.6), (WoodGypsumBoard, 0.0), (PlasteredBambooWire, 0.1)),
        new(Refilled, (SurfaceWater, -2.0), (UnprotectedSpring, -1.6), (UnprotectedWell, -1.1), (Rainwater, -0.8), (ProtectedSpring, -0.3),
            (ProtectedWell, 0.3), (Piped, 0.7), (BorePump, 1.1)),
        new(PlnMetered, (NoElectricity, -1.8), (OtherElectricity, -1.5), (PlnUnmetered, -0.7)),
        new(OwnFamily, (ToiletFacility.None, -1.35), (Unused, -1.3), (Public, -1.1), (Communal, -0.85), (Shared, -0.4)),
        new(WaterSealed, (Pit, -0.7), (SlopedWithoutLid, -0.55), (SlopedWithLid, -0.35)),
        new(SepticTank, (OpenLand, -1.3), (WaterBody, -0.8), (EarthPit, 0.0)));

    private static readonly Ladder<RoofMaterial> TileRoofs = new(Concrete, (Asbestos, -0.9), (Zinc, -0.6), (RoofTile, 2.6));
    private static readonly Ladder<RoofMaterial> ZincRoofs = new(Concrete, (StrawFibreLeaf, -2.1), (Zinc, 2.2), (RoofTile, 2.6));

    // The subsidised 3 kg cylinder is little known in Papua: there kerosene takes its place.
    private static readonly Ladder<DomesticFuel> TownFuels = new(Lpg12Kg, (Firewood, -1.6), (Lpg3Kg, 1.3), (Lpg5Kg, 1.9));
    private static readonly Ladder<DomesticFuel> CountryFuels = new(Lpg12Kg, (Firewood, -0.6), (Lpg3Kg, 1.7), (Lpg5Kg, 2.3));
    private static readonly Ladder<DomesticFuel> PapuaTownFuels = new(Lpg12Kg, (Firewood, -1.1), (Kerosene, 1.1), (Lpg5Kg, 1.7));
    private static readonly Ladder<DomesticFuel> PapuaCountryFuels = new(Lpg12Kg, (Firewood, -0.1), (Kerosene, 1.7), (Lpg5Kg, 2.3));

    public static Materials Of(Village village) => village.IsUrban ? Town : Country;

    public static Ladder<RoofMaterial> Roof(Village village) => village.IsPapua ? ZincRoofs : TileRoofs;

    public static Ladder<DomesticFuel> Fuel(Village village) => (village.IsPapua, village.IsUrban) switch
    {
        (true, true) => PapuaTownFuels,
        (true, false) => PapuaCountryFuels,
        (false, true) => TownFuels,
        _ => CountryFuels,
    };
}
