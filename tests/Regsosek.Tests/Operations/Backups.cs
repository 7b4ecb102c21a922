using System.Text.RegularExpressions;
using Npgsql;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Data.Providers;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Operations;

/// <summary>A hub that goes on with a restored database and its keys.</summary>
public sealed class RestoredHub(TestDatabase database, string keys) : TestHub
{
    protected override IEnumerable<string> Settings => [.. database.Settings, $"--Keys:Path={keys}", "--Demo:Seed=false"];
}

/// <summary>A backup of data and keys, made while the hub runs, is the whole hub again.</summary>
[OnEveryEngine]
public sealed partial class Backups(WatchedHub hub) : IClassFixture<WatchedHub>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-").FullName;

    [Fact]
    public async Task A_hub_comes_back_from_its_backup_with_its_keys()
    {
        Assert.SkipWhen(TestDatabase.Engine == Engine.SqlServer, "SQL Server writes its backups where the tests can't read them");
        var before = await Families(hub);
        Assert.Contains("\"nik\":\"", before, StringComparison.Ordinal);
        using var copy = new TestDatabase($"{_folder}/data", Holding.Nothing);
        var copied = TestDatabase.Engine == Engine.Sqlite ? ByVerb(copy.Name) : ByDocumentedCommands(copy.Name);
        while (!copied.IsCompleted) await Families(hub);
        await copied;
        Directory.CreateDirectory($"{_folder}/keys");
        File.Copy($"{hub.KeysPath}/keys.json", $"{_folder}/keys/keys.json");

        await using var restored = new RestoredHub(copy, $"{_folder}/keys");
        await restored.InitializeAsync();
        Assert.Equal(before, await Families(restored));
        var verdict = await VerifyAccessLog.Run(restored.Get<Registries>());
        Assert.Null(verdict.Fault);
        Assert.True(verdict.Entries > 1);
        Assert.Equal(await hub.Numbers(), await restored.Numbers());
    }

    [Fact]
    public async Task A_backup_beside_the_keys_is_refused()
    {
        var (code, said) = await Running.Verb(
            ["backup", hub.KeysPath, "--environment=Development", .. hub.Database.Settings, $"--Keys:Path={hub.KeysPath}"]);
        Assert.Equal(2, code);
        Assert.Contains("The keys are there", said, StringComparison.Ordinal);
    }

    private async Task ByVerb(string file)
    {
        var (code, said) = await Running.Verb(
            ["backup", $"{_folder}/copies", "--environment=Development", .. hub.Database.Settings, $"--Keys:Path={hub.KeysPath}"]);
        Assert.True(code == 0, said);
        var copy = Assert.Single(Directory.GetFiles($"{_folder}/copies"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Copy(copy, file);
    }

    /// <summary>Those of docs/operating.md.</summary>
    private async Task ByDocumentedCommands(string database)
    {
        var commands = Bash().Matches(await File.ReadAllTextAsync(Path.Combine(Folders.Root, "docs/operating.md"))).Select(m => m.Groups[1].Value)
            .Single(block => block.StartsWith("pg_dump", StringComparison.Ordinal))
            .Replace("--dbname=restored", $"--dbname={database}", StringComparison.Ordinal)
            .Replace("registry.dump regsosek", $"registry.dump {hub.Database.Name}", StringComparison.Ordinal);
        var to = new NpgsqlConnectionStringBuilder(hub.Database.Connection);
        await Running.Command("bash", ["-euc", commands], _folder,
            ("PGHOST", to.Host), ("PGPORT", $"{to.Port}"), ("PGUSER", to.Username), ("PGPASSWORD", to.Password));
    }

    private static async Task<string> Families(TestHub hub)
    {
        using var http = await hub.As("kemensos");
        return (await http.Json("/api/v1/households?limit=20&include=members")).GetRawText();
    }

    [GeneratedRegex("^```bash\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Bash();

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
