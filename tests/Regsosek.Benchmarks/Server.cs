using System.Diagnostics;
using System.Globalization;

namespace Regsosek.Benchmarks;

/// <summary>A process under measurement: started, waited for, its processor time read, stopped.</summary>
internal sealed class Server : IAsyncDisposable
{
    /// <summary>A start takes seconds; what has not come by then does not come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

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

    /// <summary>Starts it on a port of its own choice, which it says: so what answers there is what was started.</summary>
    /// <param name="says">What stands before the address in the line that tells it.</param>
    public static async Task<Server> Start(string name, string log, string says, IEnumerable<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_gcServer"] = "0";
        var output = TextWriter.Synchronized(new StreamWriter(log) { AutoFlush = true });
        var listens = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Said(line.Data);
        process.ErrorDataReceived += (_, line) => Said(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var ended = process.WaitForExitAsync(stop);
            if (await Task.WhenAny(listens.Task, ended).WaitAsync(Patience, stop) == ended)
                throw new InvalidOperationException($"The {name} ended before it listened: {log}");
            return new(process, await listens.Task);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        void Said(string? line)
        {
            output.WriteLine(line);
            if (line?.Split(says) is [_, var url]) listens.TrySetResult(new Uri(url));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            try
            {
                await _process.WaitForExitAsync().WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }
}
