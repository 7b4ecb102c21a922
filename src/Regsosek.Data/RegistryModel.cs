using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenIddict.EntityFrameworkCore.Models;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Cases;
using Regsosek.Data.Classification;
using Regsosek.Data.Enumeration;
using Regsosek.Data.Exports;
using Regsosek.Data.Households;
using Regsosek.Data.Lists;
using Regsosek.Data.Participation;
using Regsosek.Data.Partners;
using Regsosek.Data.Programmes;
using Regsosek.Data.Regions;
using Regsosek.Data.Registers;
using Regsosek.Data.Statistics;
using Regsosek.Data.Targeting;

namespace Regsosek.Data;

/// <summary>Keys, lengths and indexes, the same for all three engines.</summary>
internal static class RegistryModel
{
    public static void Map(ModelBuilder model)
    {
        Households(model);
        Persons(model);
        Dated(model);
        model.Entity<PersonRow>().HasNoKey().ToView("Persons");

        model.Entity<Region>(e =>
        {
            e.HasKey(r => r.Code);
            e.Property(r => r.Code).HasMaxLength(13);
            e.Property(r => r.ParentCode).HasMaxLength(8);
            e.Property(r => r.Name).HasMaxLength(100);
            e.Property(r => r.NameKey).HasMaxLength(100);
            e.Property(r => r.ProvinceCode).HasMaxLength(2);
            e.Property(r => r.RegencyCode).HasMaxLength(5);
            e.Property(r => r.DistrictCode).HasMaxLength(8);
            e.HasIndex(r => r.ParentCode);
            e.HasIndex(r => r.Level);
        });
        model.Entity<RegionCode>(e =>
        {
            e.HasKey(c => c.Key);
            e.Property(c => c.Key).ValueGeneratedNever();
            e.Property(c => c.System).HasMaxLength(20);
            e.Property(c => c.Code).HasMaxLength(20);
            e.Property(c => c.Region).HasMaxLength(13);
            e.HasIndex(c => new { c.System, c.Code });
            e.HasIndex(c => c.Region);
        });

        model.Entity<Partner>(e =>
        {
            e.HasKey(p => p.Key);
            e.Property(p => p.Code).HasMaxLength(60);
            e.HasIndex(p => p.Code).IsUnique();
        });
        model.Entity<Agreement>(e =>
        {
            e.HasKey(a => a.Key);
            e.Property(a => a.Code).HasMaxLength(80);
            e.HasIndex(a => a.Code).IsUnique();
            e.Property(a => a.Version).IsConcurrencyToken();
            e.HasOne(a => a.Partner).WithMany(p => p.Agreements).HasForeignKey(a => a.PartnerKey);
        });
        model.Entity<AgreementChange>(e =>
        {
            e.HasKey(c => c.Key);
            e.HasIndex(c => new { c.AgreementKey, c.Version }).IsUnique();
        });
        model.Entity<AgreementDraft>(e =>
        {
            e.HasKey(d => d.Key);
            e.Property(d => d.Code).HasMaxLength(80);
            e.Property(d => d.Open).HasMaxLength(80);
            e.Property(d => d.State).IsConcurrencyToken();
            e.HasIndex(d => d.Open).IsUnique();
            e.HasIndex(d => d.Code);
        });
        model.Entity<Client>(e =>
        {
            e.HasKey(c => c.Key);
            e.Property(c => c.ClientId).HasMaxLength(100);
            e.HasIndex(c => c.ClientId).IsUnique();
            e.HasOne(c => c.Agreement).WithMany(a => a.Clients).HasForeignKey(c => c.AgreementKey);
        });
        model.Entity<ListedDocument>(e =>
        {
            e.HasKey(d => d.Key);
            e.Property(d => d.DocumentId).HasMaxLength(71);
            e.HasIndex(d => new { d.ClientKey, d.DocumentId }).IsUnique();
            e.HasOne(d => d.Client).WithMany(c => c.Documents).HasForeignKey(d => d.ClientKey);
        });
        model.Entity<UsedAssertion>(e =>
        {
            e.HasKey(u => u.Id);
            e.Property(u => u.Id).HasMaxLength(64);
            e.HasIndex(u => u.ExpiresAt);
        });

        model.Entity<ModelVersion>(e =>
        {
            e.HasKey(m => m.Key);
            e.Property(m => m.Model).HasMaxLength(60);
            e.Property(m => m.Kind).HasMaxLength(20);
            e.Property(m => m.Hash).HasMaxLength(64).IsConcurrencyToken();
            e.Property(m => m.State).IsConcurrencyToken();
            e.HasIndex(m => new { m.Model, m.Version }).IsUnique();
            e.HasIndex(m => new { m.Model, m.From }).IsUnique();
        });
        RunTables.Map(model);
        RegisterTables.Map(model);
        DeliveryTables.Map(model);
        ExportTables.Map(model);
        ProgrammeTables.Map(model);
        ListTables.Map(model);
        TargetingTables.Map(model);
        CaseTables.Map(model);
        model.Entity<SummaryCell>(e =>
        {
            e.HasKey(c => new { c.RunKey, c.Cube, c.Region, c.First, c.Second });
            e.Property(c => c.Cube).HasMaxLength(40);
            e.Property(c => c.Region).HasMaxLength(13);
        });

        model.Entity<ImportRun>(e =>
        {
            e.HasKey(r => r.Key);
            e.Property(r => r.FileHash).HasMaxLength(64);
            e.Property(r => r.Profile).HasMaxLength(40);
            e.Property(r => r.Source).HasMaxLength(40);
            e.HasIndex(r => new { r.FileHash, r.Profile, r.Source }).IsUnique();
        });
        model.Entity<Payload>(e =>
        {
            e.HasKey(p => new { p.HouseholdKey, p.ContentHash });
            e.Property(p => p.ContentHash).HasMaxLength(32);
        });
        model.Entity<RejectedRow>(e => e.HasKey(r => r.Key));
        model.Entity<RejectedRow>().Property(r => r.ContentHash).HasMaxLength(32);
        model.Entity<RejectedRow>().HasIndex(r => new { r.ImportKey, r.Line }).IsUnique();
        model.Entity<Finding>(e =>
        {
            e.HasKey(f => f.Key);
            e.Property(f => f.Key).ValueGeneratedNever();
            e.Property(f => f.Rule).HasMaxLength(40);
            e.Property(f => f.At).HasMaxLength(80);
            e.HasIndex(f => new { f.ImportKey, f.Line });
        });

        model.Entity<AccessEntry>(e =>
        {
            e.HasKey(a => a.Sequence);
            e.Property(a => a.Sequence).ValueGeneratedNever();
            e.Property(a => a.RequestId).HasMaxLength(64);
            e.Property(a => a.Client).HasMaxLength(100);
            e.Property(a => a.Agreement).HasMaxLength(80);
            e.Property(a => a.Purpose).HasMaxLength(80);
            e.Property(a => a.EndUser).HasMaxLength(80);
            e.Property(a => a.Surface).HasMaxLength(120);
            e.Property(a => a.Shape).HasMaxLength(2000);
            e.Property(a => a.Hash).HasMaxLength(32);
            e.HasIndex(a => a.RequestId);
            e.HasIndex(a => a.At);
        });
        model.Entity<AccessSegment>(e =>
        {
            e.HasKey(s => s.First);
            e.Property(s => s.First).ValueGeneratedNever();
            e.Property(s => s.Root).HasMaxLength(32);
            e.Property(s => s.LastHash).HasMaxLength(32);
        });
        model.Entity<AccessPosting>(e => e.HasKey(p => new { p.Bucket, p.First }));
        model.Entity<KeyBlock>(e => e.HasKey(k => k.Name));
        model.Entity<KeyBlock>().Property(k => k.Name).HasMaxLength(40);
        model.UseOpenIddict();

        // Its index over subject, application, status and type would be longer than SQL Server allows.
        model.Entity<OpenIddictEntityFrameworkCoreAuthorization>().Property(a => a.Subject).HasMaxLength(200);
        model.Entity<OpenIddictEntityFrameworkCoreToken>().Property(t => t.Subject).HasMaxLength(200);
    }

