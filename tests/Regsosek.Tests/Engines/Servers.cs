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

/// <summary>The server under test (<c>REGSOSEK_TEST_POSTGRES</c> or <c>REGSOSEK_TEST_SQLSERVER</c>, a connection string whose user may make
/// databases). PostgreSQL copies a database faster than it makes tables: new ones are copies of a template, made once a run.</summary>
public sealed class Servers : IDisposable
{
    private static readonly Lazy<string> Tables = new(() => Template("tables", null, _ => { }));
    private static readonly Lazy<string> Regions = new(() => Template("regions", Tables.Value, registries =>
        LoadRegions.IfEmpty(registries, Hub.Schema, default).GetAwaiter().GetResult()));

    private static bool IsPostgres => TestDatabase.Engine == Engine.PostgreSql;

    private static string Server { get; } = Environment.GetEnvironmentVariable(IsPostgres ? "REGSOSEK_TEST_POSTGRES" : "REGSOSEK_TEST_SQLSERVER") ?? "";

    public static string Connection(string database) => IsPostgres
        ? new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 40 }.ConnectionString
        : new SqlConnectionStringBuilder(Server) { InitialCatalog = database }.ConnectionString;

    public static void Create(string database, Holding holding)
    {
        var template = holding switch { _ when !IsPostgres => null, Holding.Nothing => null, Holding.Tables => Tables.Value, _ => Regions.Value };
        Do($"CREATE DATABASE \"{database}\"{(template is null ? "" : $" TEMPLATE \"{template}\"")}");
    }

    public static void Drop(string database)
    {
        if (IsPostgres) Do($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
        else Do($"ALTER DATABASE \"{database}\" SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE \"{database}\"");
    }

    public void Dispose()
    {
        foreach (var template in new[] { Regions, Tables })
            if (template.IsValueCreated) Drop(template.Value);
    }

    private static string Template(string holds, string? from, Action<Registries> fill)
    {
        var name = $"regsosek_{holds}_{Guid.CreateVersion7():n}";
        Do($"CREATE DATABASE \"{name}\"{(from is null ? "" : $" TEMPLATE \"{from}\"")}");
        var registries = new Registries(TestDatabase.Engine, Connection(name), TimeProvider.System);
        using var registry = registries.For(Caller.System("template"));
        registry.Database.Migrate();
        fill(registries);
        NpgsqlConnection.ClearPool((NpgsqlConnection)registry.Database.GetDbConnection());
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
