using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regsosek.Api;
using Regsosek.Api.Regions;
using Regsosek.Data;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;

[assembly: AssemblyFixture(typeof(Servers))]

namespace Regsosek.Tests.Engines;

/// <summary>Where test databases are: a server (<c>REGSOSEK_TEST_POSTGRES</c> or <c>REGSOSEK_TEST_SQLSERVER</c>, a connection string whose user may make
/// databases), or files. A database is copied faster than its tables and regions are made: new ones are copies of a template, made once a run.</summary>
public sealed class Servers : IDisposable
{
    private static readonly Lazy<string> Tables = new(() => Template("tables", null, _ => { }));
    private static readonly Lazy<string> Regions = new(() => Template("regions", Tables.Value, registries =>
        LoadRegions.IfEmpty(registries, Hub.Schema, default).GetAwaiter().GetResult()));

    private static bool IsPostgres => TestDatabase.Engine == Engine.PostgreSql;

    private static string Server { get; } = Environment.GetEnvironmentVariable(IsPostgres ? "REGSOSEK_TEST_POSTGRES" : "REGSOSEK_TEST_SQLSERVER") ?? "";

    public static string Connection(string database) => TestDatabase.Engine switch
    {
        Engine.Sqlite => $"Data Source={database}",
        Engine.PostgreSql => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 40 }.ConnectionString,
        _ => new SqlConnectionStringBuilder(Server) { InitialCatalog = database }.ConnectionString,
    };

    public static void Create(string database, Holding holding) => Copy(database, holding switch
    {
        Holding.Nothing => null,
        _ when TestDatabase.Engine == Engine.SqlServer => null,
        Holding.Tables => Tables.Value,
        _ => Regions.Value,
    });

    public static void Drop(string database)
    {
        switch (TestDatabase.Engine)
        {
            case Engine.Sqlite: File.Delete(database); break;
            case Engine.PostgreSql: Do($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)"); break;
            default: Do($"ALTER DATABASE \"{database}\" SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE \"{database}\""); break;
        }
    }

    public void Dispose()
    {
        foreach (var template in new[] { Regions, Tables })
            if (template.IsValueCreated) Drop(template.Value);
    }

    private static void Copy(string database, string? template)
    {
        if (TestDatabase.Engine != Engine.Sqlite) Do($"CREATE DATABASE \"{database}\"{(template is null ? "" : $" TEMPLATE \"{template}\"")}");
        else if (template is not null)
        {
            var folder = Path.GetDirectoryName(database)!;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.Copy(template, database);
        }
    }

    private static string Template(string holds, string? from, Action<Registries> fill)
    {
        var name = $"regsosek_{holds}_{Guid.CreateVersion7():n}";
        if (TestDatabase.Engine == Engine.Sqlite) name = Path.Combine(Path.GetTempPath(), name);
        Copy(name, from);
        var registries = new Registries(TestDatabase.Engine, Connection(name), TimeProvider.System);
        using var registry = registries.For(Caller.System("template"));
        registry.Database.Migrate();
        fill(registries);
        TestDatabase.Close(registry);
        return name;
    }

    private static void Do(string sql)
    {
        using DbConnection connection = IsPostgres ? new NpgsqlConnection(Server) : new SqlConnection(Server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 300;
        command.ExecuteNonQuery();
    }
}
