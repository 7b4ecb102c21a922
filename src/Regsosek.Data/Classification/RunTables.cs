using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Regsosek.Data.Classification;

/// <summary>Runs, and the scores and ranks of each. Ranks have an index a level in the order in which lists are read.</summary>
internal static class RunTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ClassificationRun>(e =>
        {
            e.HasKey(r => r.Key);
            e.Property(r => r.Key).ValueGeneratedNever();
            e.Property(r => r.Scope).HasMaxLength(13);
            e.Property(r => r.Open).HasMaxLength(13);
            e.Property(r => r.State).IsConcurrencyToken();
            e.HasIndex(r => r.Id).IsUnique();
            e.HasIndex(r => r.Open).IsUnique();
        });
        model.Entity<FamilyScore>(e =>
        {
            e.HasKey(s => new { s.RunKey, s.HouseholdKey });
            e.Property(s => s.VillageCode).HasMaxLength(13);
            e.Property(s => s.Ticket).HasMaxLength(16);
            e.Property(s => s.Inputs).HasMaxLength(16);
        });
        model.Entity<FamilyRank>(e =>
        {
            RankColumns(e);
            e.HasKey(r => new { r.RunKey, r.HouseholdKey });
            e.HasIndex(r => new { r.RunKey, r.Percentile, r.HouseholdKey });
            e.HasIndex(r => new { r.RunKey, r.ProvinceCode, r.Percentile, r.HouseholdKey });
            e.HasIndex(r => new { r.RunKey, r.RegencyCode, r.Percentile, r.HouseholdKey });
            e.HasIndex(r => new { r.RunKey, r.DistrictCode, r.Percentile, r.HouseholdKey });
            e.HasIndex(r => new { r.RunKey, r.VillageCode, r.Percentile, r.HouseholdKey });
        });
        model.Entity<RankInForce>(e =>
        {
            RankColumns(e);
            e.HasKey(r => r.HouseholdKey);
            e.ToView("Ranks");
        });
    }

    private static void RankColumns<T>(EntityTypeBuilder<T> e)
        where T : RankRecord
    {
        e.Property(r => r.ProvinceCode).HasMaxLength(2);
        e.Property(r => r.RegencyCode).HasMaxLength(5);
        e.Property(r => r.DistrictCode).HasMaxLength(8);
        e.Property(r => r.VillageCode).HasMaxLength(13);
    }
}
