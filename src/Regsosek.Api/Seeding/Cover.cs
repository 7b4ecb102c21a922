using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// 431: health insurance follows the family's best job, else the state pays for the poor; the rest follows the person (E20 to E22).
internal static class Cover
{
    private const EmploymentInsurances Formal = EmploymentInsurances.WorkAccident | EmploymentInsurances.Death | EmploymentInsurances.OldAge;

    public static void Insure(FamilyDraft family, Chance chance)
    {
        var health = Health(family, chance);
        foreach (var member in family.Members)
        {
            member.HealthInsurance = Code.Or99(chance.Happens(0.94) ? health : HealthInsurances.None, chance);
            if (member.Age >= 5) Programmes(member, family, chance);
            if (member.Age >= 15) member.EmploymentInsurance = Code.Or99(Employment(member, chance), chance);
        }
    }

    private static HealthInsurances Health(FamilyDraft family, Chance chance)
    {
        if (family.Has(EmploymentStatus.StateEmployee)) return HealthInsurances.JknEmployer;
        if (family.Has(EmploymentStatus.PrivateEmployee) && chance.Leans(0.8 * family.Welfare)) return HealthInsurances.JknEmployer;
        if (chance.Leans((family.Village.IsPapua ? 0.5 : 0) - family.Welfare)) return HealthInsurances.JknSubsidised;
        if (!chance.Leans((0.8 * family.Welfare) - 0.4)) return HealthInsurances.None;
        return chance.Happens(0.06) ? HealthInsurances.JknSelfPaid | HealthInsurances.Other : HealthInsurances.JknSelfPaid;
    }

    private static void Programmes(MemberDraft member, FamilyDraft family, Chance chance)
    {
        var isPoor = chance.Leans(-0.5 - (1.4 * family.Welfare));
        var runsBusiness = member.OwnsBusiness == YesNo.Yes;
        member.ReceivesPrakerja = Code.YesIf(member is { Age: >= 18 and < 45, AtSchool: false } && chance.Happens(0.03), chance);
        member.ReceivesKur = Code.YesIf(runsBusiness && chance.Happens(0.09), chance);
        member.ReceivesUmi = Code.YesIf(runsBusiness && isPoor && chance.Happens(0.08), chance);
        if (member.Age <= 30) member.ReceivesPip = Code.YesIf(member is { AtSchool: true, Age: <= 21 } && isPoor && chance.Happens(0.75), chance);
    }

    private static EmploymentInsurances Employment(MemberDraft member, Chance chance) => member.JobStatus switch
    {
        EmploymentStatus.StateEmployee => EmploymentInsurances.WorkAccident | EmploymentInsurances.Death | EmploymentInsurances.OtherPension,
        EmploymentStatus.PrivateEmployee when chance.Leans((0.25 * (member.Grade - 12)) - 0.1) =>
            chance.Happens(0.5) ? Formal | EmploymentInsurances.Pension : Formal,
        null or EmploymentStatus.UnpaidFamilyWorker => EmploymentInsurances.None,
        _ => chance.Happens(0.04) ? EmploymentInsurances.WorkAccident | EmploymentInsurances.Death : EmploymentInsurances.None,
    };
}
