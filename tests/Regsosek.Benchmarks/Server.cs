using System.Diagnostics;
using System.Globalization;

namespace Regsosek.Benchmarks;

/// <summary>A process under measurement: started, waited for, its processor time read, stopped.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    /// <summary>Seconds of processor time, all threads, since the start.</summary>
    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>This process itself: not to be disposed.</summary>
    public static Server This(Uri url) => new(Process.GetCurrentProcess(), url);

    public static async Task<Server> Start(string name, string log, Uri url, string ready, IEnumerable<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start)!;
        var server = new Server(process, url);
        var output = File.CreateText(log);
        process.OutputDataReceived += (_, line) => { lock (output) output.WriteLine(line.Data); };
        process.ErrorDataReceived += (_, line) => { lock (output) output.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await tick.WaitForNextTickAsync(stop))
        {
            if (process.HasExited) throw new InvalidOperationException($"The {name} ended before it listened: {log}");
            try
            {
                if ((await http.GetAsync(new Uri(url, ready), stop)).IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
