using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Regsosek.Api;
using Regsosek.Api.Classification;
using Regsosek.Api.Classification.Runs;
using Regsosek.Data.Classification;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>What a run took, from its begin until it was in force, beside COPY of what it reads and writes.</summary>
/// <param name="MemoryMb">The most that the process held resident; of SQLite with its file, as far as it is mapped.</param>
/// <param name="OwnMb">The most of it that is no mapped file, looked at ten times a second.</param>
/// <param name="CopySeconds">COPY of the inputs to nowhere and of the outputs into tables with the same indexes; null where the engine has none.</param>
/// <param name="Ratio">Speed of the run over that of COPY.</param>
internal sealed record ClassifyRecord(
    string Engine, long Families, long Persons, double Seconds, long MemoryMb, long OwnMb, double? CopySeconds, double? Ratio)
{
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Engine}: {Families:N0} families, {Persons:N0} persons ranked and in force in {Seconds:0.0} s, {Families / Seconds:N0} families/s, {MemoryMb} MB at most, {OwnMb} MB its own (bar 400)")
        + (Ratio is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; COPY alone {CopySeconds:0.0} s, ratio {Ratio:0.00} (bar 0.25)"));
}

/// <summary>classify: ranks every family of a database as the verb does, and beside it copies the same rows.</summary>
internal static class ClassifyCost
{
    public static Command Command()
    {
        var engine = new Option<Engine>("--engine") { Required = true };
        var connection = new Option<string>("--connection") { Required = true };
        var keys = new Option<string>("--keys") { Required = true };
        var records = new Option<string?>("--records");
        var command = new Command("classify", "Measures a run of the nation beside COPY.") { engine, connection, keys, records };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = new RunSettings(parsed.GetValue(engine), parsed.GetValue(connection)!, parsed.GetValue(keys)!, "", "", 0);
            var made = await Measure(settings, stop);
            Console.WriteLine(made.Line);
            if (parsed.GetValue(records) is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(made, JsonSerializerOptions.Web), stop);
        });
        return command;
    }

    private static async Task<ClassifyRecord> Measure(RunSettings settings, CancellationToken stop)
    {
        await using var hub = Hub.Build(["--Logging:LogLevel:Default=Warning", .. settings.HubSettings]);
        var last = RunState.Scoring;
        long own = 0;
        await using var looking = new Timer(_ => own = Math.Max(own, Held("RssAnon:")), null, 0, 100);
        var since = Stopwatch.GetTimestamp();
        var run = await hub.Services.GetRequiredService<Classify>().Run(new(), p =>
        {
            if (p.State != last) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scored after {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s"));
            last = p.State;
        }, stop);
        var seconds = (run.PublishedAt!.Value - run.RecordedAt).TotalSeconds;
        var memory = Held("VmHWM:");
        var copy = settings.Engine == Engine.PostgreSql
            ? await Copied(settings.Connection, await hub.Services.GetRequiredService<PublishedModels>().Of(run, stop), run.Key, stop)
            : (double?)null;
        return new(Run.Name(settings.Engine), run.Families, run.Persons, Math.Round(seconds, 1), memory, own, copy, copy / seconds);
    }

    /// <summary>Seconds of COPY alone: the columns that the model reads, then scores and ranks of the run into tables of the same shape.</summary>
    private static async Task<double> Copied(string connection, ScoringModel model, long run, CancellationToken stop)
    {
        await using var postgres = new NpgsqlConnection(connection + ";Command Timeout=0");
        await postgres.OpenAsync(stop);
        var seconds = 0.0;
        foreach (var (table, unit, always) in ((string, Regsosek.Api.Rules.Unit, string[])[])
            [("Households", Regsosek.Api.Rules.Unit.Family, ["Key", "SourceId", "VillageCode"]), ("Persons", Regsosek.Api.Rules.Unit.Person, ["Key", "HouseholdKey", "Presence"])])
        {
            var columns = always.Concat(model.Variables.Where(v => v.Unit == unit).Select(v => v.Column)).Distinct().Select(c => $"\"{c}\"");
            seconds += await Timed(() => Out(postgres, $"SELECT {string.Join(',', columns)} FROM \"{table}\"", Stream.Null, stop));
        }

        foreach (var table in (string[])["Scores", "Ranks"])
        {
            var file = Path.GetTempFileName();
            try
            {
                await using (var rows = File.Create(file)) await Out(postgres, $"SELECT * FROM \"{table}\" WHERE \"RunKey\" = {run}", rows, stop);
                await Do(postgres, $"DROP TABLE IF EXISTS \"Copied\"; CREATE TABLE \"Copied\" (LIKE \"{table}\" INCLUDING ALL)", stop);
                seconds += await Timed(() => In(postgres, file, stop));
            }
            finally
            {
                await Do(postgres, "DROP TABLE IF EXISTS \"Copied\"", stop);
                File.Delete(file);
            }
        }

        return Math.Round(seconds, 1);
    }

    private static async Task Out(NpgsqlConnection postgres, string query, Stream to, CancellationToken stop)
    {
        await using var copy = await postgres.BeginRawBinaryCopyAsync($"COPY ({query}) TO STDOUT (FORMAT BINARY)", stop);
        await copy.CopyToAsync(to, stop);
    }

    private static async Task In(NpgsqlConnection postgres, string file, CancellationToken stop)
    {
        await using var rows = File.OpenRead(file);
        await using var copy = await postgres.BeginRawBinaryCopyAsync("COPY \"Copied\" FROM STDIN (FORMAT BINARY)", stop);
        await rows.CopyToAsync(copy, stop);
    }

    private static async Task Do(NpgsqlConnection postgres, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, postgres);
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<double> Timed(Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    /// <summary>A line of the state of this process, in MB.</summary>
    private static long Held(string line) => File.ReadLines("/proc/self/status").Where(l => l.StartsWith(line, StringComparison.Ordinal))
        .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();
}
