using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Regsosek.Data.AsOf;
using Regsosek.Data.Providers;

namespace Regsosek.Data;

/// <summary>Leases a registry to a caller, from the pool of his population limit, or of those who have the nation; as of a moment from pools of
/// their own. The only way to get one.</summary>
public sealed class Registries(Engine engine, string connection, TimeProvider clock, Action<DbContextOptionsBuilder>? also = null)
{
    private const string NoLimit = "", Nation = "ID";
    private readonly ConcurrentDictionary<(string Scope, bool IsAsOf), Func<Registry>> _pools = new();

    public Engine Engine => engine;
    public string Connection => connection;

    /// <param name="asOf">What was in force, and known, at a moment; null for the present.</param>
    public Registry For(Caller caller, Moment? asOf = null)
    {
        var scope = caller.Limit?.Hash ?? (caller.Regions.National ? Nation : NoLimit);
        var registry = _pools.GetOrAdd((scope, asOf is not null), (key, limit) => Pool(new(limit, key.Scope == Nation, key.IsAsOf)), caller.Limit)();
        registry.Lease(caller, clock.Today(), asOf);
        return registry;
    }

    private Func<Registry> Pool(ScopeExtension scope) => engine switch
    {
        Engine.Sqlite => Pool<SqliteRegistry>(scope),
        Engine.PostgreSql => Pool<PostgresRegistry>(scope),
        _ => Pool<SqlServerRegistry>(scope),
    };

    private Func<Registry> Pool<T>(ScopeExtension scope)
        where T : Registry
    {
        var options = new DbContextOptionsBuilder<T>();
        options.UseEngine(engine, connection);
        also?.Invoke(options);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(scope);
        return new PooledDbContextFactory<T>(options.Options).CreateDbContext;
    }
}
