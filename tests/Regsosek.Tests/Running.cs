using System.Diagnostics;
using System.Text;
using Regsosek.Tests.Operations;

namespace Regsosek.Tests;

/// <summary>A process of a test; it ends with its test at the latest. What a hub writes is read with all that the suite emits.</summary>
internal sealed class Running : IDisposable
{
    private const string Listens = "The hub listens on ";
    private readonly Process _process;
    private readonly bool _isHub;
    private readonly TaskCompletionSource<Uri> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Running(string program, string[] arguments, string folder = "", params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _isHub = arguments is [var binary, ..] && binary == typeof(Api.Hub).Assembly.Location;
        _process = Process.Start(start)!;
        Ended = End();
    }

    /// <summary>The real binary, to serve or to do a verb.</summary>
    public static Running Hub(params string[] arguments) => new("dotnet", [typeof(Api.Hub).Assembly.Location, .. arguments]);

    /// <summary>A verb to its end, or a hub that should not start.</summary>
    public static async Task<Ending> Verb(params string[] arguments)
    {
        using var verb = Hub(arguments);
        return await verb.Ended.WaitAsync(Eventually.Patience);
    }

    /// <summary>A program to its end, which must be a good one.</summary>
    /// <returns>What it wrote, but for faults.</returns>
    public static async Task<string> Command(string program, string[] arguments, string folder = "", params (string Name, string? Value)[] environment)
    {
        using var command = new Running(program, arguments, folder, environment);
        var (code, output, faults) = await command.Ended;
        Assert.True(code == 0, $"{program} ended with {code}: {faults}{output}");
        return output;
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>When it has ended: how, and what it wrote.</summary>
    public Task<Ending> Ended { get; }

    /// <summary>Where the hub listens, as soon as it does.</summary>
    public Task<Uri> Listening => _listens.Task.WaitAsync(Eventually.Patience);

    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
    }

    /// <summary>Tells it to stop (SIGTERM).</summary>
    public Task Terminate() => Command("bash", ["-c", $"kill -TERM {_process.Id}"]);

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private async Task<Ending> End()
    {
        var (output, faults) = (Read(_process.StandardOutput), Read(_process.StandardError));
        await Task.WhenAll(output, faults);
        await _process.WaitForExitAsync();
        _listens.TrySetException(new InvalidOperationException($"The hub ended by itself: {await output}{await faults}"));
        return new(_process.ExitCode, await output, await faults);
    }

    private async Task<string> Read(StreamReader stream)
    {
        var read = new StringBuilder();
        while (await stream.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listens, StringComparison.Ordinal)) _listens.TrySetResult(new Uri(line[Listens.Length..]));
            read.AppendLine(line);
            if (_isHub) EmittedBySuite.Output(line);
        }

        return read.ToString();
    }
}

/// <summary>How a process ended, and what it wrote.</summary>
internal sealed record Ending(int Code, string Output, string Faults)
{
    public string Said => Output + Faults;

    public void Deconstruct(out int code, out string said) => (code, said) = (Code, Said);
}
