using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// 502 to 506. Nothing electric without current (E24), a cylinder goes with the fuel (E25), a smartphone with the internet (W04).
internal static class Belongings
{
    public static void Furnish(FamilyDraft family, Chance chance)
    {
        var means = family.Welfare;
        var current = family.Lighting != LightingSource.NoElectricity;
        family.HasGasCylinder = Code.YesIf(family.CookingFuel is DomesticFuel.Lpg5Kg or DomesticFuel.Lpg12Kg);
        family.HasRefrigerator = Owns((1.6 * means) + 0.1, current);
        family.HasAirConditioner = Owns((1.4 * means) - 2.4, current);
        family.HasWaterHeater = Owns((1.2 * means) - 4, current);
        family.HasTelephone = Owns(means - 4);
        family.HasTelevision = Owns((1.4 * means) - 0.5, current);
        family.HasGold = Owns((1.2 * means) - 1.6);
        family.HasComputer = Owns((1.2 * means) + (0.5 * family.Learning) - 1.5, current);
        family.HasMotorcycle = Owns((1.5 * means) + 0.45);
        family.HasBicycle = Owns((0.4 * means) - 1);
        family.HasCar = Owns((1.3 * means) - 2.6);
        family.HasSmartphone = Owns((1.4 * means) + (0.3 * family.Learning) + 1.5 - (Math.Max(0, family.Head.Age - 60) / 15.0));
        family.HasOtherLand = Owns((0.6 * means) + (family.Village.IsUrban ? -1.6 : -0.4));
        family.HasOtherHouse = Owns((0.9 * means) - 2.6);
        Boats(family, chance);
        Stock(family, chance);
        Connect(family, chance);

        YesNo Owns(double towards, bool possible = true) => Code.YesIf(possible && chance.Leans(towards));
    }

    private static void Boats(FamilyDraft family, Chance chance)
    {
        var fishes = family.Members.Exists(member => member.Sector == SectorOfWork.Fishery);
        var motor = fishes && chance.Leans(family.Welfare);
        family.HasMotorBoat = Code.YesIf(motor);
        family.HasBoat = Code.YesIf(!motor && (fishes || family.Village.IsFishing) && chance.Happens(fishes ? 0.8 : 0.25));
    }

    private static void Stock(FamilyDraft family, Chance chance)
    {
        var farms = family.Members.Exists(member => member.Farms);
        family.Cattle = Herd(farms ? 0.08 : 0.004, 5);
        family.Buffaloes = Herd(farms && !family.Village.IsPapua ? 0.01 : 0, 3);
        family.Horses = Herd(farms ? 0.002 : 0, 2);
        family.Pigs = Herd(!family.IsPapuan ? 0 : farms ? 0.35 : 0.05, 6);
        family.Goats = Herd(!family.IsPapuan && farms ? 0.14 : 0.004, 6);

        short Herd(double share, int most) => (short)(chance.Happens(share) ? chance.Between(1, most) : 0);
    }

    private static void Connect(FamilyDraft family, Chance chance)
    {
        var isOnline = family.HasSmartphone == YesNo.Yes || chance.Happens(0.06);
        family.Internet = !isOnline ? InternetAccess.None
            : chance.Leans((1.2 * family.Welfare) - 2.6) ? InternetAccess.Subscription
            : chance.Leans(family.Welfare - 2) ? InternetAccess.Wifi : InternetAccess.MobilePhone;
        var banks = chance.Leans((1.1 * family.Welfare) + 0.5);
        var trades = family.Members.Exists(member => member.OwnsBusiness == YesNo.Yes) && chance.Leans(family.Welfare - 0.5);
        family.ActiveAccount = (banks, trades) switch
        {
            (true, true) => AccountUse.Both,
            (true, false) => AccountUse.Personal,
            (false, true) => AccountUse.Business,
            _ => AccountUse.None,
        };
    }
}
