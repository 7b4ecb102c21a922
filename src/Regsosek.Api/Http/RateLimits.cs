using System.Threading.RateLimiting;

namespace Regsosek.Api.Http;

/// <summary>So many requests a minute for each client, and for each address without a token that holds; with the RateLimit headers of the IETF draft
/// and Retry-After.</summary>
public sealed class RateLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private const int Segments = 6;
    private readonly PartitionedRateLimiter<string> _limiter;
    private readonly int _limit;

    public RateLimits(LimitSettings limits)
    {
        _limit = limits.RequestsPerMinute;
        _limiter = PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetSlidingWindowLimiter(
            who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = _limit, Window = Window, SegmentsPerWindow = Segments, QueueLimit = 0 }));
    }

    /// <summary>Open routes, token requests and addresses that are none. Routes that need a token are counted by the gate, which
    /// knows the client.</summary>
    public Task Apply(HttpContext http, RequestDelegate next) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Routes.Needed>() is not null || Take(http, "")
            ? next(http)
            : Problems.TooManyRequests.ExecuteAsync(http);

    /// <summary>Whether the client (or, for none, the address) may go on.</summary>
    public bool Take(HttpContext http, string client)
    {
        if (client.Length == 0 && http.Items.ContainsKey(nameof(RateLimits))) return true;
        http.Items[nameof(RateLimits)] = true;
        var who = client.Length > 0 ? client : $"address:{http.Connection.RemoteIpAddress}";
        using var lease = _limiter.AttemptAcquire(who);
        http.Response.Headers["RateLimit-Policy"] = $"\"client\";q={_limit};w={(int)Window.TotalSeconds}";
        http.Response.Headers["RateLimit"] =
            $"\"client\";r={_limiter.GetStatistics(who)?.CurrentAvailablePermits ?? 0};t={(int)Window.TotalSeconds / Segments}";
        if (!lease.IsAcquired) http.Response.Headers.RetryAfter = $"{(int)Window.TotalSeconds / Segments}";
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
