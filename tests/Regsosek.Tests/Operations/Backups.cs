using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Data.Providers;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Partners;

namespace Regsosek.Tests.Operations;

/// <summary>A hub that goes on with restored data and keys.</summary>
public sealed class RestoredHub(string data, string keys) : TestHub
{
    protected override IEnumerable<string> Settings => [$"--Data:Path={data}", $"--Keys:Path={keys}", "--Demo:Seed=false"];
}

/// <summary>A small demonstration in a database of a PostgreSQL server.</summary>
public sealed class PostgresHub(string server, string database, string keys) : TestHub
{
    protected override double Scale => 0.005;
    protected override IEnumerable<string> Settings => ["--Database:Provider=PostgreSql", $"--Keys:Path={keys}",
        $"--ConnectionStrings:Registry={new NpgsqlConnectionStringBuilder(server) { Database = database, Pooling = false }.ConnectionString}"];
}

/// <summary>A backup of data and keys, made while the hub runs, is the whole hub again.</summary>
[OnEveryEngine]
public sealed partial class Backups(WatchedHub hub) : IClassFixture<WatchedHub>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-").FullName;

    [Fact]
    public async Task A_sqlite_hub_comes_back_from_its_backup_with_its_keys()
    {
        Assert.SkipUnless(TestDatabase.Engine == Engine.Sqlite, "the verb is for SQLite");
        using var http = await hub.As("kemensos");
        var before = (await http.Json("/api/v1/households?limit=20&include=members")).GetRawText();
        string[] own = ["--environment=Development", .. hub.Database.Settings, $"--Keys:Path={hub.KeysPath}"];
        var backup = ProductionTests.Run(["backup", $"{_folder}/copies", .. own]);
        while (!backup.IsCompleted) await http.Json("/api/v1/households?limit=1");
        var (code, said) = await backup;
        Assert.True(code == 0, said);
        var copy = Assert.Single(Directory.GetFiles($"{_folder}/copies"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));

        Directory.CreateDirectory($"{_folder}/data");
        Directory.CreateDirectory($"{_folder}/keys");
        File.Copy(copy, $"{_folder}/data/registry.db");
        File.Copy($"{hub.KeysPath}/keys.json", $"{_folder}/keys/keys.json");
        await using var restored = new RestoredHub($"{_folder}/data", $"{_folder}/keys");
        await restored.InitializeAsync();
        using var again = await restored.As("kemensos");
        Assert.Equal(before, (await again.Json("/api/v1/households?limit=20&include=members")).GetRawText());
        Assert.Contains("\"nik\":\"", before, StringComparison.Ordinal);
        var verdict = await VerifyAccessLog.Run(restored.Get<Registries>());
        Assert.Null(verdict.Fault);
        Assert.True(verdict.Entries > 1);
        Assert.Equal(await hub.Numbers(), await restored.Numbers());
    }

    [Fact]
    public async Task A_backup_beside_the_keys_is_refused()
    {
        var (code, said) = await ProductionTests.Run(
            ["backup", hub.KeysPath, "--environment=Development", .. hub.Database.Settings, $"--Keys:Path={hub.KeysPath}"]);
        Assert.Equal(2, code);
        Assert.Contains("The keys are there", said, StringComparison.Ordinal);
    }

    /// <summary>The commands of docs/operating.md, against a real server.</summary>
    [Fact]
    public async Task A_postgres_hub_comes_back_by_the_documented_commands()
    {
        var server = Environment.GetEnvironmentVariable("REGSOSEK_TEST_POSTGRES");
        Assert.SkipUnless(server is { Length: > 0 } && File.Exists("/usr/bin/pg_dump"), "REGSOSEK_TEST_POSTGRES is not set, or pg_dump is missing");
        var name = $"ops_{Guid.CreateVersion7():n}";
        try
        {
            await Sql(server, $"CREATE DATABASE {name}", $"CREATE DATABASE {name}_restored");
            string before;
            await using (var first = new PostgresHub(server, name, $"{_folder}/keys"))
            {
                await first.InitializeAsync();
                before = await Families(first);
                var commands = Bash().Matches(await File.ReadAllTextAsync(Path.Combine(Folders.Root, "docs/operating.md"))).Select(m => m.Groups[1].Value)
                    .Single(block => block.StartsWith("pg_dump", StringComparison.Ordinal));
                await Shell(server, commands.Replace("--dbname=restored", $"--dbname={name}_restored", StringComparison.Ordinal)
                    .Replace("registry.dump regsosek", $"registry.dump {name}", StringComparison.Ordinal));
            }

            await using var restored = new PostgresHub(server, $"{name}_restored", $"{_folder}/keys");
            await restored.InitializeAsync();
            Assert.Equal(before, await Families(restored));
            Assert.Null((await VerifyAccessLog.Run(restored.Get<Registries>())).Fault);
        }
        finally
        {
            await Sql(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", $"DROP DATABASE IF EXISTS {name}_restored WITH (FORCE)");
        }
    }

    private static async Task<string> Families(TestHub hub)
    {
        using var http = await hub.As("kemensos");
        return (await http.Json("/api/v1/households?limit=20&include=members")).GetRawText();
    }

    private async Task Shell(string server, string commands)
    {
        var to = new NpgsqlConnectionStringBuilder(server);
        var start = new ProcessStartInfo("bash", ["-euc", commands])
        {
            WorkingDirectory = _folder,
            RedirectStandardError = true,
            Environment = { ["PGHOST"] = to.Host, ["PGPORT"] = $"{to.Port}", ["PGUSER"] = to.Username, ["PGPASSWORD"] = to.Password },
        };
        using var bash = Process.Start(start)!;
        var said = await bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.True(bash.ExitCode == 0, said);
    }

    private static async Task Sql(string server, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    [GeneratedRegex("^```bash\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Bash();

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
