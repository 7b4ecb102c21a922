using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Registers;

/// <summary>Tables of partners' registers.</summary>
internal static class RegisterTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PartnerRegister>(e =>
        {
            e.HasKey(r => r.Key);
            e.Property(r => r.Code).HasMaxLength(60);
            e.Property(r => r.Purpose).HasMaxLength(500);
            e.Property(r => r.DeclaredBy).HasMaxLength(100);
            e.Property(r => r.Version).IsConcurrencyToken();
            e.HasIndex(r => r.Code).IsUnique();
            e.HasOne(r => r.Partner).WithMany().HasForeignKey(r => r.PartnerKey);
        });
        model.Entity<RegisterDelivery>(e =>
        {
            e.HasKey(d => d.Key);
            e.Property(d => d.Name).HasMaxLength(60);
            e.Property(d => d.SentBy).HasMaxLength(100);
            e.Property(d => d.ContentHash).HasMaxLength(32);
            e.Property(d => d.Line).IsConcurrencyToken();
            e.HasIndex(d => new { d.RegisterKey, d.Name }).IsUnique();
            e.HasOne(d => d.Register).WithMany(r => r.Deliveries).HasForeignKey(d => d.RegisterKey);
        });
        model.Entity<RegisterFault>(e =>
        {
            e.HasKey(f => f.Key);
            e.Property(f => f.At).HasMaxLength(60);
            e.Property(f => f.Says).HasMaxLength(200);
            e.HasIndex(f => new { f.DeliveryKey, f.Line });
            e.HasOne(f => f.Delivery).WithMany(d => d.Faults).HasForeignKey(f => f.DeliveryKey);
        });
        model.Entity<RegisteredFact>(e =>
        {
            e.HasKey(f => f.Key);
            e.Property(f => f.Key).ValueGeneratedNever();
            e.Property(f => f.Fact).HasMaxLength(40);
            e.Property(f => f.NikSealed).HasMaxLength(64);
            e.Property(f => f.NikHash).HasMaxLength(16);
            e.Property(f => f.Text).HasMaxLength(60);
            e.HasIndex(f => new { f.NikHash, f.RegisterKey });
            e.HasIndex(f => new { f.PersonKey, f.Fact });
            e.HasIndex(f => f.RetainUntil);
            e.HasOne(f => f.Person).WithMany(p => p.Registered).HasForeignKey(f => f.PersonKey).OnDelete(DeleteBehavior.SetNull);
        });
    }
}
