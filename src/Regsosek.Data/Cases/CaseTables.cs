using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Cases;

/// <summary>Cases and their steps.</summary>
internal static class CaseTables
{
    private const int PartnerLength = 60;

    public static void Map(ModelBuilder model)
    {
        model.Entity<TargetingCase>(e =>
        {
            e.HasKey(c => c.Key);
            e.Property(c => c.Key).ValueGeneratedNever();
            e.Property(c => c.Programme).HasMaxLength(20);
            e.Property(c => c.Owner).HasMaxLength(PartnerLength);
            e.Property(c => c.ClosedBy).HasMaxLength(PartnerLength);
            e.Property(c => c.Note).HasMaxLength(40);
            e.Property(c => c.Version).IsConcurrencyToken();
            e.HasIndex(c => c.Id).IsUnique();
            e.HasIndex(c => new { c.Programme, c.Kind, c.HouseholdKey, c.PersonKey }).IsUnique();
            e.HasIndex(c => c.HouseholdKey);
            e.HasIndex(c => new { c.Programme, c.State, c.Key });
        });
        model.Entity<CaseStep>(e =>
        {
            e.HasKey(s => s.Key);
            e.Property(s => s.Did).HasMaxLength(20);
            e.Property(s => s.Says).HasMaxLength(PartnerLength);
            e.Property(s => s.Note).HasMaxLength(40);
            e.Property(s => s.By).HasMaxLength(PartnerLength);
            e.Property(s => s.Client).HasMaxLength(100);
            e.Property(s => s.EndUser).HasMaxLength(80);
            e.HasIndex(s => s.CaseKey);
        });
    }
}