    private static void Households(ModelBuilder model)
    {
        model.Entity<Household>(e =>
        {
            Columns(e);
            e.HasKey(h => h.Key);
            e.Property(h => h.Key).ValueGeneratedNever();
            e.HasIndex(h => h.Id).IsUnique();
            e.HasIndex(h => new { h.Source, h.SourceId }).IsUnique();
            e.HasIndex(h => h.FamilyCardHash);
            e.HasIndex(h => new { h.ProvinceCode, h.Key });
            e.HasIndex(h => new { h.RegencyCode, h.Key });
            e.HasIndex(h => new { h.DistrictCode, h.Key });
            e.HasIndex(h => new { h.VillageCode, h.Key });
            e.HasOne(h => h.Rank).WithOne().HasForeignKey<RankInForce>(r => r.HouseholdKey);
            e.Navigation(h => h.Rank).IsRequired();
        });
        model.Entity<HouseholdVersion>(e =>
        {
            Columns(e);
            e.HasKey(h => h.VersionKey);
            e.HasIndex(h => new { h.Key, h.Until });
            e.HasIndex(h => h.Id);
            e.HasIndex(h => new { h.ProvinceCode, h.Key, h.Until });
            e.HasIndex(h => new { h.RegencyCode, h.Key, h.Until });
            e.HasIndex(h => new { h.DistrictCode, h.Key, h.Until });
            e.HasIndex(h => new { h.VillageCode, h.Key, h.Until });
        });
    }

