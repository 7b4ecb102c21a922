using OpenTelemetry.Metrics;
using Regsosek.Api.Http;

namespace Regsosek.Api.Operations;

/// <summary>The operators' own address: metrics for Prometheus, and health checks with their reasons. A server of its own, so that nothing of it
/// can be reached by the address of partners; on this machine only, so that it needs no token.</summary>
public sealed class OperationsListener(OperationsSettings settings, IServiceProvider hub) : IHostedService, IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>Where it listens; null when it does not.</summary>
    public Uri? Url => _app is null ? null : new Uri(_app.Urls.First());

    internal EndpointDataSource? Routes => _app?.Services.GetRequiredService<EndpointDataSource>();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Url is null) return;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(settings.Url.GetLeftPart(UriPartial.Authority)).ConfigureKestrel(k => k.AddServerHeader = false);
        _app = builder.Build();
        var readiness = hub.GetRequiredService<Readiness>();
        _app.MapGet("/health/live", () => Results.Json(new Health.Answer("live"), Json.Web));
        _app.MapGet("/health/ready", async () =>
        {
            var checks = await readiness.Checks();
            return Results.Json(checks, Json.Web, statusCode: checks.All(c => c.Holds) ? 200 : 503);
        });
        _app.MapPrometheusScrapingEndpoint("/metrics", hub.GetRequiredService<MeterProvider>(), configureBranchedPipeline: null, optionsName: null);
        await _app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
