using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Exports;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Exports;

/// <summary>The real hub, killed (SIGKILL) while it builds an export, again and again: the export goes on at every start, and its bytes are those of one
/// that was never killed.</summary>
[OnEveryEngine]
public sealed class KilledExports : IDisposable
{
    private const int Kills = 3;
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-exports-").FullName;

    [Fact]
    public async Task An_export_killed_three_times_equals_one_that_was_not()
    {
        using var database = new TestDatabase($"{_folder}/data", Holding.TablesAndRegions);
        var settings = database.Serving(_folder, $"--Exports:Path={_folder}/exports", "--Exports:PartFamilies=5", "--Exports:PageFamilies=2", "--Demo:Scale=0.1");
        var registries = new Registries(TestDatabase.Engine, database.Connection, TimeProvider.System);
        await using var registry = registries.For(Caller.System("test"));
        var id = await Killed.Times(Kills, settings, async http => (await Exported.Begin(http, new { reader = "households", query = new { include = "members" } })).Id(),
            () => Written(registry), by: 3);

        Assert.Equal(ExportState.Building, (await registry.Exports.AsNoTracking().SingleAsync()).State);
        using (var last = Running.Hub(settings))
        {
            using var http = await SignedIn.Ministry(await last.Listening);
            var killed = await Exported.Ended(http, id);
            var whole = await Exported.Made(http, new { reader = "households", query = new { include = "members", knownAt = KnownAt(killed) } });
            Assert.Equal(Hashes(killed), Hashes(whole));
            Assert.Equal(await Exported.Parts(http, killed), await Exported.Parts(http, whole));
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "exports"), "*.next", SearchOption.AllDirectories));
            last.Kill();
            await last.Ended;
        }

        TestDatabase.Close(registry);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<long> Written(Registry registry) => registry.ExportParts.LongCountAsync(p => p.Hash != null);

    private static string KnownAt(JsonElement export) => export.GetProperty("knownAt").GetString()!;

    private static List<string> Hashes(JsonElement export) =>
        [.. export.GetProperty("parts").EnumerateArray().Select(p => $"{p.GetProperty("families")} {p.GetProperty("sha256")}")];
}
