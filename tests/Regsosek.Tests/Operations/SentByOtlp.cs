using Microsoft.EntityFrameworkCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Operations;

/// <summary>A hub that sends its traces and metrics.</summary>
public sealed class SendingHub(Uri to) : TestHub
{
    protected override double Scale => 0.01;
    protected override IEnumerable<string> Settings => [$"--Operations:Otlp={to}"];
}

/// <summary>What is sent by OTLP arrives, and tells of no person.</summary>
[OnEveryEngine]
public sealed class SentByOtlp
{
    [Fact]
    public async Task Traces_and_metrics_arrive_and_hold_no_number_and_no_name()
    {
        await using var collector = new Collector();
        await collector.Start();
        await using var hub = new SendingHub(collector.Url);
        await hub.InitializeAsync();
        var numbers = await hub.Numbers();
        using (var http = await hub.As("kemensos"))
        {
            await http.Json("/api/v1/households?limit=50&include=members");
            await http.Post("/api/v1/lookup", new { nik = (await hub.Niks())[0] });
            using var missed = await http.GetAsync($"/api/v1/households?cursor={numbers.First()}");
        }

        // A span ends after its answer has come.
        await Eventually.Is("spans of the requests", () =>
        {
            Assert.True(hub.Get<TracerProvider>().ForceFlush() && hub.Get<MeterProvider>().ForceFlush());
            return Task.FromResult(string.Join('\n', collector.Spans.Distinct()));
        }, spans => new[] { "GET /api/v1/households", "POST /api/v1/lookup" }.All(span => spans.Contains(span, StringComparison.Ordinal)));
        Assert.Empty(new[] { "http.server.request.duration", "regsosek.sql.duration", "regsosek.accesslog.commit.duration", "regsosek.accesslog.entries" }
            .Except(collector.Metrics));

        await using var registry = hub.Registry();
        var sent = new Emitted();
        foreach (var text in collector.Everything) sent.Add("OTLP", text);
        sent.MustNotHold(numbers, await registry.Persons.Where(p => p.Name != null).Select(p => p.Name!).ToListAsync());
        Assert.True(sent.Counts is { Texts: > 1, Numbers: > 100, Names: > 100 });
        Assert.Empty(sent.Found());

        // The reading can fail: it finds what is there.
        sent.MustNotHold([], ["regsosek"]);
        Assert.NotEmpty(sent.Found());
    }
}
