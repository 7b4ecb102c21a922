using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Regsosek.Data.AccessLog;
using Regsosek.Data.AsOf;
using Regsosek.Data.Cases;
using Regsosek.Data.Classification;
using Regsosek.Data.Enumeration;
using Regsosek.Data.Exports;
using Regsosek.Data.Households;
using Regsosek.Data.Lists;
using Regsosek.Data.Participation;
using Regsosek.Data.Partners;
using Regsosek.Data.Programmes;
using Regsosek.Data.Providers;
using Regsosek.Data.Regions;
using Regsosek.Data.Registers;
using Regsosek.Data.Statistics;
using Regsosek.Data.Targeting;

namespace Regsosek.Data;

/// <summary>The one way to the data. Rows outside the caller's regions or population limit do not exist here: not in queries,
/// joins, includes, counts or Find.
/// Without a caller there are no person-level rows at all.</summary>
public abstract partial class Registry(DbContextOptions options) : DbContext(options)
{
    private Caller _caller = Caller.Nobody;

    public DbSet<Household> Households => Set<Household>();
    public DbSet<HouseholdVersion> HouseholdVersions => Set<HouseholdVersion>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<PersonVersion> PersonVersions => Set<PersonVersion>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<FamilyCard> FamilyCards => Set<FamilyCard>();
    public DbSet<ModelVersion> Models => Set<ModelVersion>();
    public DbSet<ClassificationRun> Runs => Set<ClassificationRun>();
    public DbSet<FamilyScore> Scores => Set<FamilyScore>();
    public DbSet<FamilyRank> Ranks => Set<FamilyRank>();
    public DbSet<SummaryCell> Summaries => Set<SummaryCell>();
    public DbSet<Region> Regions => Set<Region>();
    public DbSet<RegionCode> RegionCodes => Set<RegionCode>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<AgreementChange> AgreementChanges => Set<AgreementChange>();
    public DbSet<AgreementDraft> AgreementDrafts => Set<AgreementDraft>();
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<ListedDocument> ListedDocuments => Set<ListedDocument>();
    public DbSet<UsedAssertion> UsedAssertions => Set<UsedAssertion>();
    public DbSet<PartnerRegister> Registers => Set<PartnerRegister>();
    public DbSet<RegisterDelivery> RegisterDeliveries => Set<RegisterDelivery>();
    public DbSet<RegisterFault> RegisterFaults => Set<RegisterFault>();
    public DbSet<RegisteredFact> RegisteredFacts => Set<RegisteredFact>();
    public DbSet<ImportRun> Imports => Set<ImportRun>();
    public DbSet<Payload> Payloads => Set<Payload>();
    public DbSet<RejectedRow> RejectedRows => Set<RejectedRow>();
    public DbSet<Finding> Findings => Set<Finding>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<DeliveryPart> DeliveryParts => Set<DeliveryPart>();
    public DbSet<DeliveredRow> DeliveredRows => Set<DeliveredRow>();
    public DbSet<KeptRow> KeptRows => Set<KeptRow>();
    public DbSet<DeliveredPeriod> DeliveredPeriods => Set<DeliveredPeriod>();
    public DbSet<ReceiptTotal> ReceiptTotals => Set<ReceiptTotal>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<TargetingCell> TargetingCells => Set<TargetingCell>();
    public DbSet<TargetingCase> Cases => Set<TargetingCase>();
    public DbSet<CaseStep> CaseSteps => Set<CaseStep>();

    /// <summary>What families were given. It is asked of families of this registry by their keys, and their filters are its own: a filter here would ask for
    /// each family once more.</summary>
    public IQueryable<Receipt> Receipts => Set<Receipt>().AsNoTracking();

    public DbSet<AccessEntry> AccessEntries => Set<AccessEntry>();
    public DbSet<AccessSegment> AccessSegments => Set<AccessSegment>();
    public DbSet<AccessPosting> AccessPostings => Set<AccessPosting>();
    public DbSet<ProgrammeDocument> ProgrammeDocuments => Set<ProgrammeDocument>();
    public DbSet<Simulation> Simulations => Set<Simulation>();
    public DbSet<Export> Exports => Set<Export>();
    public DbSet<ExportPart> ExportParts => Set<ExportPart>();
    public DbSet<TargetedList> Lists => Set<TargetedList>();
    public DbSet<ListStretch> ListStretches => Set<ListStretch>();
    public DbSet<ListCandidate> ListCandidates => Set<ListCandidate>();
    public DbSet<ListEntry> ListEntries => Set<ListEntry>();
    public DbSet<ListPart> ListParts => Set<ListPart>();
    public DbSet<ListReceipt> ListReceipts => Set<ListReceipt>();
    public DbSet<ListNotice> ListNotices => Set<ListNotice>();
    public DbSet<KeyBlock> KeyBlocks => Set<KeyBlock>();

