using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regsosek.Data.Households;

namespace Regsosek.Data.AsOf;

/// <summary>The model of reads as of a moment: families and persons are states, current and former ones together, of which a filter leaves one.</summary>
internal static class StateModel
{
    public const string HouseholdStates = nameof(HouseholdStates), PersonStates = nameof(PersonStates);

    public static void Map(ModelBuilder model, SqlNames names)
    {
        States(model.Entity<Household>().ToView(HouseholdStates));
        States(model.Entity<Person>().ToView(PersonStates));

        // One view is one entity to EF Core, as one table is; to a query they are the same.
        States(model.Entity<PersonRow>().ToView(null).ToTable(PersonStates));
        model.Entity<FormerHouseholdState>().HasNoKey().ToView("HouseholdVersions");
        model.Entity<FormerPersonState>().HasNoKey().ToView("PersonVersions");
        model.Entity<CurrentPerson>().HasNoKey().ToView("Persons");
        model.Entity<AnyRun>().HasNoKey().ToView("Runs");

        // A run of the past may have no place for a family that came after it.
        model.Entity<Household>().Navigation(h => h.Rank).IsRequired(false);
        model.Entity<CurrentRank>().ToSqlQuery($"SELECT * FROM {names.Quote("Ranks")}").HasKey(r => r.HouseholdKey);
        model.Entity<CurrentHousehold>(e =>
        {
            e.HasKey(h => h.Key);
            e.ToView("Households");
            e.HasOne(h => h.Rank).WithOne().HasForeignKey<CurrentRank>(r => r.HouseholdKey);
            e.Navigation(h => h.Rank).IsRequired();
        });
    }

    /// <summary>What a view says of a state beside the row itself; null for the current one, which lasts for ever.</summary>
    private static void States<T>(EntityTypeBuilder<T> e)
        where T : class
    {
        e.Property<long?>(nameof(FormerState.VersionKey));
        e.Property<DateOnly?>(nameof(FormerState.ValidTo));
        e.Property<DateTime?>(nameof(FormerState.SupersededAt));
        e.Property<DateTime>(nameof(FormerState.Until));
    }
}
