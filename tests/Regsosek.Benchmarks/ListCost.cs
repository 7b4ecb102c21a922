using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Regsosek.Api;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>What a list took, from its begin until it was drafted, and from then until it was frozen.</summary>
/// <param name="DraftSeconds">Until it was drafted: found, put in order, counted.</param>
/// <param name="FreezeSeconds">Then, until all parts were written and the manifest signed.</param>
/// <param name="CpuSeconds">Processor time of the hub until the draft.</param>
/// <param name="MemoryMb">The most that the process held resident.</param>
internal sealed record ListRecord(string Engine, string List, long Entries, double DraftSeconds, double FreezeSeconds, double CpuSeconds, long MemoryMb)
{
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Engine}, {List}: {Entries:N0} entries drafted in {DraftSeconds:0.0} s (bar 60 s a million families), {CpuSeconds:0.0} s of processor time in the hub; frozen in {FreezeSeconds:0.0} s more, {MemoryMb} MB at most");
}

/// <summary>list: has a list of every family of a database drafted and frozen by HTTP, and one of a programme drafted.</summary>
internal static class ListCost
{
    public static Command Command()
    {
        var engine = new Option<Engine>("--engine") { Required = true };
        var connection = new Option<string>("--connection") { Required = true };
        var keys = new Option<string>("--keys") { Required = true };
        var folder = new Option<string>("--folder") { Required = true };
        var records = new Option<string?>("--records");
        var command = new Command("list", "Measures lists of the nation.") { engine, connection, keys, folder, records };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = new RunSettings(parsed.GetValue(engine), parsed.GetValue(connection)!, parsed.GetValue(keys)!, "", parsed.GetValue(folder)!, 0);
            var made = await Measure(settings, stop);
            foreach (var one in made) Console.WriteLine(one.Line);
            if (parsed.GetValue(records) is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(made, JsonSerializerOptions.Web), stop);
        });
        return command;
    }

    private static async Task<IReadOnlyList<ListRecord>> Measure(RunSettings settings, CancellationToken stop)
    {
        await using var hub = Hub.Build(["--environment=Development", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", "--Demo:Seed=false",
            $"--Exports:Path={settings.Folder}", $"--Lists:ApproveAbove={int.MaxValue}", .. settings.HubSettings]);
        await FirstStart.Prepare(hub, stop);
        await hub.StartAsync(stop);
        using var http = await Ministry(new Uri(hub.Urls.First()), stop);

        // A hub that is at work has drafted a list before: of a province without families.
        await Drafted(http, new { programme = "PKH", region = "12" }, stop);
        List<ListRecord> made =
        [
            await Made("every family", new { rule = new { fact = "memberCount", op = ">=", value = 0 } }, isFrozen: true),
            await Made("PKH", new { programme = "PKH" }, isFrozen: false),
        ];
        await hub.StopAsync(stop);
        return made;

        async Task<ListRecord> Made(string name, object body, bool isFrozen)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var list = await Drafted(http, body, stop);
            cpu = Environment.CpuUsage.TotalTime - cpu;
            var drafted = (list.GetProperty("draftedAt").GetDateTime() - list.GetProperty("begunAt").GetDateTime()).TotalSeconds;
            var frozen = isFrozen ? await Frozen(http, list, stop) : 0;
            return new(Run.Name(settings.Engine), name, list.GetProperty("entries").GetInt64(), Math.Round(drafted, 2), Math.Round(frozen, 2), Math.Round(cpu.TotalSeconds, 2), Held());
        }
    }

    private static async Task<JsonElement> Drafted(HttpClient http, object body, CancellationToken stop)
    {
        using var begun = await http.PostAsJsonAsync("/api/v1/lists", body, stop);
        return await Until(http, await begun.Content.ReadFromJsonAsync<JsonElement>(stop), "building", "draft", stop);
    }

    private static async Task<double> Frozen(HttpClient http, JsonElement draft, CancellationToken stop)
    {
        var since = System.Diagnostics.Stopwatch.GetTimestamp();
        using var asked = await http.PostAsync($"/api/v1/lists/{draft.GetProperty("id").GetString()}/freeze", null, stop);
        await Until(http, draft, "freezing", "frozen", stop);
        return System.Diagnostics.Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static async Task<JsonElement> Until(HttpClient http, JsonElement list, string moving, string due, CancellationToken stop)
    {
        var url = $"/api/v1/lists/{list.GetProperty("id").GetString()}";
        for (list = await http.GetFromJsonAsync<JsonElement>(url, stop); list.GetProperty("state").GetString() == moving;)
        {
            await Task.Delay(100, stop);
            list = await http.GetFromJsonAsync<JsonElement>(url, stop);
        }

        return list.GetProperty("state").GetString() == due ? list : throw new InvalidOperationException($"The list is {list}");
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

    /// <summary>The most that this process held resident, in MB.</summary>
    private static long Held() => File.ReadLines("/proc/self/status").Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();
}
