using Microsoft.EntityFrameworkCore;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Operations;

/// <summary>One thing the hub needs before it can answer.</summary>
/// <param name="Fault">Type of the fault, or that there was no answer; null when it holds.</param>
public sealed record Check(string Name, string? Fault)
{
    public bool Holds => Fault is null;
}

/// <summary>Whether the hub can answer: the database is read, a number is sealed and opened, the log can be written. Asked at most once a second,
/// however often somebody wants to know.</summary>
public sealed class Readiness(
    Registries registries, Seal seal, LiveKeyRing keys, AccessLogWriter log, IHostApplicationLifetime life, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2), Fresh = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private Task<IReadOnlyList<Check>>? _last;
    private DateTimeOffset _asked;

    public Task<IReadOnlyList<Check>> Checks()
    {
        lock (_gate)
        {
            var isFresh = clock.GetUtcNow() - _asked < Fresh && !life.ApplicationStopping.IsCancellationRequested;
            if (_last is { IsCompleted: false } || (_last is not null && isFresh)) return _last;
            _asked = clock.GetUtcNow();
            return _last = Ask();
        }
    }

    private async Task<IReadOnlyList<Check>> Ask() => await Task.WhenAll(
        Holds("database", Database), Holds("keys", Keys), Holds("log", Log),
        Task.FromResult(new Check("running", life.ApplicationStopping.IsCancellationRequested ? "stopping" : null)));

    /// <summary>A check that does not answer is one that fails; it may end when it likes.</summary>
    private async Task<Check> Holds(string name, Func<Task> check)
    {
        try
        {
            await Task.Run(check).WaitAsync(Patience, clock);
            return new(name, null);
        }
        catch (TimeoutException)
        {
            return new(name, "no answer");
        }
        catch (Exception fault)
        {
            // Its type alone: a message may name a server, a file or a value.
            return new(name, fault.GetType().Name);
        }
    }

    private async Task Database()
    {
        await using var registry = registries.For(Caller.System("health"));
        await registry.Regions.AnyAsync();
    }

    private Task Keys()
    {
        if (keys.Fault is { } fault) throw fault;
        return seal.OpenText(seal.Close("health")) == "health" ? Task.CompletedTask : throw new InvalidDataException();
    }

    /// <summary>The writer answers, and a commit to where it writes is durable: a full disk lets the writer be asked, but nothing be
    /// written.</summary>
    private async Task Log()
    {
        await log.Used(0);
        if (!log.IsWritable) throw new IOException();
        await using var registry = registries.For(Caller.System("health"));
        await KeyBlocks.Touch(registry, "health");
    }
}
