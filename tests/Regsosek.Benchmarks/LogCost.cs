using System.CommandLine;
using System.Text.Json;
using Regsosek.Api;
using Regsosek.Api.AccessLog;
using Regsosek.Api.AsOf;
using Regsosek.Data;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>What the access log costs in one case: requests/s kept of those without it, latency and processor time added. Medians of pairs of rounds.
/// </summary>
internal sealed record LogRecord(
    string Engine, string Case, int Connections, double OffRps, double OnRps, double Kept, double OffP50, double AddedP50,
    double OffCpuMs, double AddedCpuMs)
{
    public string Line => $"{Case,-8} {Connections,3} connections: {OffRps,6:0} -> {OnRps,6:0} rps, kept {Kept:0.000} (bar 0.8 at 64); "
        + $"p50 {OffP50:0.00} +{AddedP50:0.00} ms (bar 1.5 at 1); processor {OffCpuMs:0.000} +{AddedCpuMs:0.000} ms a request";
}

/// <summary>log: one hub in one process, asked by wrk in turns with the access log and without it. Only this program can leave the log out: it puts a
/// disclosure of its own into a hub of its own.</summary>
internal static class LogCost
{
    public static Command Command()
    {
        var engine = new Option<Engine>("--engine") { Required = true };
        var connection = new Option<string>("--connection") { Required = true };
        var keys = new Option<string>("--keys") { Required = true };
        var folder = new Option<string>("--folder") { Required = true };
        var records = new Option<string?>("--records");
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 2 };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 7 };
        var command = new Command("log", "Measures the hub with its access log beside the hub without it.")
        { engine, connection, keys, folder, records, seconds, rounds };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = new RunSettings(
                parsed.GetValue(engine), parsed.GetValue(connection)!, parsed.GetValue(keys)!, "", parsed.GetValue(folder)!, 0)
            {
                Seconds = parsed.GetValue(seconds),
                Rounds = parsed.GetValue(rounds),
            };
            var made = await Measure(settings, stop);
            if (parsed.GetValue(records) is { } file)
                await File.WriteAllTextAsync(file, JsonSerializer.Serialize(made, JsonSerializerOptions.Web), stop);
        });
        return command;
    }

    private static async Task<List<LogRecord>> Measure(RunSettings settings, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.Folder);
        await using var hub = Hub.Build(
            ["--Logging:LogLevel:Default=Warning", "--urls=http://127.0.0.1:0", .. settings.HubSettings], services => services.AddScoped<Disclosure, Silent>());
        await FirstStart.Prepare(hub, stop);
        await hub.StartAsync(stop);
        var url = new Uri(hub.Urls.Single());
        var server = Server.This(url);
        using var requests = new Requests(server, server, settings.Folder);
        var token = await requests.Token("kemensos", "kemensos-demo", stop);
        var pages = (await requests.Walk(token, 200, 50, stop)).ConvertAll(c => Requests.Page(c));
        await using var registry = hub.Services.GetRequiredService<Registries>().For(Caller.System("benchmark"));
        var ids = registry.Households.Where(h => h.Key % 7 == 0).Select(h => h.Id).Take(20_000).ToList().ConvertAll(Requests.One);

        var made = new List<LogRecord>();
        foreach (var (name, lines) in new[] { ("by-id", ids), ("page", pages) })
        {
            var load = requests.Write(server, name, lines, post: false, token);
            await Warm(url, token, lines, stop);
            foreach (var connections in new[] { 64, 1 })
            {
                made.Add(await Turns(settings, name, load, connections, stop));
                Console.WriteLine(made[^1].Line);
            }
        }

        foreach (var subjects in new[] { 1, 50 })
        {
            foreach (var atOnce in new[] { 64, 1 })
                Console.WriteLine(await Alone(hub.Services.GetRequiredService<AccessLogWriter>(), subjects, atOnce, stop));
        }

        await hub.StopAsync(stop);
        return made;
    }

    /// <summary>The log without HTTP and without the read: what it costs by itself.</summary>
    private static async Task<string> Alone(AccessLogWriter log, int subjects, int atOnce, CancellationToken stop)
    {
        const int Reads = 20_000;
        var caller = Caller.System("benchmark");
        var took = new double[Reads];
        var reading = new ReadContext { Surface = "GET /api/v1/households/", Shape = "limit=50" };
        var process = System.Diagnostics.Process.GetCurrentProcess();
        for (var round = 0; round < 2; round++)
        {
            process.Refresh();
            var (before, next) = (process.TotalProcessorTime, -1);
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(Ask, stop)));
            var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
            process.Refresh();
            var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / Reads;
            Array.Sort(took);
            if (round == 1)
                return $"alone, {subjects} families, {atOnce} at once: {Reads / seconds:0} reads/s, p50 {took[Reads / 2]:0.000} ms, "
                    + $"processor {cpu:0.000} ms a read";

            async Task Ask()
            {
                for (int i; (i = Interlocked.Increment(ref next)) < Reads;)
                {
                    var from = System.Diagnostics.Stopwatch.GetTimestamp();
                    var families = Enumerable.Range(0, subjects).Select(s => ((i * 37L % 9973) + s, 4));
                    await new Disclosure(log, reading, caller, new()).Record(families, FieldGroups.All, stop);
                    took[i] = System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalMilliseconds;
                }
            }
        }

        return "";
    }

    /// <summary>Code that was not run often enough is not yet compiled as it will be.</summary>
    private static async Task Warm(Uri url, string token, List<string> lines, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var all = Enumerable.Range(0, 2000).Select(i => lines[i % lines.Count]);
        await Parallel.ForEachAsync(all, stop, async (line, token) => await http.GetStringAsync(line, token));
    }

    private static async Task<LogRecord> Turns(RunSettings settings, string name, Load load, int connections, CancellationToken stop)
    {
        var pairs = new List<(Round Off, Round On)>();
        for (var round = -1; round < settings.Rounds; round++)
        {
            // Who goes first changes: the second of a pair finds warmer caches. The round -1 only warms.
            var first = round % 2 == 0;
            var a = await Ask(first);
            var b = await Ask(!first);
            if (round >= 0) pairs.Add(first ? (a, b) : (b, a));
        }

        return new(Run.Name(settings.Engine), name, connections, Middle(p => p.Off.Rps), Middle(p => p.On.Rps), Middle(p => p.On.Rps / p.Off.Rps),
            Middle(p => p.Off.P50), Middle(p => p.On.P50 - p.Off.P50), Middle(p => p.Off.CpuMs), Middle(p => p.On.CpuMs - p.Off.CpuMs));

        Task<Round> Ask(bool silent)
        {
            Silent.Now = silent;
            GC.Collect();
            return Wrk.Run(load, connections, settings.Seconds, stop);
        }

        double Middle(Func<(Round Off, Round On), double> of) => pairs.Select(of).Order().ElementAt(pairs.Count / 2);
    }
}

/// <summary>Leaves the log out, when this program says so.</summary>
internal sealed class Silent(AccessLogWriter log, ReadContext reading, Caller caller, MomentSlot asOf) : Disclosure(log, reading, caller, asOf)
{
    public static volatile bool Now;

    public override Task Record(IReadOnlyDictionary<long, int> subjects, int families, FieldGroups read, CancellationToken stop) =>
        Now ? Task.CompletedTask : base.Record(subjects, families, read, stop);
}