    /// <summary>Persons without a filter, for the limit filter of families alone: a filter over filtered persons would call itself.</summary>
    internal DbSet<PersonRow> PersonRows => Set<PersonRow>();

    /// <summary>Key of the national run in force; 0 before the first.</summary>
    public async Task<long> RunInForce(CancellationToken stop) =>
        await Runs.Where(r => r.Scope == ClassificationRun.National && r.State == RunState.Published).MaxAsync(r => (long?)r.Key, stop) ?? 0;

    /// <summary>Who asks. Set when the context is leased; a pooled context goes back as Nobody's.</summary>
    public Caller Caller { get => _caller; internal set => _caller = value; }

    /// <summary>The date on which ages and shelf lives are taken: of the moment the context is leased for, else of today.</summary>
    public DateOnly Today { get; private set; }

    // What the model's filters read, afresh on every execution.
    private bool Everywhere => _caller.Regions.National;
    private string[] Provinces => _caller.Regions.Provinces;
    private string[] Regencies => _caller.Regions.Regencies;
    private string[] Districts => _caller.Regions.Districts;
    private string[] Villages => _caller.Regions.Villages;
    private bool IsSystem => _caller.IsSystem;
    private int Partner => _caller.PartnerKey;
    private string OwnClient => _caller.ClientId;
    private int OwnAgreement => _caller.AgreementKey;
    private string OwnPurpose => _caller.Purpose;

