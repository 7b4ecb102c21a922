using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Regsosek.Data.AsOf;

namespace Regsosek.Data.Providers;

/// <summary>The engines the hub runs on.</summary>
public enum Engine
{
    /// <summary>Embedded, the default.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or later.</summary>
    PostgreSql,

    /// <summary>SQL Server 2019 or later, Azure SQL.</summary>
    SqlServer,
}

/// <summary>The registry on SQLite.</summary>
public sealed class SqliteRegistry(DbContextOptions<SqliteRegistry> options) : Registry(options)
{
    private protected override SqlNames Names => SqlNames.Sqlite;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => UtcInstants.Apply(conventions);
}

/// <summary>The registry on PostgreSQL. Text compares by its bytes as on SQLite, whatever the server's language: the order of pages
/// and what counts as equal are the hub's, not the installation's.</summary>
public sealed class PostgresRegistry(DbContextOptions<PostgresRegistry> options) : Registry(options)
{
    public const string Collation = "C";

    private protected override SqlNames Names => SqlNames.Postgres;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.Properties<string>().UseCollation(Collation);
}

/// <summary>The registry on SQL Server. Text compares by its code points: the server's own collation would take a client's id for another's
/// that differs in case alone.</summary>
public sealed class SqlServerRegistry(DbContextOptions<SqlServerRegistry> options) : Registry(options)
{
    public const string Collation = "Latin1_General_100_BIN2";

    private protected override SqlNames Names => SqlNames.SqlServer;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        UtcInstants.Apply(conventions);
        conventions.Properties<string>().UseCollation(Collation);
    }
}

/// <summary>Options of each engine, in one place.</summary>
public static class Engines
{
    public static DbContextOptionsBuilder UseEngine(this DbContextOptionsBuilder options, Engine engine, string connection)
    {
        options.ReplaceService<IModelCacheKeyFactory, RegistryModelKey>().ReplaceService<IMigrationsModelDiffer, ViewDiffer>();
        return engine switch
        {
            Engine.Sqlite => options.UseSqlite(connection, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(SqlitePragmas.Instance, SqliteCounts.Instance),
            Engine.PostgreSql => options.UseNpgsql(
                Prepared(connection), o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(CancelledConnections.Instance, OnePlan.Instance),
            _ => options.UseSqlServer(connection, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)),
        };
    }

    /// <summary>Statements that come again are planned once a connection. Lists are read by an equality on their region, so that a plan for any value
    /// is the plan for each. No setting of a pooled connection outlives its statement, so nothing has to be put back when it is returned.</summary>
    private static string Prepared(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (settings.MaxAutoPrepare == 0) (settings.MaxAutoPrepare, settings.NoResetOnClose) = (200, true);

        // Compiling the long predicates of a rule to machine code takes longer than answering them.
        if (string.IsNullOrEmpty(settings.Options)) settings.Options = "-c jit=off";
        return settings.ConnectionString;
    }

    /// <summary>The most rows that one statement of a save writes. One alone keeps SQL Server's dialect without MERGE, which not every server that
    /// speaks it has.</summary>
    public static void Batches(this DbContextOptionsBuilder options, Engine engine, int most) => _ = engine switch
    {
        Engine.Sqlite => options.UseSqlite(o => o.MaxBatchSize(most)),
        Engine.PostgreSql => options.UseNpgsql(o => o.MaxBatchSize(most)),
        _ => options.UseSqlServer(o => o.MaxBatchSize(most)),
    };

    /// <summary>Whether a fault of any engine says that a unique value is taken.</summary>
    public static bool IsTaken(Exception? fault) => fault is
        SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqlException { Number: 2601 or 2627 };

    public static Type RegistryType(this Engine engine) => engine switch
    {
        Engine.Sqlite => typeof(SqliteRegistry),
        Engine.PostgreSql => typeof(PostgresRegistry),
        _ => typeof(SqlServerRegistry),
    };
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteRegistry>
{
    public SqliteRegistry CreateDbContext(string[] args) =>
        new((DbContextOptions<SqliteRegistry>)new DbContextOptionsBuilder<SqliteRegistry>().UseEngine(Engine.Sqlite, "Data Source=:memory:").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresRegistry>
{
    public PostgresRegistry CreateDbContext(string[] args) =>
        new((DbContextOptions<PostgresRegistry>)new DbContextOptionsBuilder<PostgresRegistry>()
            .UseEngine(Engine.PostgreSql, "Host=127.0.0.1").Options);
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerRegistry>
{
    public SqlServerRegistry CreateDbContext(string[] args) =>
        new((DbContextOptions<SqlServerRegistry>)new DbContextOptionsBuilder<SqlServerRegistry>()
            .UseEngine(Engine.SqlServer, "Server=127.0.0.1").Options);
}
