using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Regsosek.Data.Participation;

/// <summary>Deliveries, their rows, and what follows from them.</summary>
internal static class DeliveryTables
{
    private const int CodeLength = 20;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Delivery>(e =>
        {
            e.HasKey(d => d.Key);
            e.Property(d => d.Client).HasMaxLength(100);
            e.Property(d => d.EndUser).HasMaxLength(80);
            e.Property(d => d.Programme).HasMaxLength(CodeLength);
            e.Property(d => d.ContentHash).HasMaxLength(32);
            e.Property(d => d.Fault).HasMaxLength(40);
            e.HasIndex(d => d.Id).IsUnique();
            e.HasIndex(d => new { d.PartnerKey, d.ContentHash }).IsUnique();
            e.HasIndex(d => d.State);
        });
        model.Entity<DeliveryPart>(e =>
        {
            e.HasKey(p => p.Key);
            e.Property(p => p.ContentHash).HasMaxLength(32);
            e.HasIndex(p => new { p.DeliveryKey, p.Number }).IsUnique();
        });
        model.Entity<DeliveredRow>(e =>
        {
            Columns(e);
            e.Property(r => r.Key).ValueGeneratedNever();
            e.Property(r => r.Reason).HasMaxLength(CodeLength);
            e.Property(r => r.NumberHash).HasMaxLength(16);
            e.Property(r => r.NumberSealed).HasMaxLength(800);
            e.HasIndex(r => new { r.DeliveryKey, r.Line }).IsUnique();
            e.HasIndex(r => new { r.NumberHash, r.Programme, r.Period });
            e.HasIndex(r => new { r.Programme, r.Period, r.HouseholdKey });
            e.HasIndex(r => r.HouseholdKey);
        });
        model.Entity<Receipt>(e =>
        {
            Columns(e);
            e.ToView("DeliveredRows");
        });
        model.Entity<KeptRow>(e =>
        {
            e.HasKey(r => r.Key);
            e.Property(r => r.Key).ValueGeneratedNever();
            e.Property(r => r.ContentHash).HasMaxLength(32);
        });
        model.Entity<DeliveredPeriod>(e =>
        {
            e.HasKey(p => new { p.Programme, p.Period });
            e.Property(p => p.Programme).HasMaxLength(CodeLength);
            e.Property(p => p.Period).ValueGeneratedNever();
        });
        model.Entity<ReceiptTotal>(e =>
        {
            e.HasKey(t => new { t.Programme, t.Period, t.Region });
            e.Property(t => t.Programme).HasMaxLength(CodeLength);
            e.Property(t => t.Period).ValueGeneratedNever();
            e.Property(t => t.Region).HasMaxLength(13);
        });
    }

    private static void Columns<T>(EntityTypeBuilder<T> e)
        where T : ReceiptRecord
    {
        e.HasKey(r => r.Key);
        e.Property(r => r.Programme).HasMaxLength(CodeLength);
    }
}
