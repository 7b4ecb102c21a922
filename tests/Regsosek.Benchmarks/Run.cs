using System.CommandLine;
using System.Text.Json;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>What one run measures, where, and how long.</summary>
internal sealed record RunSettings(Engine Engine, string Connection, string Keys, string Hub, string Folder, long Families)
{
    public int Connections { get; init; } = 32;
    public int Seconds { get; init; } = 4;
    public int Rounds { get; init; } = 3;

    /// <summary>Only that every case runs and answers as the floor does: in seconds, without a word on speed.</summary>
    public bool Smoke { get; init; }

    /// <summary>Part of the names of the cases to run; all when empty.</summary>
    public string Only { get; init; } = "";

    public IEnumerable<string> HubSettings =>
    [
        "--environment=Development", "--Demo:Seed=false", "--Limits:RequestsPerMinute=1000000000", $"--Keys:Path={Keys}",
        $"--Database:Provider={Engine}", $"--ConnectionStrings:Registry={Connection}",
    ];
}

/// <summary>run: starts hub and floor on one database, measures them in turns, prints a table, adds records to a file.</summary>
internal static class Run
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static Command Command()
    {
        var engine = new Option<Engine>("--engine") { Required = true };
        var connection = new Option<string>("--connection") { Required = true };
        var keys = new Option<string>("--keys") { Required = true };
        var hub = new Option<string>("--hub") { Required = true, Description = "Regsosek.Api.dll, Release." };
        var folder = new Option<string>("--folder") { Required = true, Description = "For requests and logs." };
        var records = new Option<string?>("--records") { Description = "JSON file that the records are added to." };
        var families = new Option<long>("--families") { Description = "How many the database holds, for the records." };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 4 };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3 };
        var only = new Option<string>("--only") { DefaultValueFactory = _ => "" };
        var smoke = new Option<bool>("--smoke");
        var command = new Command("run", "Measures the hub beside the floor.")
        { engine, connection, keys, hub, folder, records, families, seconds, rounds, only, smoke };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = new RunSettings(parsed.GetValue(engine), parsed.GetValue(connection)!, parsed.GetValue(keys)!, parsed.GetValue(hub)!,
                parsed.GetValue(folder)!, parsed.GetValue(families))
            {
                Seconds = parsed.GetValue(seconds),
                Rounds = parsed.GetValue(rounds),
                Only = parsed.GetValue(only)!,
                Smoke = parsed.GetValue(smoke),
            };
            var made = await Measure(settings, stop);
            if (parsed.GetValue(records) is { } file) await Add(file, made, stop);
        });
        return command;
    }

    private static async Task<List<Record>> Measure(RunSettings settings, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.Folder);
        await using var floor = await Server.Start("floor", Path.Combine(settings.Folder, "floor.log"), Floor.Listens,
            [typeof(Run).Assembly.Location, "floor", "--engine", settings.Engine.ToString(), "--connection", settings.Connection,
                "--keys", settings.Keys], stop);
        await using var hub = await Server.Start("hub", Path.Combine(settings.Folder, "hub.log"), "The hub listens on ",
            [settings.Hub, "--urls=http://127.0.0.1:0", .. settings.HubSettings], stop);

        using var cases = new Cases(settings, hub, floor);
        var records = new List<Record>();
        Console.WriteLine(Record.Head);
        var all = await cases.All(stop).ToListAsync(stop);
        foreach (var load in all.SelectMany(of => (Load[])[of.Hub, of.Base]).Distinct())
            if (!settings.Smoke) await Warm(load, settings.Connections, 12, stop);
        foreach (var of in all)
        {
            var connections = settings.Smoke ? 4 : of.Connections ?? settings.Connections;
            var rounds = new List<(Round, Round)>();
            for (var i = 0; i < (settings.Smoke ? 1 : settings.Rounds); i++)
                rounds.Add((await Ask(of.Hub, connections, settings, stop), await Ask(of.Base, connections, settings, stop)));
            if (rounds.Any(r => r.Item1.Requests == 0 || r.Item2.Requests == 0)) throw new InvalidOperationException($"{of.Name}: no answer");
            records.Add(Record.Of(Name(settings.Engine), settings.Families, connections, of, rounds));
            Console.WriteLine(records[^1].Line);
        }

        if (await cases.Oracle(stop) is { } oracle) records.Add(oracle);
        return records;
    }

    /// <summary>Code that was not run often enough is not yet compiled as it will be: until a round is no faster than those before.</summary>
    private static async Task Warm(Load load, int connections, int rounds, CancellationToken stop)
    {
        var best = 0.0;
        for (var (i, slower) = (0, 0); i < rounds && slower < 2; i++)
        {
            var rate = (await Wrk.Run(load, connections, 2, stop)).Rps;
            slower = rate > best * 1.03 ? 0 : slower + 1;
            best = Math.Max(best, rate);
        }
    }

    /// <summary>One round; where only answers count, as many as it takes until one has come.</summary>
    private static async Task<Round> Ask(Load load, int connections, RunSettings settings, CancellationToken stop)
    {
        if (!settings.Smoke) return await Wrk.Run(load, connections, settings.Seconds, stop);
        var round = await Wrk.Run(load, connections, 1, stop, smoke: true);
        for (var more = 0; round.Requests == 0 && more < 3; more++) round = await Wrk.Run(load, connections, 20, stop, smoke: true);
        return round;
    }

    public static string Name(Engine engine) => engine.ToString().ToLowerInvariant();

    private static async Task Add(string file, List<Record> made, CancellationToken stop)
    {
        var known = File.Exists(file) ? JsonSerializer.Deserialize<List<Record>>(await File.ReadAllTextAsync(file, stop), Json)! : [];
        known.RemoveAll(k => made.Any(m => (m.Engine, m.Case, m.Families) == (k.Engine, k.Case, k.Families)));
        await File.WriteAllTextAsync(file,
            JsonSerializer.Serialize(known.Concat(made), Json), stop);
    }
}
