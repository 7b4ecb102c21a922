using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// 301 and 302: whose house it is, by which paper (E04), and how large.
internal static class Tenure
{
    private static readonly Ladder<LandTitle> Titles = new(LandTitle.FreeholdOfMember,
        (LandTitle.None, -0.9), (LandTitle.OtherLetter, 0.0), (LandTitle.FreeholdOfOther, 0.15),
        (LandTitle.FreeholdOfOtherAgreed, 0.3), (LandTitle.OtherCertificate, 0.5));

    public static void Settle(FamilyDraft family, Chance chance)
    {
        family.Tenure = Hold(family, chance);
        if (family.Tenure == DwellingTenure.Owned)
            family.LandProof = Titles.At(family.Welfare + (family.Village.IsUrban ? 0.5 : -0.3) + (0.7 * chance.Normal()));
        family.FloorArea = (short)Math.Clamp(Area(family, chance) + chance.Between(0, 8), 9, 400);
    }

    private static DwellingTenure Hold(FamilyDraft family, Chance chance)
    {
        var town = family.Village.IsUrban;
        if (family.Door.Building.IsBoardingHouse) return DwellingTenure.Rented;
        if (family.Has(EmploymentStatus.StateEmployee) && chance.Happens(0.12)) return DwellingTenure.Official;
        if (chance.Leans((town ? 0.1 : 1.6) + ((family.Head.Age - 35) / 18.0))) return DwellingTenure.Owned;
        if (chance.Happens(town ? 0.7 : 0.15)) return DwellingTenure.Rented;
        return chance.Happens(0.02) ? DwellingTenure.Other : DwellingTenure.RentFree;
    }

    private static int Area(FamilyDraft family, Chance chance) => family.Door.Building.IsBoardingHouse
        ? 9 + (4 * family.Members.Count)
        : 34 + (4 * family.Members.Count) + (int)(20 * (family.Welfare + (0.5 * chance.Normal())));
}
