using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Npgsql;
using Regsosek.Api;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>What an export took, from its begin until it was ready, beside COPY of the columns that it reads.</summary>
/// <param name="Seconds">Until it was ready, in a hub that has made one before.</param>
/// <param name="FirstSeconds">Of the first, whose code was compiled meanwhile.</param>
/// <param name="CpuSeconds">Processor time of the hub until then.</param>
/// <param name="PullSeconds">Then, to pull all parts, one after the other.</param>
/// <param name="MemoryMb">The most that the process held resident.</param>
/// <param name="OwnMb">The most of it that is no mapped file, looked at ten times a second.</param>
/// <param name="CopySeconds">COPY of the same columns to nowhere; null where the engine has none.</param>
/// <param name="Ratio">Speed of the export over that of COPY.</param>
internal sealed record ExportRecord(
    string Engine, string List, long Families, long Bytes, double Seconds, double FirstSeconds, double CpuSeconds, double PullSeconds, long MemoryMb, long OwnMb, double? CopySeconds, double? Ratio)
{
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Engine}, {List}: {Families:N0} families, {Bytes / 1e6:N0} MB in {Seconds:0.0} s, {Families / Seconds:N0} families/s (bar 50,000; the first one in {FirstSeconds:0.0} s), {CpuSeconds:0.0} s of processor time in the hub, pulled in {PullSeconds:0.0} s, {MemoryMb} MB at most, {OwnMb} MB its own (bar 300)")
        + (Ratio is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; COPY alone {CopySeconds:0.0} s, ratio {Ratio:0.00} (bar 0.4)"));
}

