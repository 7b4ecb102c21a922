using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Operations;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Operations;

/// <summary>A hub that operators look into by an address of its own.</summary>
public sealed class WatchedHub : TestHub
{
    protected override double Scale => 0.01;
    protected override IEnumerable<string> Settings => ["--Operations:Url=http://127.0.0.1:0", "--AccessLog:Wait=00:00:01"];

    public HttpClient Operators() => new() { BaseAddress = Get<OperationsListener>().Url };
}

[OnEveryEngine]
public sealed class HealthTests(WatchedHub hub) : IClassFixture<WatchedHub>
{
    [Fact]
    public async Task A_hub_that_can_answer_says_so_to_anyone()
    {
        using var http = hub.Anyone();
        Assert.Equal("live", (await http.Json("/health/live")).GetProperty("status").GetString());
        Assert.Equal("ready", (await http.Json("/health/ready")).GetProperty("status").GetString());
        using var operators = hub.Operators();
        var checks = (await operators.Json("/health/ready")).EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("holds").GetBoolean());
        Assert.Equal(["database", "keys", "log", "running"], checks.Keys.Order());
        Assert.All(checks.Values, Assert.True);
    }

    [Fact]
    public async Task A_log_that_can_not_be_written_makes_it_not_ready_until_it_can()
    {
        using var http = hub.Anyone();
        using var operators = hub.Operators();
        await using (var other = hub.Registry())
        {
            // Somebody else holds what the log is written with.
            await using var held = await other.Database.BeginTransactionAsync();
            await other.Database.ExecuteSqlRawAsync(TestDatabase.Engine switch
            {
                Engine.Sqlite => "UPDATE \"KeyBlocks\" SET \"Next\" = \"Next\"",
                Engine.PostgreSql => "LOCK TABLE \"AccessEntries\", \"KeyBlocks\"",
                _ => "SELECT TOP 1 * FROM \"KeyBlocks\" WITH (TABLOCKX, HOLDLOCK)",
            });
            using var unready = await Until(http, HttpStatusCode.ServiceUnavailable);
            Assert.Equal("{\"status\":\"not-ready\"}", await unready.Content.ReadAsStringAsync());
            using var told = await operators.GetAsync("/health/ready");
            var failing = (await told.Json(HttpStatusCode.ServiceUnavailable)).EnumerateArray().Single(c => !c.GetProperty("holds").GetBoolean());
            Assert.Equal("log", failing.GetProperty("name").GetString());
            Assert.Equal("live", (await http.Json("/health/live")).GetProperty("status").GetString());
        }

        (await Until(http, HttpStatusCode.OK)).Dispose();
    }

    [Fact]
    public async Task Metrics_are_for_operators_and_tell_of_requests_statements_log_and_scoring()
    {
        using (var http = await hub.As("kemensos")) await http.Json("/api/v1/households?limit=1");
        using (var http = hub.Anyone())
        using (var none = await http.GetAsync("/metrics")) await none.ShouldBe(404, "no-such-route");
        using var operators = hub.Operators();

        // A request is measured when it has ended, which is after its answer has come; a scrape may be a moment old.
        var metrics = await Eventually.Is("measured", () => operators.GetStringAsync("/metrics"),
            scrape => scrape.Contains("http_route=\"/api/v1/households", StringComparison.Ordinal));
        string[] named = ["http_server_request_duration_seconds", "regsosek_sql_duration_seconds", "regsosek_accesslog_commit_duration_seconds",
            "regsosek_accesslog_entries_total", "regsosek_classification_duration_seconds", "dotnet_"];
        Assert.All(named, name => Assert.Contains(name, metrics, StringComparison.Ordinal));
    }

    /// <summary>Neither tells of a person: <see cref="EmittedBySuite"/> hears the metrics, and the checks are four names.</summary>
    [Fact]
    public void Operators_have_checks_and_metrics_and_no_more() => Assert.Equal(["/health/live", "/health/ready", "/metrics"],
        hub.Get<OperationsListener>().Routes!.Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText).Order(StringComparer.Ordinal));

    /// <summary>Asked at most once a second, so the answer may be a second old.</summary>
    private static Task<HttpResponseMessage> Until(HttpClient http, HttpStatusCode expected) =>
        Eventually.Is("ready or not", () => http.GetAsync("/health/ready"), answer => answer.StatusCode == expected);
}
