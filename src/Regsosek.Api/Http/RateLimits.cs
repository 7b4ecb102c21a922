using System.Threading.RateLimiting;
using Regsosek.Api.Access;

namespace Regsosek.Api.Http;

/// <summary>So many requests a minute for each client (and each address without a token), with the RateLimit headers of the IETF draft and Retry-After.</summary>
public sealed class RateLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<HttpContext> _limiter;
    private readonly int _limit;

    public RateLimits(IConfiguration configuration)
    {
        _limit = configuration.GetValue("Limits:RequestsPerMinute", 60_000);
        _limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetSlidingWindowLimiter(
            Who(http), _ => new SlidingWindowRateLimiterOptions { PermitLimit = _limit, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 }));
    }

    public async Task Apply(HttpContext http, RequestDelegate next)
    {
        using var lease = _limiter.AttemptAcquire(http);
        var left = _limiter.GetStatistics(http)?.CurrentAvailablePermits ?? 0;
        http.Response.Headers["RateLimit-Policy"] = $"\"client\";q={_limit};w={(int)Window.TotalSeconds}";
        http.Response.Headers["RateLimit"] = $"\"client\";r={left};t={(int)Window.TotalSeconds / 6}";
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        http.Response.Headers.RetryAfter = $"{(int)Window.TotalSeconds / 6}";
        await Problems.TooManyRequests.ExecuteAsync(http);
    }

    public void Dispose() => _limiter.Dispose();

    private static string Who(HttpContext http) => http.RequestServices.GetRequiredService<CallerSlot>().Caller.ClientId is { Length: > 0 } client
        ? client
        : $"address:{http.Connection.RemoteIpAddress}";
}
