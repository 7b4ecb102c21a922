using Microsoft.EntityFrameworkCore;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.AccessLog;

/// <summary>A hub that does not wait for locks.</summary>
public sealed class ImpatientHub : TestHub
{
    protected override double Scale => 0.01;
    protected override IEnumerable<string> Settings => ["--AccessLog:Wait=00:00:00.1"];
}

/// <summary>When the log cannot be written, no data leaves; when it can be again, it does, and nothing was charged for what was not given.</summary>
[OnEveryEngine]
public sealed class LogFaults
{
    private const string Two = "/api/v1/households?limit=2&region=91.03", Others = "/api/v1/households?limit=20&region=91.71";

    [Fact]
    public async Task A_locked_database_is_503_until_it_is_free()
    {
        await using var hub = new ImpatientHub();
        await hub.InitializeAsync();
        var http = await hub.As("kemensos");
        await http.Json(Two);
        var used = await Used(http);
        await using (var other = hub.Registry())
        {
            // On SQLite the transaction locks the whole database.
            await using var transaction = await other.Database.BeginTransactionAsync();
            if (TestDatabase.Engine == Engine.PostgreSql)
                await other.Database.ExecuteSqlRawAsync("LOCK TABLE \"AccessEntries\" IN EXCLUSIVE MODE");
            else if (TestDatabase.Engine == Engine.SqlServer)
                await other.Database.ExecuteSqlRawAsync("SELECT TOP 1 1 FROM AccessEntries WITH (TABLOCKX, HOLDLOCK)");
            for (var i = 0; i < 3; i++)
            {
                using var answer = await http.GetAsync(Others);
                await answer.ShouldBe(503, "access-log-unavailable");
            }
        }

        Assert.Equal(used, await Used(http));
        Assert.Equal(20, (await http.Json(Others)).Items().Count);
        Assert.True(await Used(http) > used);
        await Holds(hub, 2);
    }

    [Fact]
    public async Task A_second_hub_on_the_same_database_is_refused()
    {
        await using var hub = new ImpatientHub();
        await hub.InitializeAsync();
        var (code, said) = await Running.Verb(["--environment=Development", "--urls=http://127.0.0.1:0", .. hub.Database.Settings,
            $"--Keys:Path={hub.KeysPath}", "--AccessLog:Wait=00:00:00.1"]);
        Assert.Contains("Another hub writes the access log", said, StringComparison.Ordinal);
        Assert.Equal(2, code);
        Assert.Equal(2, (await (await hub.As("kemensos")).Json(Two)).Items().Count);
    }

    [Fact]
    public async Task A_full_disk_is_503_until_there_is_room()
    {
        if (TestDatabase.Engine != Engine.Sqlite) Assert.Skip("The disk of a server is its own.");
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") Assert.Skip("A small file system can be mounted by root only.");
        await using var hub = new ImpatientHub();
        Directory.CreateDirectory(hub.DataPath);
        Assert.SkipUnless(await Do("mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", hub.DataPath) == 0, "No file system can be mounted here.");
        try
        {
            await FillsUp(hub);
        }
        finally
        {
            try
            {
                await hub.Stop();
            }
            finally
            {
                // Away at once, whoever still has a file of it open: a process that is only being started has, until it is another program.
                Assert.Equal(0, await Do("umount", "--lazy", hub.DataPath));
            }
        }
    }

    private static async Task FillsUp(ImpatientHub hub)
    {
        await hub.InitializeAsync();
        var http = await hub.As("kemensos");
        await http.Json(Two);
        var filler = Path.Combine(hub.DataPath, "filler");
        Fill(filler);
        var given = 1;
        for (; given < 20_000; given++)
        {
            // What room the database still had in its own files is used up first.
            using var answer = await http.GetAsync(Two);
            if (answer.IsSuccessStatusCode) continue;
            await answer.ShouldBe(503, "access-log-unavailable");
            break;
        }

        using (var again = await http.GetAsync(Two)) await again.ShouldBe(503, "access-log-unavailable");
        File.Delete(filler);
        await http.Json(Two);
        await Holds(hub, given + 1);
    }

    private static void Fill(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write);
        var block = new byte[64 * 1024];
        for (var length = block.Length; length >= 512; length /= 2)
        {
            try
            {
                while (true) RandomAccess.Write(handle, block.AsSpan(0, length), RandomAccess.GetLength(handle));
            }
            catch (IOException)
            {
                // Full for a block of this size.
            }
        }
    }

    private static async Task<long> Used(HttpClient http) => (await http.Json("/api/v1/me")).GetProperty("budget").GetProperty("used").GetInt64();

    private static async Task Holds(TestHub hub, int entries)
    {
        var verdict = await VerifyAccessLog.Run(hub.Get<Registries>());
        Assert.Equal((entries, null), (verdict.Entries, verdict.Fault));
    }

    private static async Task<int> Do(string program, params string[] arguments)
    {
        using var process = new Running(program, arguments);
        return (await process.Ended).Code;
    }
}
