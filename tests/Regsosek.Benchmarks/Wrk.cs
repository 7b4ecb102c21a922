using System.Diagnostics;
using System.Text.Json;

namespace Regsosek.Benchmarks;

/// <summary>What wrk is to send: lines of its script, to whom, with which token.</summary>
internal sealed record Load(Server Server, string RequestsFile, bool Post, string? Token);

/// <summary>What wrk saw in one round: requests and seconds, latency in ms, answers that were not 200, and those not waited for.</summary>
internal sealed record Round(long Requests, double Seconds, double P50, double P95, double P99, long Failed, long Late)
{
    public double CpuMs { get; init; }
    public double Rps => Requests / Seconds;
}

/// <summary>Runs wrk for one round.</summary>
internal static class Wrk
{
    /// <param name="smoke">Says nothing on speed: answers may be late.</param>
    public static async Task<Round> Run(Load load, int connections, int seconds, CancellationToken stop, bool smoke = false)
    {
        var before = load.Server.CpuSeconds;
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s",
            "-s", Path.Combine(AppContext.BaseDirectory, "wrk.lua"), load.Server.Url.ToString()])
            start.ArgumentList.Add(argument);
        start.Environment["REQUESTS"] = load.RequestsFile;
        if (load.Token is not null) start.Environment["TOKEN"] = load.Token;
        if (load.Post) start.Environment["POST"] = "1";
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync(stop);
        await wrk.WaitForExitAsync(stop);
        var line = output.Split('\n').Last(l => l.StartsWith('{'));
        var round = JsonSerializer.Deserialize<Round>(line, JsonSerializerOptions.Web)!;
        if (round.Failed > 0 || (round.Late > 0 && !smoke))
            throw new InvalidOperationException($"{round.Failed} of {round.Requests} answers were faults, {round.Late} came too late: {output}");
        return round with { CpuMs = (load.Server.CpuSeconds - before) * 1000 / Math.Max(1, round.Requests) };
    }
}
