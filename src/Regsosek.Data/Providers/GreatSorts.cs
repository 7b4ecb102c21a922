using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Providers;

/// <summary>A sort of more rows than memory should hold. The servers spill one by themselves; of SQLite it has to be asked.</summary>
public static class GreatSorts
{
    /// <summary>Opens the connection, whose sorts go to disk until this is disposed.</summary>
    public static async Task<IAsyncDisposable> Spill(this Registry registry, CancellationToken stop)
    {
        await registry.Database.OpenConnectionAsync(stop);
        if (registry is SqliteRegistry) await registry.Database.ExecuteSqlRawAsync("PRAGMA temp_store=FILE", stop);
        return new Spilling(registry);
    }

    private sealed class Spilling(Registry registry) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (registry is SqliteRegistry) await registry.Database.ExecuteSqlRawAsync("PRAGMA temp_store=MEMORY");
            await registry.Database.CloseConnectionAsync();
        }
    }
}
