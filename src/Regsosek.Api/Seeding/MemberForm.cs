using System.Text.Json;

namespace Regsosek.Api.Seeding;

// A member as one object of blok_4.
internal static class MemberForm
{
    private static readonly Columns<MemberDraft> Numbers = new(
        ("r401", m => m.OrderNumber),
        ("r404", m => (short?)m.Presence),
        ("r405", m => (short?)m.Sex),
        ("r407", m => m.DeclaredAge),
        ("r408", m => (short?)m.MaritalStatus),
        ("r409", m => (short?)m.Relation),
        ("r410", m => (short?)m.Pregnant),
        ("r411", m => (short?)m.IdentityPapers),
        ("r412", m => (short?)m.SchoolParticipation),
        ("r413", m => (short?)m.SchoolLevel),
        ("r414", m => (short?)m.SchoolClass),
        ("r415", m => (short?)m.Diploma),
        ("r416a", m => (short?)m.Worked),
        ("r416b", m => m.HoursWorked),
        ("r417", m => (short?)m.Sector),
        ("r418", m => (short?)m.JobStatus),
        ("r419", m => (short?)m.TaxNumber),
        ("r420a", m => (short?)m.OwnsBusiness),
        ("r420b", m => m.BusinessCount),
        ("r421", m => (short?)m.BusinessSector),
        ("r422", m => m.PaidWorkers),
        ("r423", m => m.UnpaidWorkers),
        ("r424", m => (short?)m.BusinessLicence),
        ("r425", m => (short?)m.Turnover),
        ("r426", m => (short?)m.BusinessInternet),
        ("r427", m => (short?)m.Nutrition),
        ("r428a", m => (short?)m.Seeing),
        ("r428b", m => (short?)m.Hearing),
        ("r428c", m => (short?)m.Walking),
        ("r428d", m => (short?)m.Handling),
        ("r428e", m => (short?)m.Learning),
        ("r428f", m => (short?)m.Behaviour),
        ("r428g", m => (short?)m.Communicating),
        ("r428h", m => (short?)m.SelfCare),
        ("r428i", m => (short?)m.Remembering),
        ("r428j", m => (short?)m.Sadness),
        ("r429", m => (short?)m.Carer),
        ("r430", m => (short?)m.ChronicIllness),
        ("r431a", m => (short?)m.HealthInsurance),
        ("r431b", m => (short?)m.ReceivesPrakerja),
        ("r431c", m => (short?)m.ReceivesKur),
        ("r431d", m => (short?)m.ReceivesUmi),
        ("r431e", m => (short?)m.ReceivesPip),
        ("r431f", m => (short?)m.EmploymentInsurance));

    public static void Write(Utf8JsonWriter json, MemberDraft member)
    {
        json.WriteStartObject();
        json.WriteString("r402"u8, member.Name);
        if (member.Nik is { } nik) json.WriteString("r403"u8, nik);
        json.WriteNumber("r406tgl"u8, member.BirthDate.Day);
        json.WriteNumber("r406bln"u8, member.BirthDate.Month);
        json.WriteNumber("r406thn"u8, member.BirthDate.Year);
        Numbers.Write(json, member);
        json.WriteEndObject();
    }
}
