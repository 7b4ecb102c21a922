using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regsosek.Data;
using Regsosek.Data.Providers;

namespace Regsosek.Tests.Engines;

/// <summary>What a new test database holds already; an engine that copies databases slowly may start with less.</summary>
public enum Holding
{
    Nothing,
    Tables,
    TablesAndRegions,
}

/// <summary>A database of its own on the engine under test (<c>REGSOSEK_TEST_ENGINE</c>, SQLite unless set), gone when it is disposed.</summary>
public sealed partial class TestDatabase : IDisposable
{
    private readonly string _folder;

    public TestDatabase(string folder, Holding holding)
    {
        var test = TestContext.Current;
        Assert.True(new[] { test.TestCase?.Traits, test.TestClass?.Traits, test.TestCollection?.Traits }.Any(traits => traits?.ContainsKey(nameof(Engine)) == true),
            "A test that needs the database is marked [OnEveryEngine], or [OnEngine].");
        _folder = folder;
        Name = Engine == Engine.Sqlite ? Path.Combine(folder, "registry.db") : $"regsosek_{Guid.CreateVersion7():n}";
        Servers.Create(Name, holding);
        Connection = Servers.Connection(Name);
    }

    public static Engine Engine { get; } = Enum.Parse<Engine>(Environment.GetEnvironmentVariable("REGSOSEK_TEST_ENGINE") ?? nameof(Engine.Sqlite), ignoreCase: true);

    /// <summary>Of the database on its server; on SQLite its file.</summary>
    public string Name { get; }
    public string Connection { get; }

    /// <summary>The settings of a hub or verb on this database.</summary>
    public string[] Settings => Engine == Engine.Sqlite ? [$"--Data:Path={_folder}"] : [$"--Database:Provider={Engine}", $"--ConnectionStrings:Registry={Connection}"];

    /// <summary>Arguments of a hub that serves it as a process of its own, with its keys in a folder.</summary>
    public string[] Serving(string folder, params string[] also) =>
        ["--environment=Development", "--urls=http://127.0.0.1:0", .. Settings, $"--Keys:Path={folder}/keys", "--Logging:LogLevel:Default=None", .. also];

    /// <summary>SQL whose bytes (X'00FF') are written as the engine under test writes them.</summary>
    public static string Bytes(string sql) => Engine switch
    {
        Engine.Sqlite => sql,
        Engine.PostgreSql => BytesLiteral().Replace(sql, @"'\x$1'"),
        _ => BytesLiteral().Replace(sql, "0x$1"),
    };

    public bool Owns(DbConnection connection) => Name == (Engine == Engine.Sqlite ? connection.DataSource : connection.Database);

    /// <summary>Closes this database's idle connections, and no other's.</summary>
    public static void Close(Registry registry)
    {
        switch (registry.Database.GetDbConnection())
        {
            case SqliteConnection sqlite: SqliteConnection.ClearPool(sqlite); break;
            case NpgsqlConnection postgres: NpgsqlConnection.ClearPool(postgres); break;
            case SqlConnection server: SqlConnection.ClearPool(server); break;
        }
    }

    public void Dispose() => Servers.Drop(Name);

    [GeneratedRegex("X'([0-9A-F]*)'")]
    private static partial Regex BytesLiteral();
}
