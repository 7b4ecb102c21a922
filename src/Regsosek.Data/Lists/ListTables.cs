using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Lists;

/// <summary>Targeted lists, their entries and parts.</summary>
internal static class ListTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<TargetedList>(e =>
        {
            e.HasKey(l => l.Key);
            e.Property(l => l.Key).ValueGeneratedNever();
            e.Property(l => l.Client).HasMaxLength(100);
            e.Property(l => l.Purpose).HasMaxLength(80);
            e.Property(l => l.EndUser).HasMaxLength(80);
            e.Property(l => l.RequestId).HasMaxLength(64);
            e.Property(l => l.Programme).HasMaxLength(40);
            e.Property(l => l.RuleHash).HasMaxLength(64);
            e.Property(l => l.Region).HasMaxLength(13);
            e.Property(l => l.AsOf).HasMaxLength(100);
            e.Property(l => l.Open).HasMaxLength(64);
            e.Property(l => l.Problem).HasMaxLength(40);
            e.Property(l => l.AskedBy).HasMaxLength(100);
            e.Property(l => l.AskedFor).HasMaxLength(80);
            e.Property(l => l.DecidedBy).HasMaxLength(100);
            e.Property(l => l.State).IsConcurrencyToken();
            e.HasIndex(l => l.Id).IsUnique();
            e.HasIndex(l => l.Open).IsUnique();
            e.HasIndex(l => l.AgreementKey);
        });
        model.Entity<ListStretch>(e =>
        {
            e.HasKey(s => new { s.ListKey, s.Number });
            e.HasOne<TargetedList>().WithMany(l => l.Stretches).HasForeignKey(s => s.ListKey);
        });
        model.Entity<ListPart>(e =>
        {
            e.HasKey(p => new { p.ListKey, p.Number });
            e.Property(p => p.Format).HasMaxLength(20);
            e.Property(p => p.Hash).HasMaxLength(32);
            e.HasOne<TargetedList>().WithMany(l => l.Parts).HasForeignKey(p => p.ListKey);
        });
        model.Entity<ListReceipt>(e =>
        {
            e.HasKey(r => new { r.ListKey, r.Part, r.Client });
            e.Property(r => r.Client).HasMaxLength(100);
            e.HasOne<TargetedList>().WithMany(l => l.Receipts).HasForeignKey(r => r.ListKey);
        });
        model.Entity<ListNotice>(e =>
        {
            e.HasKey(n => n.Key);
            e.Property(n => n.Key).ValueGeneratedNever();
            e.Property(n => n.Reason).HasMaxLength(500);
            e.Property(n => n.Client).HasMaxLength(100);
            e.HasIndex(n => new { n.ListKey, n.Number }).IsUnique();
            e.HasOne<TargetedList>().WithMany(l => l.Notices).HasForeignKey(n => n.ListKey);
        });

        // Millions of rows that only ever come and go with their list: nothing points at it that each would be checked by.
        model.Entity<ListCandidate>(e =>
        {
            e.HasKey(c => new { c.ListKey, c.HouseholdKey, c.PersonKey });
            e.Property(c => c.Regency).HasMaxLength(5);
        });
        model.Entity<ListEntry>(e =>
        {
            e.HasKey(x => new { x.ListKey, x.Place });
            e.Property(x => x.Regency).HasMaxLength(5);
            e.HasIndex(x => new { x.ListKey, x.HouseholdKey });
        });
    }
}
