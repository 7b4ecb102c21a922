using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Exports;

/// <summary>Exports and their parts.</summary>
internal static class ExportTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Export>(e =>
        {
            e.HasKey(x => x.Key);
            e.Property(x => x.Key).ValueGeneratedNever();
            e.Property(x => x.Client).HasMaxLength(100);
            e.Property(x => x.Purpose).HasMaxLength(80);
            e.Property(x => x.EndUser).HasMaxLength(80);
            e.Property(x => x.RequestId).HasMaxLength(64);
            e.Property(x => x.Reader).HasMaxLength(40);
            e.Property(x => x.Format).HasMaxLength(20);
            e.Property(x => x.AsOf).HasMaxLength(100);
            e.Property(x => x.Open).HasMaxLength(64);
            e.Property(x => x.Problem).HasMaxLength(40);
            e.Property(x => x.State).IsConcurrencyToken();
            e.HasIndex(x => x.Id).IsUnique();
            e.HasIndex(x => x.Open).IsUnique();
            e.HasIndex(x => x.Client);
        });
        model.Entity<ExportPart>(e =>
        {
            e.HasKey(p => new { p.ExportKey, p.Number });
            e.Property(p => p.Hash).HasMaxLength(32);
            e.HasOne<Export>().WithMany(x => x.Parts).HasForeignKey(p => p.ExportKey);
        });
    }
}
