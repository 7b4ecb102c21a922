using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Regsosek.Data.Providers;

namespace Regsosek.Data;

/// <summary>Leases a registry to a caller, from the pool of his population limit. The only way to get one.</summary>
public sealed class Registries(Engine engine, string connection, TimeProvider clock, Action<DbContextOptionsBuilder>? also = null)
{
    private const string NoLimit = "";
    private readonly ConcurrentDictionary<string, Func<Registry>> _pools = new();

    public Engine Engine => engine;
    public string Connection => connection;

    public Registry For(Caller caller)
    {
        var registry = _pools.GetOrAdd(caller.Limit?.Hash ?? NoLimit, (_, limit) => Pool(limit), caller.Limit)();
        registry.Caller = caller;
        registry.Today = clock.Today();
        return registry;
    }

    private Func<Registry> Pool(PopulationLimit? limit) => engine switch
    {
        Engine.Sqlite => Pool<SqliteRegistry>(limit),
        Engine.PostgreSql => Pool<PostgresRegistry>(limit),
        _ => Pool<SqlServerRegistry>(limit),
    };

    private Func<Registry> Pool<T>(PopulationLimit? limit)
        where T : Registry
    {
        var options = new DbContextOptionsBuilder<T>();
        options.UseEngine(engine, connection);
        also?.Invoke(options);
        if (limit is not null) ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new LimitExtension(limit));
        return new PooledDbContextFactory<T>(options.Options).CreateDbContext;
    }
}
