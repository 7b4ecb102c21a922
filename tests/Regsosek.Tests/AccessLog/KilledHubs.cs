using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.AccessLog;

/// <summary>The real binary, killed (SIGKILL) under load, again and again: what a client was answered is on record. The number of kills is
/// REGSOSEK_KILLS, 20 by default.</summary>
[OnEveryEngine]
public sealed class KilledHubs : IDisposable
{
    private const int Readers = 12;
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-kill-").FullName;
    private readonly ConcurrentDictionary<string, bool> _answered = new();
    private long _sent;

    [Fact]
    public async Task Every_answered_read_is_on_record_however_the_hub_ends()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("REGSOSEK_KILLS") ?? "20", System.Globalization.CultureInfo.InvariantCulture);
        using var database = new TestDatabase($"{_folder}/data", Holding.TablesAndRegions);
        var settings = database.Serving(_folder, "--Demo:Scale=0.005");
        var random = new Random(20);
        string? token = null;
        List<string> paths = [];
        for (var kill = 0; kill < kills; kill++)
        {
            using var hub = Running.Hub(settings);
            using var http = new HttpClient { BaseAddress = await hub.Listening };
            token ??= await Token(http);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (paths.Count == 0) paths = await Paths(http);
            var until = _answered.Count + random.Next(1, 120);
            await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Read(http, paths, random.Next(), () =>
            {
                if (_answered.Count >= until) hub.Kill();
            })));
            await hub.Ended;
        }

        var registries = new Registries(TestDatabase.Engine, database.Connection, TimeProvider.System);
        await using var registry = registries.For(Caller.System("test"));
        var entries = await registry.AccessEntries.Select(e => new { e.RequestId, e.AgreementKey, e.Subjects }).ToListAsync();
        var recorded = entries.ToLookup(e => e.RequestId);
        Assert.DoesNotContain(_answered.Keys, id => recorded[id].Count() != 1);
        Assert.True(_sent > _answered.Count, "no kill hit a request");
        Assert.True(entries.Count <= _sent, "there are entries that nobody asked for");
        var verdict = await VerifyAccessLog.Run(registries);
        Assert.Equal((entries.Count, null), (verdict.Entries, verdict.Fault));

        // The ledger that a start makes again is that of the entries.
        using (var last = Running.Hub(settings))
        {
            using var http = new HttpClient { BaseAddress = await last.Listening };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var persons = entries.SelectMany(e => PackedSubjects.Read(e.Subjects)).GroupBy(s => s.Subject).Sum(s => s.Max(x => x.Persons));
            Assert.Equal(persons, (await http.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("budget").GetProperty("used").GetInt64());
            last.Kill();
            await last.Ended;
        }

        TestDatabase.Close(registry);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Asks one read after the other until the hub is gone; a whole answer counts as answered.</summary>
    private async Task Read(HttpClient http, List<string> paths, int seed, Action answered)
    {
        var random = new Random(seed);
        try
        {
            while (true)
            {
                Interlocked.Increment(ref _sent);
                using var answer = await http.GetAsync(paths[random.Next(paths.Count)], HttpCompletionOption.ResponseContentRead);
                answer.EnsureSuccessStatusCode();
                Assert.True(_answered.TryAdd(answer.Headers.GetValues("X-Request-Id").Single(), true));
                answered();
            }
        }
        catch (HttpRequestException fault) when (fault.StatusCode is null)
        {
            // The hub was killed.
        }
    }

    private async Task<List<string>> Paths(HttpClient http)
    {
        Interlocked.Increment(ref _sent);
        using var answer = await http.GetAsync("/api/v1/households?limit=20");
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
        _answered[answer.Headers.GetValues("X-Request-Id").Single()] = true;
        return ["/api/v1/households?limit=10", "/api/v1/households?limit=5&include=members",
            .. page.GetProperty("items").EnumerateArray().Select(h => $"/api/v1/households/{h.GetProperty("id").GetString()}")];
    }

    private static async Task<string> Token(HttpClient http)
    {
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", "kemensos"), new("client_secret", "kemensos-demo")]);
        using var answer = await http.PostAsync("/connect/token", form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