    private static void Columns<T>(EntityTypeBuilder<T> e)
        where T : HouseholdRecord
    {
        e.Property(h => h.Source).HasMaxLength(40);
        e.Property(h => h.SourceId).HasMaxLength(80);
        e.Property(h => h.ContentHash).HasMaxLength(32);
        e.Property(h => h.ProvinceCode).HasMaxLength(2);
        e.Property(h => h.RegencyCode).HasMaxLength(5);
        e.Property(h => h.DistrictCode).HasMaxLength(8);
        e.Property(h => h.VillageCode).HasMaxLength(13);
        e.Property(h => h.HeadName).HasMaxLength(100);
        e.Property(h => h.RespondentName).HasMaxLength(100);
        e.Property(h => h.RespondentPhone).HasMaxLength(20);
        e.Property(h => h.FamilyCardSealed).HasMaxLength(64);
        e.Property(h => h.FamilyCardHash).HasMaxLength(16);
    }

    private static void Persons(ModelBuilder model)
    {
        model.Entity<Person>(e =>
        {
            PersonColumns(e);
            e.HasKey(p => p.Key);
            e.Property(p => p.Key).ValueGeneratedNever();
            e.HasIndex(p => p.Id).IsUnique();
            e.HasIndex(p => p.NikHash);
            e.HasOne(p => p.Household).WithMany(h => h.Members).HasForeignKey(p => p.HouseholdKey).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PersonVersion>(e =>
        {
            PersonColumns(e);
            e.HasKey(p => p.VersionKey);
            e.HasIndex(p => p.Key);
            e.HasIndex(p => p.HouseholdKey);
            e.HasIndex(p => p.NikHash);
        });
    }

    private static void PersonColumns<T>(EntityTypeBuilder<T> e)
        where T : PersonRecord
    {
        e.Property(p => p.Source).HasMaxLength(40);
        e.Property(p => p.Name).HasMaxLength(100);
        e.Property(p => p.NikSealed).HasMaxLength(64);
        e.Property(p => p.NikHash).HasMaxLength(16);
    }

    private static void Dated(ModelBuilder model)
    {
        model.Entity<Membership>(e =>
        {
            e.HasKey(m => m.Key);
            e.Property(m => m.Key).ValueGeneratedNever();
            e.HasIndex(m => m.PersonKey);
            e.HasIndex(m => m.HouseholdKey);
        });
        model.Entity<FamilyCard>(e =>
        {
            e.HasKey(c => c.Key);
            e.Property(c => c.Key).ValueGeneratedNever();
            e.Property(c => c.NumberSealed).HasMaxLength(64);
            e.Property(c => c.NumberHash).HasMaxLength(16);
            e.HasIndex(c => c.NumberHash);
            e.HasIndex(c => c.HouseholdKey);
        });
    }
}
