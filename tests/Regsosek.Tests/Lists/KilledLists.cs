using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Lists;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Exports;

namespace Regsosek.Tests.Lists;

/// <summary>The real hub, killed (SIGKILL) while it builds a list and while it freezes it: the list goes on at every start, and its entries and bytes are those of one that was never
/// killed.</summary>
[OnEveryEngine]
public sealed class KilledLists : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-lists-").FullName;

    [Fact]
    public async Task A_list_killed_in_building_and_in_freezing_equals_one_that_was_not()
    {
        using var database = new TestDatabase($"{_folder}/data", Holding.TablesAndRegions);
        var settings = database.Serving(_folder, $"--Exports:Path={_folder}/exports", "--Exports:PartFamilies=2", "--Exports:PageFamilies=2", "--Lists:PartEntries=5",
            "--Demo:Scale=0.1");
        var registries = new Registries(TestDatabase.Engine, database.Connection, TimeProvider.System);
        await using var registry = registries.For(Caller.System("test"));
        var id = await Killed.Times(2, settings, async http => (await Listed.Begin(http, new { rule = ListHub.Everybody })).Id(), () => LookedThrough(registry), by: 3);

        Assert.Equal(ListState.Building, (await registry.Lists.AsNoTracking().SingleAsync()).State);
        using (var hub = Running.Hub(settings))
        {
            using var http = await SignedIn.Ministry(await hub.Listening);
            await Listed.Until(http, id, "building");
            (await http.PostAsync($"{Listed.Path}/{id}/freeze", null)).EnsureSuccessStatusCode().Dispose();
            await Eventually.Holds("parts are written", async () => await registry.ListParts.CountAsync(p => p.Hash != null) > 3);
            hub.Kill();
            await hub.Ended;
        }

        Assert.Equal(ListState.Freezing, (await registry.Lists.AsNoTracking().SingleAsync()).State);
        using (var last = Running.Hub(settings))
        {
            using var http = await SignedIn.Ministry(await last.Listening);
            var killed = await Listed.Until(http, id, "freezing");
            var whole = await Listed.Frozen(http, new { rule = ListHub.Everybody, knownAt = killed.GetProperty("knownAt").GetString() });
            Assert.Equal(Hashes(killed), Hashes(whole));
            Assert.Equal(await Listed.Parts(http, killed), await Listed.Parts(http, whole));
            Assert.Equal(killed.GetProperty("counts").GetRawText(), whole.GetProperty("counts").GetRawText());
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "exports"), "*.next", SearchOption.AllDirectories));
            Assert.Equal(0, await registry.ListCandidates.CountAsync());
            last.Kill();
            await last.Ended;
        }

        TestDatabase.Close(registry);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<long> LookedThrough(Registry registry) => registry.ListStretches.LongCountAsync(s => s.Found != null);

    private static List<string> Hashes(JsonElement list) =>
        [.. list.GetProperty("parts").EnumerateArray().Select(p => $"{p.GetProperty("entries")} {p.GetProperty("sha256")}")];
}
