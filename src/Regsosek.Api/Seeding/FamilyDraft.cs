using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// A family on its way to the form: the answers, and beside them what explains the answers and is never written.
internal sealed class FamilyDraft : HouseholdAnswers
{
    public required string SourceId { get; init; }
    public required Village Village { get; init; }
    public required DateOnly Visit { get; init; }
    public required Door Door { get; init; }
    public required bool IsPapuan { get; init; }
    public required bool IsMuslim { get; init; }
    public List<MemberDraft> Members { get; } = [];
    public string? FamilyCard { get; set; }

    // Latent, about 0 with deviation 1 over a province: what the grown-ups learned, and what the family can afford.
    public double Learning { get; set; }
    public double Welfare { get; set; }

    public MemberDraft Head => Members[0];
    public bool LivesAlone => Members.Count == 1;
    public bool Has(EmploymentStatus status) => Members.Exists(member => member.JobStatus == status);
}

internal sealed class MemberDraft : PersonAnswers
{
    public required int Age { get; init; }
    public required string Name { get; init; }

    // The marga that children take over; null where families carry none.
    public string? FamilyName { get; init; }
    public DateOnly BirthDate { get; set; }
    public string? Nik { get; set; }

    // Last class reached, counted from the first of primary school (13: first year of university); 0 is none.
    public int Grade { get; set; }

    public bool IsWoman => Sex == PersonSex.Female;
    public bool EverMarried => MaritalStatus != MaritalState.Single;
    public bool Farms => Sector <= SectorOfWork.ForestryOtherAgriculture;
    public bool IsEmployee => JobStatus is EmploymentStatus.PrivateEmployee or EmploymentStatus.StateEmployee;
    public bool AtSchool => SchoolParticipation == Schooling.Attending;
}
