using Regsosek.Data.Households;
using static Regsosek.Data.Households.EmploymentStatus;
using static Regsosek.Data.Households.SectorOfWork;

namespace Regsosek.Api.Seeding;

// 416 to 419. Schooling opens offices, the village leaves fields and boats, means make the difference between a shop and a day's hire.
internal static class Livelihood
{
    private static readonly Odds<SectorOfWork> State = new((PublicAdministration, 60), (Education, 28), (HealthSocialWork, 12));
    private static readonly Odds<SectorOfWork> Fields = new(
        (RiceAndSecondaryCrops, 45), (Horticulture, 28), (Plantation, 15), (Livestock, 6), (ForestryOtherAgriculture, 6));
    private static readonly Odds<SectorOfWork> Firms = new(
        (TradeVehicleRepair, 26), (Manufacturing, 14), (Construction, 10), (TransportWarehousing, 10), (AccommodationFood, 12), (Education, 8),
        (HealthSocialWork, 5), (FinanceInsurance, 4), (InformationCommunication, 3), (RentalLabourTravelSupport, 4), (OtherServices, 4));
    private static readonly Odds<SectorOfWork> Stalls = new(
        (TradeVehicleRepair, 50), (AccommodationFood, 18), (TransportWarehousing, 18), (OtherServices, 9), (Manufacturing, 5));
    private static readonly Odds<SectorOfWork> Hire = new(
        (Construction, 46), (TransportWarehousing, 20), (OtherServices, 18), (TradeVehicleRepair, 10), (Mining, 6));

    private static readonly Odds<EmploymentStatus> Farmers = new(
        (OwnAccount, 48), (WithCasualWorkers, 22), (UnpaidFamilyWorker, 14), (CasualFarmWorker, 16));
    private static readonly Odds<EmploymentStatus> FarmersWives = new((UnpaidFamilyWorker, 62), (OwnAccount, 26), (CasualFarmWorker, 12));
    private static readonly Odds<EmploymentStatus> Keepers = new(
        (OwnAccount, 70), (WithCasualWorkers, 18), (WithPaidWorkers, 6), (UnpaidFamilyWorker, 6));

    public static void Find(MemberDraft member, FamilyDraft family, Chance chance)
    {
        if (member.Age < 5) return;
        var works = member.Age >= 10 && member.SelfCare is Difficulty.None or Difficulty.Slight && chance.Happens(Share(member, family));
        member.Worked = Code.YesIf(works);
        if (works) (member.Sector, member.JobStatus) = Job(member, family, chance);
        if (works) member.HoursWorked = (short)(member.AtSchool ? chance.Between(4, 20) : chance.Between(15, 56));
        member.TaxNumber = HasTaxNumber(member, chance) ? chance.Happens(0.6) ? TaxNumberProof.Shown : TaxNumberProof.NotShown : TaxNumberProof.None;
    }

    private static double Share(MemberDraft member, FamilyDraft family) => member switch
    {
        { Age: < 15 } => family.Village.IsUrban ? 0.003 : 0.02,
        { AtSchool: true } => 0.07,
        { Relation: FamilyRelation.DomesticWorker } => 1,
        { Age: >= 70 } => 0.3,
        { IsWoman: true } => (family.Village.IsUrban ? 0.45 : 0.58)
            + (member.Grade >= 15 ? 0.25 : 0) + (member.EverMarried ? 0 : 0.12) - (member.Age >= 60 ? 0.15 : 0),
        { Age: < 25 } => 0.68,
        { Age: < 60 } => 0.94,
        _ => 0.66,
    };

    private static (SectorOfWork, EmploymentStatus) Job(MemberDraft member, FamilyDraft family, Chance chance)
    {
        if (member.Age < 15) return (family.Village.IsUrban ? TradeVehicleRepair : Field(family, chance), UnpaidFamilyWorker);
        if (member.Relation == FamilyRelation.DomesticWorker) return (HouseholdEmployer, PrivateEmployee);
        if (member.Age is >= 20 and < 60 && chance.Happens(ForTheState(member.Grade))) return (State.Draw(chance), StateEmployee);
        if (chance.Leans(family.Village.IsUrban ? -3.2 - family.Welfare : 0.7 - (0.7 * family.Welfare)))
            return (Field(family, chance), (member.IsWoman && member.Relation != FamilyRelation.Head ? FarmersWives : Farmers).Draw(chance));
        if (chance.Leans((0.3 * (member.Grade - 11)) + (0.4 * family.Welfare) - 0.1)) return (Firms.Draw(chance), PrivateEmployee);
        if (member.IsWoman || chance.Leans(0.2 + (0.8 * family.Welfare))) return (Stalls.Draw(chance), Keepers.Draw(chance));
        return (Hire.Draw(chance), CasualWorker);
    }

    private static double ForTheState(int grade) => grade switch { >= 15 => 0.45, >= 12 => 0.09, _ => 0.005 };

    private static SectorOfWork Field(FamilyDraft family, Chance chance) =>
        family.Village.IsFishing && chance.Happens(0.55) ? Fishery : Fields.Draw(chance);

    private static bool HasTaxNumber(MemberDraft member, Chance chance) => member.Age >= 18 && chance.Happens(member.JobStatus switch
    {
        StateEmployee => 0.93,
        PrivateEmployee when member.Grade >= 12 => 0.45,
        WithPaidWorkers => 0.5,
        null => 0.02,
        _ => 0.06,
    });
}
