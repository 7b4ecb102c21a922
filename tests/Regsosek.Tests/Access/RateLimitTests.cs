using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Access;

/// <summary>A hub that lets each client ask five times a minute.</summary>
public sealed class SlowHub : TestHub
{
    protected override double Scale => 0.01;
    protected override IEnumerable<string> Settings => ["--Limits:RequestsPerMinute=5"];
}

[OnEveryEngine]
public sealed class RateLimitTests(SlowHub hub) : IClassFixture<SlowHub>
{
    [Fact]
    public async Task A_client_that_asks_too_fast_is_told_when_to_come_back()
    {
        var http = await hub.As("kemensos");
        for (var left = 4; left >= 0; left--)
        {
            using var answer = await http.GetAsync("/api/v1/me");
            Assert.Contains($"r={left}", answer.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        }

        using var refused = await http.GetAsync("/api/v1/me");
        await refused.ShouldBe(429, "too-many-requests");
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Headers.RetryAfter?.Delta);
        using var other = await (await hub.As("kemnaker")).GetAsync("/api/v1/me");
        Assert.True(other.IsSuccessStatusCode);
    }
}