    public override void Dispose()
    {
        _caller = Caller.Nobody;
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        _caller = Caller.Nobody;
        return base.DisposeAsync();
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseForeignWrites();
        RefuseChangesOfPublished();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken stop = default)
    {
        RefuseForeignWrites();
        RefuseChangesOfPublished();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, stop);
    }

    /// <summary>Brings the database to the shape of this version.</summary>
    /// <exception cref="InvalidOperationException">It was made by a version that this one does not follow; nothing is changed.</exception>
    public async Task Migrate(CancellationToken stop)
    {
        await RefuseStrangers(stop);
        await Database.MigrateAsync(stop);
        await FirstLoad.End(this, stop);
    }

    /// <inheritdoc cref="Migrate"/>
    public async Task RefuseStrangers(CancellationToken stop)
    {
        if ((await Database.GetAppliedMigrationsAsync(stop)).Except(Database.GetMigrations()).FirstOrDefault() is { } stranger)
            throw new InvalidOperationException($"The database was made by another version ({stranger}), which this one does not follow. Set up a new one.");
    }

    /// <summary>Saves, unless somebody else was faster: a version is no longer the one that was read, or a unique value is taken.</summary>
    public async Task<bool> TrySave(CancellationToken stop)
    {
        try
        {
            await SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || Engines.IsTaken(fault.InnerException))
        {
            return false;
        }
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        RegistryModel.Map(model);
        StateViews.Describe(model, Names);

        var scope = this.GetService<IDbContextOptions>().FindExtension<ScopeExtension>();
        if (scope is { IsAsOf: true }) StateModel.Map(model, Names);
        if (scope is { IsNational: true }) FilterByNation(model);
        else FilterByRegion(model);

        // The limit is part of the model: contexts of callers with another limit have another model (see RegistryModelKey).
        if (scope?.Limit is { } limit)
        {
            var context = Expression.Constant(this, GetType());
            model.Entity<Household>().HasQueryFilter("limit", Counted(scope, LimitFilter.Of<Household, PersonRow>(
                limit.Build(Expression.Property(context, nameof(Today))), Expression.Property(context, nameof(PersonRows)))));
        }

        model.Entity<RankInForce>().HasQueryFilter("in force", r => r.RunKey
            == (Runs.Where(run => run.Scope == ClassificationRun.National && run.State == RunState.Published).Max(run => (long?)run.Key) ?? 0));
        model.Entity<FamilyScore>().HasQueryFilter("scope", s => IsSystem || Households.Any(h => h.Key == s.HouseholdKey));
        model.Entity<FamilyRank>().HasQueryFilter("scope", r => IsSystem || Households.Any(h => h.Key == r.HouseholdKey));
        FilterSummaries(model);
        FilterRegisters(model, scope is { IsAsOf: true });
        FilterDeliveries(model);
        FilterTargeting(model);
        if (scope is { IsAsOf: true }) FilterByMoment(model, scope);
        FilterExports(model);
        model.Entity<Simulation>().HasQueryFilter("own", s => IsSystem || (s.PartnerKey == Partner && Partner != 0));
        FilterLists(model);
        model.Entity<Finding>().HasQueryFilter("system", _ => IsSystem);
        model.Entity<ImportRun>().HasQueryFilter("system", _ => IsSystem);
        model.Entity<HouseholdVersion>().HasQueryFilter("system", _ => IsSystem);
        model.Entity<PersonVersion>().HasQueryFilter("system", _ => IsSystem);
        model.Entity<Membership>().HasQueryFilter("system", _ => IsSystem);
        model.Entity<FamilyCard>().HasQueryFilter("system", _ => IsSystem);
        model.Entity<Payload>().HasQueryFilter("system", _ => IsSystem);
        model.Entity<RejectedRow>().HasQueryFilter("system", _ => IsSystem);
    }

    /// <summary>The model of callers who have the nation and no limit: nothing is compared, so that a plan for any caller is the plan for each. Nobody
    /// still has no rows.</summary>
    private void FilterByNation(ModelBuilder model)
    {
        model.Entity<Household>().HasQueryFilter("scope", _ => Everywhere);
        model.Entity<Person>().HasQueryFilter("scope", _ => Everywhere);
    }

    private Expression<Func<Household, bool>> InScope => h =>
        Everywhere || Provinces.Contains(h.ProvinceCode) || Regencies.Contains(h.RegencyCode)
        || Districts.Contains(h.DistrictCode) || Villages.Contains(h.VillageCode);

    private void FilterByRegion(ModelBuilder model)
    {
        var inScope = InScope;
        model.Entity<Household>().HasQueryFilter("scope", inScope);

        // A person is reached through his family: the join brings the family's own filters, the limit included.
        var person = Expression.Parameter(typeof(Person), "p");
        var ofPerson = ReplacingExpressionVisitor.Replace(inScope.Parameters[0], Expression.Property(person, nameof(Person.Household)), inScope.Body);
        model.Entity<Person>().HasQueryFilter("scope", Expression.Lambda<Func<Person, bool>>(ofPerson, person));
    }

    private void RefuseForeignWrites()
    {
        if (Moment is not null) throw new InvalidOperationException("The past is not written.");
        if (!IsSystem && ChangeTracker.Entries().Any(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            && e.Entity is IObserved or Membership or FamilyCard or RankRecord or FamilyScore or SummaryCell or Payload or RegisteredFact
                or Delivery or DeliveryPart or ReceiptRecord or KeptRow or DeliveredPeriod or ReceiptTotal or Export or ExportPart or Simulation
                or TargetedList or ListStretch or ListCandidate or ListEntry or ListPart or ListReceipt or ListNotice or Assessment or TargetingCell))
            throw new InvalidOperationException($"Client {_caller.ClientId} may not write person-level records.");
    }

    /// <summary>A published scoring model stays as it is for everybody, the hub itself included; so does a version of a programme.</summary>
    private void RefuseChangesOfPublished()
    {
        if (ChangeTracker.Entries<ProgrammeDocument>().FirstOrDefault(e => e.State is EntityState.Modified or EntityState.Deleted
            && e.OriginalValues.GetValue<ProgrammeState>(nameof(ProgrammeDocument.State)) == ProgrammeState.Published) is { } fixedVersion)
            throw new InvalidOperationException($"Programme {fixedVersion.Entity.Name} is published: it never changes.");
        if (ChangeTracker.Entries<ModelVersion>().FirstOrDefault(e => e.State is EntityState.Modified or EntityState.Deleted
            && e.OriginalValues.GetValue<ModelState>(nameof(ModelVersion.State)) == ModelState.Published) is { } changed)
            throw new InvalidOperationException($"Model {changed.Entity.Model}@{changed.Entity.Version} is published: it never changes.");
    }
}
