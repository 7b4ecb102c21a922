using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Regsosek.Api.Operations;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Operations;

[assembly: AssemblyFixture(typeof(EmittedBySuite))]

namespace Regsosek.Tests.Operations;

/// <summary>Every text that hubs let out besides their answers, and what must not be in it: each distinct text once.</summary>
public sealed partial class Emitted
{
    private const int LongestName = 6;
    private readonly ConcurrentDictionary<string, string> _texts = new();
    private readonly ConcurrentDictionary<string, byte> _numbers = new(), _names = new();

    public IEnumerable<(string Where, string Text)> Texts => _texts.Select(t => (t.Value, t.Key));
    public (int Texts, int Numbers, int Names) Counts => (_texts.Count, _numbers.Count, _names.Count);

    /// <summary>What was not heard at all although it should have been: then there was no reading either.</summary>
    public IEnumerable<string> Unheard() => new[] { "log", "trace", "metric" }.Where(kind => !_texts.Values.Any(where => where.StartsWith(kind, StringComparison.Ordinal)))
        .Concat(_numbers.IsEmpty ? ["numbers"] : []).Concat(_names.IsEmpty ? ["names"] : []);

    public void Add(string where, string? text)
    {
        if (text is { Length: > 2 }) _texts.TryAdd(text, where);
    }

    public void MustNotHold(IEnumerable<string> numbers, IEnumerable<string> names)
    {
        foreach (var number in numbers) _numbers.TryAdd(number, 0);
        foreach (var name in names.Where(n => n.Length > 4)) _names.TryAdd(string.Join(' ', Word().Matches(name)), 0);
    }

    /// <summary>Where something was let out, and what kind; the value itself is not repeated.</summary>
    public IReadOnlyList<string> Found() => [.. _texts.SelectMany(t => Of(t.Key).Select(what => $"{t.Value}: {what}")).Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<string> Of(string text)
    {
        foreach (var digits in Digits().Matches(text).Select(m => m.Value))
        {
            for (var at = 0; at + 16 <= digits.Length; at++)
                if (_numbers.ContainsKey(digits.Substring(at, 16))) yield return "a NIK or KK";
        }

        var words = Word().Matches(text).Select(m => m.Value).ToList();
        for (var from = 0; from < words.Count; from++)
        {
            for (var count = 1; count <= LongestName && from + count <= words.Count; count++)
                if (_names.ContainsKey(string.Join(' ', words.Skip(from).Take(count)))) yield return "a name";
        }
    }

    [GeneratedRegex("[0-9]{16,}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\p{L}'.]+")]
    private static partial Regex Word();
}

/// <summary>Hears the whole suite: logs of every hub, tags of traces and metrics, texts of exceptions that the hub's own code threw. When the last test has
/// ended, no number or name of any hub's families may be in them.</summary>
public sealed class EmittedBySuite : IDisposable
{
    /// <summary>A run with so many hubs must have heard something of everything.</summary>
    private const int Several = 5;
    private static readonly Emitted Heard = new();
    private static int _hubs;
    private readonly ActivityListener _traces;
    private readonly MeterListener _metrics = new();

    public EmittedBySuite()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = source => Telemetry.Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_traces);
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (Telemetry.Meters.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument);
        };
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        _metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Hear(instrument, tags));
        _metrics.Start();
        AppDomain.CurrentDomain.FirstChanceException += Hear;
    }

    public static ILoggerProvider Logs { get; } = new LogSink();

    public static void Started() => Interlocked.Increment(ref _hubs);

    /// <summary>A line that a process of its own wrote.</summary>
    public static void Output(string line) => Heard.Add("output", line);

    /// <summary>The families of a hub that is about to end.</summary>
    public static async Task Families(TestHub hub)
    {
        try
        {
            await using var registry = hub.Registry();
            var people = await registry.Persons.Where(p => p.Name != null).Select(p => p.Name!).ToListAsync();
            var heads = await registry.Households.Where(h => h.HeadName != null).Select(h => h.HeadName!).ToListAsync();
            Heard.MustNotHold([], people.Concat(heads));
            Heard.MustNotHold(await hub.Numbers(), []);
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            // A test that broke its hub's database or keys; what it emitted is still read against the others' families.
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Hear;
        _traces.Dispose();
        _metrics.Dispose();
        List<string> found = [.. Heard.Found(), .. _hubs < Several ? [] : Heard.Unheard().Select(kind => $"nothing was heard: {kind}")];
        var (texts, numbers, names) = Heard.Counts;
        var verdict = $"{_hubs} hubs, {texts} texts read against {numbers} numbers and {names} names: {found.Count} found";
        Directory.CreateDirectory(Folders.Output);
        File.WriteAllLines(Path.Combine(Folders.Output, $"emitted.{TestDatabase.Engine}.txt"), [verdict, .. found]);
        if (found.Count > 0) throw new InvalidOperationException(string.Join('\n', [verdict, .. found]));
    }

    private static void Hear(Activity activity)
    {
        Heard.Add($"trace {activity.Source.Name} name", activity.DisplayName);
        Heard.Add($"trace {activity.Source.Name} status", activity.StatusDescription);
        Heard.Add($"trace {activity.Source.Name} state", activity.TraceStateString);
        foreach (var (name, value) in activity.TagObjects) Heard.Add($"trace {activity.Source.Name} {name}", $"{name}={value}");
        foreach (var (name, value) in activity.Baggage) Heard.Add($"trace {activity.Source.Name} baggage", $"{name}={value}");
        foreach (var tag in activity.Events.SelectMany(e => e.Tags)) Heard.Add($"trace {activity.Source.Name} event {tag.Key}", $"{tag.Value}");
    }

    private static void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags) if (value is string text) Heard.Add($"metric {instrument.Name} {name}", text);
    }

    private static void Hear(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs thrown)
    {
        var own = new StackTrace(thrown.Exception).GetFrames().FirstOrDefault()?.GetMethod()?.DeclaringType?.Assembly;
        if (own == typeof(Api.Hub).Assembly || own == typeof(Data.Registry).Assembly) Heard.Add($"exception {thrown.Exception.GetType().Name}", thrown.Exception.Message);
    }

    private sealed class LogSink : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Heard.Add("log", formatter(state, exception));
            Heard.Add("log exception", exception?.ToString());
        }

        public void Dispose()
        {
        }
    }
}
