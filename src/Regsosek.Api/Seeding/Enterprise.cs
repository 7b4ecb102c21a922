using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// 420 to 426: who works on his own account mostly owns a business; its workers agree with his status in the job (W02, W03, W13).
internal static class Enterprise
{
    private static readonly Ladder<MonthlyTurnover> Turnovers = new(MonthlyTurnover.From167Million,
        (MonthlyTurnover.Under5Million, 0.5), (MonthlyTurnover.From5Million, 1.5),
        (MonthlyTurnover.From15Million, 2.1), (MonthlyTurnover.From25Million, 3.1));

    private static readonly Odds<BusinessPermit> Permits = new(
        (BusinessPermit.Nib, 55), (BusinessPermit.Siup, 22), (BusinessPermit.Situ, 15), (BusinessPermit.Skdp, 8));

    public static void Found(MemberDraft member, FamilyDraft family, Chance chance)
    {
        if (member.Age < 5) return;
        var owns = chance.Happens(member switch
        {
            { JobStatus: EmploymentStatus.WithPaidWorkers } => 1,
            { JobStatus: EmploymentStatus.OwnAccount or EmploymentStatus.WithCasualWorkers, Farms: true } => 0.6,
            { JobStatus: EmploymentStatus.OwnAccount or EmploymentStatus.WithCasualWorkers } => 0.95,
            { IsEmployee: true } => 0.03,
            _ => 0,
        });
        member.OwnsBusiness = Code.YesIf(owns);
        if (owns) Run(member, family, chance);
    }

    private static void Run(MemberDraft member, FamilyDraft family, Chance chance)
    {
        var means = family.Welfare + (0.6 * chance.Normal());
        var isEmployer = member.JobStatus == EmploymentStatus.WithPaidWorkers;
        member.BusinessCount = (short)(chance.Happens(0.04) ? 2 : 1);
        member.BusinessSector = member.IsEmployee ? SectorOfWork.TradeVehicleRepair : member.Sector;
        member.PaidWorkers = (short)(isEmployer ? chance.Between(1, 6) : 0);
        member.UnpaidWorkers = (short)(member.JobStatus == EmploymentStatus.WithCasualWorkers ? chance.Between(1, 3) : 0);
        member.BusinessLicence = chance.Leans(means - 2 + (isEmployer ? 1.5 : 0)) ? Permits.Draw(chance) : BusinessPermit.None;
        member.Turnover = Turnovers.At(means + (isEmployer ? 1 : 0));
        member.BusinessInternet = isEmployer || chance.Leans(means - 0.6) ? Uses(means, chance) : InternetUses.None;
    }

    private static InternetUses Uses(double means, Chance chance) => InternetUses.Communication
        | (chance.Leans(means - 0.5) ? InternetUses.Information : InternetUses.None)
        | (chance.Leans(means - 0.8) ? InternetUses.Marketing | InternetUses.Sales : InternetUses.None)
        | (chance.Leans(means - 1.5) ? InternetUses.Purchasing : InternetUses.None);
}
