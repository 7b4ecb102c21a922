using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// 501: who received what in the twelve months before the month of the visit. Aid finds the poor only roughly, as it does outside.
internal static class Aid
{
    public static void Grant(FamilyDraft family, Chance chance)
    {
        var means = family.Welfare + (0.3 * chance.Normal());
        var hasDependants = family.Members.Exists(member => member.AtSchool || member.Age is < 6 or >= 60);
        var tillsLand = family.Members.Exists(member => member.Sector <= SectorOfWork.Plantation);
        var cheapCurrent = family.MeterPower1 == MeterPower.Watt450 || (family.MeterPower1 == MeterPower.Watt900 && chance.Leans(-1.2 - means));
        var sembako = chance.Leans(-0.9 - (1.5 * means));
        var pkh = hasDependants && chance.Leans(-1.3 - (1.5 * means));

        (family.ReceivedSembako, family.ReceivedSembakoMonth, family.ReceivedSembakoYear) = Receipt(sembako, 3);
        (family.ReceivedPkh, family.ReceivedPkhMonth, family.ReceivedPkhYear) = Receipt(pkh, 3);
        (family.ReceivedBltDesa, family.ReceivedBltDesaMonth, family.ReceivedBltDesaYear) =
            Receipt(!family.Village.IsUrban && !pkh && chance.Leans(-1 - (1.3 * means)), 3);
        (family.ReceivedElectricity, family.ReceivedElectricityMonth, family.ReceivedElectricityYear) = Receipt(cheapCurrent, 1);
        (family.ReceivedLocalAid, family.ReceivedLocalAidMonth, family.ReceivedLocalAidYear) = Receipt(chance.Leans(-2.4 - means), 12);
        (family.ReceivedFertilizer, family.ReceivedFertilizerMonth, family.ReceivedFertilizerYear) =
            Receipt(tillsLand && chance.Happens(0.22), 12);
        (family.ReceivedLpg, family.ReceivedLpgMonth, family.ReceivedLpgYear) =
            Receipt(family.CookingFuel == DomesticFuel.Lpg3Kg && chance.Happens(0.9), 1);

        // Both are paid through an account of their own (W01).
        if ((sembako || pkh) && family.ActiveAccount == AccountUse.None && chance.Happens(0.9)) family.ActiveAccount = AccountUse.Personal;

        (YesNo, short?, short?) Receipt(bool received, int monthsBack)
        {
            if (!received) return (YesNo.No, null, null);
            var last = family.Visit.AddMonths(-chance.Between(1, monthsBack));
            return (YesNo.Yes, (short)last.Month, (short)last.Year);
        }
    }
}