/// <summary>export: has every family of a database made into NDJSON by HTTP, as the demo partner of the other benchmarks.</summary>
internal static class ExportCost
{
    public static Command Command()
    {
        var engine = new Option<Engine>("--engine") { Required = true };
        var connection = new Option<string>("--connection") { Required = true };
        var keys = new Option<string>("--keys") { Required = true };
        var folder = new Option<string>("--folder") { Required = true };
        var records = new Option<string?>("--records");
        var members = new Option<bool>("--members");
        var command = new Command("export", "Measures an export of the nation beside COPY.") { engine, connection, keys, folder, records, members };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = new RunSettings(parsed.GetValue(engine), parsed.GetValue(connection)!, parsed.GetValue(keys)!, "", parsed.GetValue(folder)!, 0);
            var made = await Measure(settings, parsed.GetValue(members), stop);
            Console.WriteLine(made.Line);
            if (parsed.GetValue(records) is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(made, JsonSerializerOptions.Web), stop);
        });
        return command;
    }

    private static async Task<ExportRecord> Measure(RunSettings settings, bool members, CancellationToken stop)
    {
        await using var hub = Hub.Build(["--environment=Development", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", "--Demo:Seed=false",
            $"--Exports:Path={settings.Folder}", .. settings.HubSettings]);
        await FirstStart.Prepare(hub, stop);
        await hub.StartAsync(stop);
        using var http = await Ministry(new Uri(hub.Urls.First()), stop);
        long own = 0;
        await using var looking = new Timer(_ => own = Math.Max(own, Held("RssAnon:")), null, 0, 100);
        var first = await Made(http, members, stop);
        await Drop(http, first, stop);
        var cpu = Environment.CpuUsage.TotalTime;
        var export = await Made(http, members, stop);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        if (export.GetProperty("state").GetString() != "ready") throw new InvalidOperationException($"The export is {export}");
        var seconds = Seconds(export);
        var (parts, since) = (export.GetProperty("parts").EnumerateArray().ToList(), Stopwatch.GetTimestamp());
        foreach (var part in parts) await (await http.GetStreamAsync(part.GetProperty("href").GetString(), stop)).CopyToAsync(Stream.Null, stop);
        var pull = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var memory = Held("VmHWM:");
        var copy = settings.Engine == Engine.PostgreSql ? await Copied(settings.Connection, hub.Services, members, stop) : (double?)null;
        await Drop(http, export, stop);
        await hub.StopAsync(stop);
        return new(Run.Name(settings.Engine), members ? "families with members" : "families", export.GetProperty("families").GetInt64(),
            parts.Sum(p => p.GetProperty("bytes").GetInt64()), Math.Round(seconds, 2), Math.Round(Seconds(first), 2), Math.Round(cpu.TotalSeconds, 2), Math.Round(pull, 2), memory, own, copy, copy / seconds);
    }

    private static double Seconds(JsonElement export) => (export.GetProperty("endedAt").GetDateTime() - export.GetProperty("begunAt").GetDateTime()).TotalSeconds;

    /// <summary>A client may have so many at a time.</summary>
    private static async Task Drop(HttpClient http, JsonElement export, CancellationToken stop) =>
        (await http.DeleteAsync($"/api/v1/exports/{export.GetProperty("id").GetString()}", stop)).EnsureSuccessStatusCode().Dispose();

    private static async Task<JsonElement> Made(HttpClient http, bool members, CancellationToken stop, string? region = null)
    {
        var query = new Dictionary<string, string>();
        if (members) query["include"] = "members";
        if (region is not null) query["region"] = region;
        using var begun = await http.PostAsJsonAsync("/api/v1/exports", new { reader = "households", query }, stop);
        var export = await begun.Content.ReadFromJsonAsync<JsonElement>(stop);
        while (export.GetProperty("state").GetString() == "building")
        {
            await Task.Delay(100, stop);
            export = await http.GetFromJsonAsync<JsonElement>($"/api/v1/exports/{export.GetProperty("id").GetString()}", stop);
        }

        return export;
    }

    private static async Task<HttpClient> Ministry(Uri url, CancellationToken stop)
    {
        var http = new HttpClient { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", Floor.Partner), new("client_secret", $"{Floor.Partner}-demo")]);
        using var answer = await http.PostAsync("/connect/token", form, stop);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>Seconds of COPY alone, as text: the columns of families and ranks that the partner's fields are made of; with members, theirs too.</summary>
    private static async Task<double> Copied(string connection, IServiceProvider services, bool members, CancellationToken stop)
    {
        await using var registry = services.GetRequiredService<Registries>().For(Caller.System("benchmark"));
        var client = await services.GetRequiredService<CurrentClients>().Find(Floor.Partner);
        var granted = client!.Agreement.Fields;
        var run = await registry.RunInForce(stop);
        var families = Columns(services.GetRequiredService<Fields<HouseholdView>>(), granted, typeof(Household), "h", ["Key", "VillageCode", "FamilyCardSealed", "MemberCount"]);
        await using var postgres = new NpgsqlConnection(connection + ";Command Timeout=0");
        await postgres.OpenAsync(stop);
        var since = Stopwatch.GetTimestamp();
        await Out(postgres, $"SELECT {families}, r.\"RunKey\", r.\"Decile\", r.\"WelfareClass\", r.\"Score\" FROM \"Households\" h JOIN \"Ranks\" r ON r.\"HouseholdKey\" = h.\"Key\" AND r.\"RunKey\" = {run}", stop);
        if (members)
            await Out(postgres, $"SELECT {Columns(services.GetRequiredService<Fields<MemberView>>(), granted, typeof(Person), "p", ["Key", "HouseholdKey", "NikSealed"])} FROM \"Persons\" p", stop);
        return Math.Round(Stopwatch.GetElapsedTime(since).TotalSeconds, 2);
    }

    private static string Columns<TView>(Fields<TView> fields, FieldGroups granted, Type entity, string alias, string[] also) => string.Join(", ",
        fields.All.Where(f => (granted & f.Group) == f.Group && f.Name is not ("members" or "classification" or "welfareClass" or "decile" or "score"))
            .Select(f => f.Property.Name).Where(name => entity.GetProperty(name) is { CanWrite: true }).Concat(also).Distinct().Select(name => $"{alias}.\"{name}\""));

    private static async Task Out(NpgsqlConnection postgres, string query, CancellationToken stop)
    {
        using var copy = await postgres.BeginTextExportAsync($"COPY ({query}) TO STDOUT", stop);
        var buffer = new char[1 << 16];
        while (await copy.ReadAsync(buffer, stop) > 0)
        {
        }
    }

    /// <summary>A line of the state of this process, in MB.</summary>
    private static long Held(string line) => File.ReadLines("/proc/self/status").Where(l => l.StartsWith(line, StringComparison.Ordinal))
        .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();
}
