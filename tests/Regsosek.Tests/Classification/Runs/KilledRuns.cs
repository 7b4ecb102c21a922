using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification.Runs;

/// <summary>The real verb, killed (SIGKILL) in the midst of its work: the same command goes on, and the ranks are those of a run that was never killed.</summary>
[OnEveryEngine]
public sealed class KilledRuns : IDisposable
{
    private const int Kills = 5;
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-runs-").FullName;

    [Fact]
    public async Task A_run_killed_five_times_equals_one_that_was_not()
    {
        using var database = new TestDatabase($"{_folder}/data", Holding.TablesAndRegions);
        string[] settings = ["--environment=Development", .. database.Settings, $"--Keys:Path={_folder}/keys", "--Classification:PartFamilies=40"];
        await Done(["migrate", .. settings]);
        await Done(["seed", "--region", "91.71", "--families", "1500", .. settings]);
        await Done(["classify", .. settings]);
        var registries = new Registries(TestDatabase.Engine, database.Connection, TimeProvider.System);
        await using var registry = registries.For(Caller.System("test"));
        for (var kill = 0; kill < Kills; kill++)
        {
            using var verb = Running.Hub(["classify", .. settings]);
            var before = await At(registry);
            await Eventually.Holds("the run goes on", async () => verb.HasEnded || await At(registry) > before);
            verb.Kill();
            await verb.Ended;
        }

        Assert.NotNull(await registry.Runs.AsNoTracking().SingleAsync(r => r.Open != null));
        await Done(["classify", .. settings]);

        var runs = await registry.Runs.AsNoTracking().OrderBy(r => r.Key).ToListAsync();
        Assert.Equal(2, runs.Count);
        Assert.Equal(await Ranks(registry, runs[0]), await Ranks(registry, runs[1]));
        Assert.Equal((runs[0].Families, runs[0].Persons, runs[0].Ties), (runs[1].Families, runs[1].Persons, runs[1].Ties));
        TestDatabase.Close(registry);
    }

    [Fact]
    public async Task A_run_begun_by_REST_goes_on_when_the_hub_starts_again()
    {
        using var database = new TestDatabase($"{_folder}/rest", Holding.TablesAndRegions);
        var settings = database.Serving(_folder, "--Demo:Scale=0.05", "--Classification:PartFamilies=3");
        Guid id;
        using (var first = Running.Hub(settings))
        {
            using var office = await SignedIn.As("bps", await first.Listening);
            using var begun = await office.PostAsJsonAsync(Runs, new { seed = "killed" });
            id = (await begun.Json(HttpStatusCode.Accepted)).GetProperty("id").GetGuid();
            await Eventually.Holds("the run is at work", async () => (await office.Json($"{Runs}/{id}")).GetProperty("progress").GetProperty("scored").GetInt64() > 0);
            first.Kill();
            await first.Ended;
        }

        var registries = new Registries(TestDatabase.Engine, database.Connection, TimeProvider.System);
        await using var registry = registries.For(Caller.System("test"));
        Assert.NotNull(await registry.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Open != null && r.Id == id));
        using (var second = Running.Hub(settings))
        {
            using var office = await SignedIn.As("bps", await second.Listening);
            await Eventually.Holds("published", async () => (await office.Json($"{Runs}/{id}")).GetProperty("state").GetString() == "published");
            second.Kill();
            await second.Ended;
        }

        TestDatabase.Close(registry);
    }

    private const string Runs = "/api/v1/classification/runs";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task Done(string[] arguments)
    {
        var ending = await Running.Verb(arguments);
        Assert.True(ending.Code == 0, $"{ending.Code} {ending.Output}{ending.Faults}");
    }

    /// <summary>How far the newest run is.</summary>
    private static async Task<long> At(Registry registry) =>
        await registry.Runs.AsNoTracking().OrderByDescending(r => r.Key).Select(r => (r.Key * 100_000) + r.Scored + r.Ranked).FirstAsync();

    private static async Task<List<string>> Ranks(Registry registry, ClassificationRun run) =>
        await registry.Ranks.Where(r => r.RunKey == run.Key).OrderBy(r => r.HouseholdKey)
            .Select(r => $"{r.HouseholdKey} {r.Position} {r.Percentile} {r.Decile} {r.WelfareClass} {r.Score}").ToListAsync();
}
