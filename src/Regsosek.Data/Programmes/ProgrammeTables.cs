using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Programmes;

/// <summary>Versions of programmes that ministries wrote, and what each would do.</summary>
internal static class ProgrammeTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ProgrammeDocument>(e =>
        {
            e.HasKey(p => p.Key);
            e.Property(p => p.Programme).HasMaxLength(20);
            e.Property(p => p.Hash).HasMaxLength(64).IsConcurrencyToken();
            e.Property(p => p.Open).HasMaxLength(20);
            e.Property(p => p.Name).HasMaxLength(32);
            e.Property(p => p.DraftedBy).HasMaxLength(100);
            e.Property(p => p.DraftedFor).HasMaxLength(80);
            e.Property(p => p.DecidedBy).HasMaxLength(100);
            e.Property(p => p.DecidedFor).HasMaxLength(80);
            e.Property(p => p.State).IsConcurrencyToken();
            e.HasIndex(p => p.Open).IsUnique();
            e.HasIndex(p => p.Name).IsUnique();
            e.HasIndex(p => p.Programme);
        });
        model.Entity<Simulation>(e =>
        {
            e.HasKey(s => s.Key);
            e.Property(s => s.Key).ValueGeneratedNever();
            e.Property(s => s.Programme).HasMaxLength(20);
            e.Property(s => s.Hash).HasMaxLength(64);
            e.Property(s => s.Client).HasMaxLength(100);
            e.Property(s => s.Purpose).HasMaxLength(80);
            e.Property(s => s.EndUser).HasMaxLength(80);
            e.Property(s => s.State).IsConcurrencyToken();
            e.HasIndex(s => s.Id).IsUnique();
            e.HasIndex(s => new { s.Programme, s.Version });
        });
    }
}
