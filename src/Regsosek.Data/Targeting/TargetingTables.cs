using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Targeting;

/// <summary>Assessments and their cells.</summary>
internal static class TargetingTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Assessment>(e =>
        {
            e.HasKey(a => a.Key);
            e.Property(a => a.Programme).HasMaxLength(20);
            e.Property(a => a.Hash).HasMaxLength(64);
            e.Property(a => a.Open).HasMaxLength(40);
            e.Property(a => a.After).HasMaxLength(5).IsConcurrencyToken();
            e.Property(a => a.State).IsConcurrencyToken();
            e.Property(a => a.Client).HasMaxLength(100);
            e.HasIndex(a => a.Id).IsUnique();
            e.HasIndex(a => a.Open).IsUnique();
            e.HasIndex(a => new { a.Programme, a.Period, a.State });
        });
        model.Entity<TargetingCell>(e =>
        {
            e.HasKey(c => new { c.AssessmentKey, c.Dimension, c.Region, c.Code, c.Outcome });
            e.Property(c => c.Dimension).HasMaxLength(20);
            e.Property(c => c.Region).HasMaxLength(13);
        });
    }
}
