using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Providers;

/// <summary>What the planner of an engine knows of the tables. PostgreSQL looks by itself within minutes, and until then plans for tables it takes to
/// be empty. SQLite plans without, SQL Server looks when it plans.</summary>
public static class PlannerStatistics
{
    /// <summary>For when many rows have come or changed: the list of a programme was 20 times slower without.</summary>
    public static Task Refresh(Registry registry, CancellationToken stop) => registry is PostgresRegistry
        ? registry.Database.ExecuteSqlRawAsync("ANALYZE \"Households\", \"Persons\", \"Ranks\"", stop)
        : Task.CompletedTask;

    /// <summary>Of the columns by which an import looks for what is there: while the tables grow, a plan from when they were small reads
    /// them whole for every batch.</summary>
    public static Task RefreshLookups(Registry registry, CancellationToken stop) => registry is PostgresRegistry
        ? registry.Database.ExecuteSqlRawAsync(
            "ANALYZE \"Households\" (\"Source\", \"SourceId\", \"FamilyCardHash\"), \"Persons\" (\"NikHash\", \"HouseholdKey\")", stop)
        : Task.CompletedTask;

    /// <summary>Of the rows of deliveries, while they come in and after.</summary>
    public static Task RefreshReceipts(Registry registry, CancellationToken stop) => registry is PostgresRegistry
        ? registry.Database.ExecuteSqlRawAsync("ANALYZE \"DeliveredRows\"", stop)
        : Task.CompletedTask;
}
