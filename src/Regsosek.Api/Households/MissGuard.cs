using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Households;

/// <summary>Someone who tries numbers finds few of them. Past a rate of misses within an hour the client is suspended, and it is logged.</summary>
public sealed class MissGuard(Registries registries, TimeProvider clock, ILogger<MissGuard> log)
{
    private const int Enough = 500;
    private const double TooMany = 0.9;
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Asked, int Missed)> _counts = new();

    public async Task Count(Caller caller, int asked, int missed, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var count = _counts.AddOrUpdate(caller.ClientId, (now, asked, missed), (_, had) =>
            now - had.Since > TimeSpan.FromHours(1) ? (now, asked, missed) : (had.Since, had.Asked + asked, had.Missed + missed));
        if (count.Asked < Enough || count.Missed < TooMany * count.Asked) return;

        await using var registry = registries.For(Caller.System("suspend a client"));
        var client = await registry.Clients.SingleAsync(c => c.ClientId == caller.ClientId, stop);
        client.SuspendedAt = now.UtcDateTime;
        client.SuspendedBecause = $"{count.Missed} of {count.Asked} look-ups found nobody";
        await registry.SaveChangesAsync(stop);
        _counts.TryRemove(caller.ClientId, out var _);
        log.LogWarning("Client {Client} is suspended: {Missed} of {Asked} look-ups found nobody", caller.ClientId, count.Missed, count.Asked);
        throw new ProblemException(Problems.ClientSuspended);
    }
}
