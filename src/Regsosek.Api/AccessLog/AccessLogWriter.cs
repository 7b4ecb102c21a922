using System.Diagnostics;
using Regsosek.Api.Http;
using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>The one writer of the access log, on a thread of its own. Reads that arrive together are committed together; a read is released only
/// when its entry is durable.</summary>
public sealed class AccessLogWriter(Registries registries, AccessLogSettings settings, TimeProvider clock, ILogger<AccessLogWriter> log)
    : IHostedService, IDisposable
{
    private const int MaxWaiting = 4096;

    /// <summary>From this many reads a batch on, the next one is worth a short wait for as many.</summary>
    private const int Together = 3;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(2);
    private readonly object _gate = new();
    private readonly AccessLedger _ledger = new();
    private List<AccessRead> _waiting = [], _batch = [];
    private Thread? _thread;
    private bool _open;
    private int _wanted = 1;
    private AccessStore? _store;
    private OpenSegment? _segment;

    /// <summary>Whether the last thing asked of the log was done.</summary>
    public bool IsWritable { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _thread = new Thread(() => Run(ready)) { Name = "access log", IsBackground = true };
        _thread.Start();
        await ready.Task;
    }

    /// <summary>What waits is still written: requests have ended by now, or wait for this.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _open = false;
            Monitor.PulseAll(_gate);
        }

        return _thread is { } thread ? Task.Run(thread.Join, cancellationToken) : Task.CompletedTask;
    }

    public void Dispose() => StopAsync(default).GetAwaiter().GetResult();

    internal Task Append(AccessRead read)
    {
        lock (_gate)
        {
            if (!_open || _waiting.Count >= MaxWaiting) return Task.FromException(new ProblemException(Problems.LogUnavailable));
            _waiting.Add(read);
            if (_waiting.Count == 1 || _waiting.Count == _wanted) Monitor.Pulse(_gate);
        }

        return read.Durable;
    }

    /// <summary>Persons charged to an agreement in the last 24 hours. Goes through the one writer, which alone keeps the ledger.</summary>
    public async Task<long> Used(int agreement)
    {
        var ask = new AccessRead(Caller.Nobody with { AgreementKey = agreement }, "", "", "", FieldGroups.None, 0, AccessRead.Nothing);
        await Append(ask);
        return ask.Used;
    }

    private void Run(TaskCompletionSource ready)
    {
        try
        {
            MakeReady();
            lock (_gate) _open = true;
            ready.SetResult();
        }
        catch (Exception fault)
        {
            _store?.Dispose();
            ready.SetException(fault);
            return;
        }

        while (Take() is { } batch) Commit(batch);
        _store?.Dispose();
    }

    /// <summary>Everything that waits; null when the hub ends.</summary>
    private List<AccessRead>? Take()
    {
        lock (_gate)
        {
            _wanted = _batch.Count < Together ? 1 : _batch.Count;
            _batch.Clear();
            while (_waiting.Count == 0 && _open) Monitor.Wait(_gate);
            if (_waiting.Count < _wanted && _open) Gather();
            (_batch, _waiting) = (_waiting, _batch);
        }

        return _batch.Count > 0 ? _batch : null;
    }

    /// <summary>Callers that were answered together ask again together: one commit for them all costs less than one for the first and one for
    /// the rest.</summary>
    private void Gather()
    {
        var since = Stopwatch.GetTimestamp();
        while (_waiting.Count < _wanted && _open)
        {
            var left = Gathering - Stopwatch.GetElapsedTime(since);
            if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left)) return;
        }
    }

    private void Commit(List<AccessRead> batch)
    {
        try
        {
            var segment = MakeReady();
            var now = Instant(clock.GetUtcNow().UtcDateTime);
            var entries = new List<AccessEntry>(batch.Count);
            List<ClosedSegment> closed = [];
            foreach (var read in batch)
            {
                if (!_ledger.Charge(read, now))
                {
                    if (!read.IsQuestion) read.Fail(new ProblemException(Problems.BudgetExhausted));
                    continue;
                }

                entries.Add(read.Entry);
                if (segment.Add(read.Entry, now) is { } full) closed.Add(full);
            }

            var since = Stopwatch.GetTimestamp();
            if (entries.Count > 0) _store!.Append(entries, closed);
            if (entries.Count > 0) Telemetry.Committed(entries.Count, since);
            _ledger.Keep(segment.Next);
            IsWritable = true;
            foreach (var read in batch) read.Done();
        }
        catch (Exception fault)
        {
            // Whether it was written is for the store to say, when it can be asked again.
            IsWritable = false;
            Telemetry.NotCommitted();
            _ledger.GiveBack();
            _segment = null;
            log.LogError("The access log could not be written: {Fault}", fault.GetType().Name);
            foreach (var read in batch) read.Fail(new ProblemException(Problems.LogUnavailable));
        }
    }

    /// <summary>The end of the chain, from memory or, at the start and after a fault, from the store.</summary>
    private OpenSegment MakeReady()
    {
        if (_segment is { } known) return known;
        if (_store is { IsUsable: false })
        {
            _store.Dispose();
            _store = null;
        }

        _store ??= AccessStore.Open(registries, settings.Wait);
        var tail = _store.Tail();
        _ledger.CatchUp(_store, tail.Next, Instant(clock.GetUtcNow().UtcDateTime));
        IsWritable = true;
        return _segment = new(tail);
    }

    /// <summary>Whole microseconds: what every engine keeps, so that the hash of an entry can be made again from what is stored.</summary>
    private static DateTime Instant(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
