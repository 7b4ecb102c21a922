using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Providers;

/// <summary>For one transaction of many that also tells how far the work is: PostgreSQL need not have it on the disk before the next begins. What a machine
/// that fails takes back is done again, whole transactions in their order; the first commit that does wait has all before it on the disk.</summary>
public static class RelaxedCommit
{
    public static Task Set(Registry registry, CancellationToken stop) => registry is PostgresRegistry
        ? registry.Database.ExecuteSqlRawAsync("SET LOCAL synchronous_commit = off", stop)
        : Task.CompletedTask;
}
