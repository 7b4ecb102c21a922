using Microsoft.Extensions.Primitives;

namespace Regsosek.Data.Protection;

/// <summary>The key ring as its file has it now: a running hub takes up what a verb changed, without a restart. A file that can't be read changes
/// nothing, and <see cref="Fault"/> says so.</summary>
public sealed class LiveKeyRing : IDisposable
{
    private readonly string? _path;
    private readonly Func<KeyRing?> _load;
    private readonly long _freshFor;
    private readonly Lock _gate = new();
    private volatile KeyRing _ring;
    private (DateTime, long) _stamp;
    private long _looked;
    private CancellationTokenSource _changed = new();

    /// <summary>A ring that does not change.</summary>
    public LiveKeyRing(KeyRing ring) => (_ring, _load, _freshFor) = (ring, () => ring, long.MaxValue);

    /// <param name="load">Loads the ring; throws when it may not be used.</param>
    public LiveKeyRing(string folder, Func<KeyRing?> load, TimeSpan freshFor)
    {
        (_path, _load, _freshFor) = (Path.Combine(folder, KeyRing.FileName), load, (long)freshFor.TotalMilliseconds);
        (_stamp, _looked) = (Stamp(), Environment.TickCount64);
        _ring = load() ?? throw new InvalidOperationException($"There is no {KeyRing.FileName} at Keys:Path (verb: keys create).");
    }

    public KeyRing Current => Environment.TickCount64 - Volatile.Read(ref _looked) < _freshFor ? _ring : Look();

    /// <summary>Why the file as it is now is not used; null when it is.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Fires when the ring has changed.</summary>
    public IChangeToken Changed => new CancellationChangeToken(_changed.Token);

    /// <summary>Looks now, however fresh what is known.</summary>
    public KeyRing Look()
    {
        CancellationTokenSource? changed = null;
        lock (_gate)
        {
            Volatile.Write(ref _looked, Environment.TickCount64);
            if (_path is null || Stamp() is var stamp && stamp == _stamp) return _ring;
            try
            {
                _ring = _load() ?? throw new FileNotFoundException();
                (_stamp, Fault) = (stamp, null);
                (changed, _changed) = (_changed, new());
            }
            catch (Exception fault)
            {
                Fault = fault;
            }
        }

        changed?.Cancel();
        return _ring;
    }

    public void Dispose() => _changed.Dispose();

    private (DateTime, long) Stamp() =>
        _path is not null && new FileInfo(_path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;
}
