using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Regsosek.Api.Operations;

/// <summary>What the hub measures of itself. Names, kinds and counts only: no id, address, parameter or value of a person is a tag of
/// anything.</summary>
public static class Telemetry
{
    public const string Name = "Regsosek";

    /// <summary>Sources of traces and meters that are sent out; no other is.</summary>
    public static readonly IReadOnlyList<string> Sources = [Name, "Microsoft.AspNetCore"];
    public static readonly IReadOnlyList<string> Meters =
        [Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    // A method is any word a client likes.
    private static readonly HashSet<string> Known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Sql = Meter.CreateHistogram<double>("regsosek.sql.duration", "s", "Statements, by kind.");
    private static readonly Histogram<double> Commit =
        Meter.CreateHistogram<double>("regsosek.accesslog.commit.duration", "s", "Commits of the log.");
    private static readonly Counter<long> Entries = Meter.CreateCounter<long>("regsosek.accesslog.entries", "{entry}", "Reads on record.");
    private static readonly Counter<long> Faults = Meter.CreateCounter<long>("regsosek.accesslog.faults", "{commit}", "Commits that failed.");
    private static readonly Histogram<double> Scoring = Meter.CreateHistogram<double>("regsosek.classification.duration", "s", "Rankings.");
    private static readonly Counter<long> Scored =
        Meter.CreateCounter<long>("regsosek.classification.families", "{family}", "Families ranked.");

    public static void Statement(string kind, TimeSpan took, bool failed) =>
        Sql.Record(took.TotalSeconds, new("kind", kind), new("outcome", failed ? "failed" : "ok"));

    /// <param name="since">Timestamp (<see cref="Stopwatch"/>) of the commit's begin.</param>
    public static void Committed(int entries, long since)
    {
        Commit.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
        Entries.Add(entries);
    }

    public static void NotCommitted() => Faults.Add(1);

    public static void Ranked(long families, long since)
    {
        Scoring.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
        Scored.Add(families);
    }

    public static void AddTelemetry(this IServiceCollection services, OperationsSettings settings)
    {
        // What a client sends along to be traced by (ids, baggage) is his own text: it is not taken in. X-Request-Id joins his records and ours.
        services.AddSingleton<DistributedContextPropagator>(new NothingFromOutside());
        if (settings is { Url: null, Otlp: null }) return;
        services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("regsosek", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter([.. Meters]);
                if (settings.Url is not null) metrics.AddPrometheusExporter();
                if (settings.Otlp is { } to) metrics.AddOtlpExporter(o => o.Endpoint = to);
            })
            .WithTracing(traces =>
            {
                traces.AddSource([.. Sources]);
                if (settings.Otlp is { } to) traces.AddOtlpExporter(o => o.Endpoint = to);
            });
    }

    /// <summary>From now on, not from the server's start: a verb measures too, and sends it when it ends.</summary>
    public static void StartTelemetry(this IServiceProvider services) =>
        _ = (services.GetService<MeterProvider>(), services.GetService<TracerProvider>());

    /// <summary>Names the request's trace by its route. The framework's own knows no more than that there was one.</summary>
    public static void UseTraces(this WebApplication app) => app.Use((http, next) =>
        Activity.Current is { IsAllDataRequested: true } activity ? Traced(http, next, activity) : next(http));

    private static async Task Traced(HttpContext http, RequestDelegate next, Activity activity)
    {
        try
        {
            await next(http);
        }
        finally
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
            activity.DisplayName = $"{(Known.Contains(http.Request.Method) ? http.Request.Method : "other")} {route}";
            activity.SetTag("http.route", route);
            activity.SetTag("http.response.status_code", http.Response.StatusCode);
            activity.SetTag("regsosek.request", http.Items[Http.RequestIds.Header]);
        }
    }

    private sealed class NothingFromOutside : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields => [];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
        }

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            traceId = traceState = null;

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
    }
}
