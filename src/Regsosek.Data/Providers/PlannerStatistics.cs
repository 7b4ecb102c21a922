using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Providers;

/// <summary>What the planner of an engine knows of the tables.</summary>
public static class PlannerStatistics
{
    /// <summary>For when many rows have come or changed. PostgreSQL looks by itself within minutes, and until then plans for tables it takes to be
    /// empty: the list of a programme was 20 times slower. SQLite plans without, SQL Server looks when it plans.</summary>
    public static Task Refresh(Registry registry, CancellationToken stop) => registry is PostgresRegistry
        ? registry.Database.ExecuteSqlRawAsync("ANALYZE \"Households\", \"Persons\"", stop)
        : Task.CompletedTask;
}
