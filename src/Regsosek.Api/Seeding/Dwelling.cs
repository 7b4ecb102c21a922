using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// 303 to 310. The materials of a house rise together with the means of the family, in the village from another start than in town.
internal static class Dwelling
{
    private static readonly Odds<PitDistance> Pits = new((PitDistance.From10Metres, 66), (PitDistance.Under10Metres, 30), (PitDistance.Unknown, 4));

    private static readonly Ladder<MeterPower> Powers = new(MeterPower.Over2200Watt,
        (MeterPower.Watt450, -0.5), (MeterPower.Watt900, 0.55), (MeterPower.Watt1300, 1.4), (MeterPower.Watt2200, 2.3));

    public static void Furnish(FamilyDraft family, Chance chance)
    {
        var building = family.Door.Building;
        var quality = (0.95 * family.Welfare) + (0.35 * chance.Normal());
        if (building.First is { } neighbour) Share(family, neighbour);
        else Build(family, quality, chance);
        building.First ??= family;
        if (family.Lighting == LightingSource.PlnMetered) Meter(family, quality, chance);
        family.CookingFuel = building.IsBoardingHouse && chance.Happens(0.35) ? DomesticFuel.NoCooking
            : chance.Happens(0.008) ? DomesticFuel.Charcoal
            : Materials.Fuel(family.Village).At(quality + (0.4 * chance.Normal()));
    }

    private static void Build(FamilyDraft family, double quality, Chance chance)
    {
        var style = Materials.Of(family.Village);
        family.Floor = style.Floor.At(Near());
        family.Wall = style.Wall.At(Near());
        family.Roof = Materials.Roof(family.Village).At(Near());
        family.DrinkingWater = style.Water.At(Near());
        family.Lighting = style.Light.At(Near());
        family.Toilet = family.Door.Building.IsBoardingHouse ? ToiletFacility.Shared : style.Toilet.At(Near());
        Drain(family, style, Near());
        if (family.DrinkingWater is >= WaterSource.BorePump and <= WaterSource.UnprotectedSpring) family.WastePitDistance = Pits.Draw(chance);

        double Near() => quality + (0.45 * chance.Normal());
    }

    private static void Drain(FamilyDraft family, Materials style, double height)
    {
        if (family.Toilet is not (ToiletFacility.OwnFamily or ToiletFacility.Shared or ToiletFacility.Communal)) return;
        family.Closet = style.Closet.At(height);
        family.WasteDisposal = family.Village.IsFishing && height < 0.6 ? SewageOutlet.WaterBody
            : family.Closet == ClosetType.Pit ? SewageOutlet.EarthPit
            : style.Sewage.At(height);
    }

    private static void Share(FamilyDraft family, FamilyDraft neighbour)
    {
        (family.Floor, family.Wall, family.Roof) = (neighbour.Floor, neighbour.Wall, neighbour.Roof);
        (family.DrinkingWater, family.WastePitDistance, family.Lighting) = (neighbour.DrinkingWater, neighbour.WastePitDistance, neighbour.Lighting);
        (family.Toilet, family.Closet, family.WasteDisposal) = (neighbour.Toilet, neighbour.Closet, neighbour.WasteDisposal);
    }

    private static void Meter(FamilyDraft family, double quality, Chance chance)
    {
        family.MeterPower1 = family.Door.Building.IsBoardingHouse ? MeterPower.Watt900 : Powers.At(quality + (0.3 * chance.Normal()));
        if (quality > 1.5 && chance.Happens(0.08)) family.MeterPower2 = MeterPower.Watt900;
    }
}
