using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Providers;
using Regsosek.Tests.Enumeration;

namespace Regsosek.Tests.Engines;

/// <summary>A caller who goes away has his statement cancelled. His connection ends with it: the next caller would read what is left of the answer.</summary>
[OnEngine(Engine.PostgreSql)]
public sealed class CancelledStatements : IDisposable
{
    private readonly Register _register = new();

    [Fact]
    public async Task End_their_connection_while_they_are_at_work()
    {
        using var gone = new CancellationTokenSource();
        var server = await Using(async (registry, id) =>
        {
            var asked = registry.Database.ExecuteSqlAsync($"SELECT pg_sleep(3600)", gone.Token);
            await Eventually.Holds("the statement is at work", () => IsAtWork(id));
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        });
        await Eventually.Is("the connection", () => IsThere(server), isThere => !isThere);
    }

    [Fact]
    public async Task End_their_connection_while_their_rows_are_read()
    {
        using var gone = new CancellationTokenSource();
        var server = await Using(async (registry, _) => await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in registry.Database.SqlQuery<int>($"SELECT generate_series(1, 100000000) AS \"Value\"").AsAsyncEnumerable().WithCancellation(gone.Token))
                if (row == 1000) await gone.CancelAsync();
        }));
        await Eventually.Is("the connection", () => IsThere(server), isThere => !isThere);
    }

    [Fact]
    public async Task Of_others_stay_in_the_pool()
    {
        using var stays = new CancellationTokenSource();
        var server = await Using((registry, _) => registry.Households.CountAsync(stays.Token));
        Assert.True(await IsThere(server));
    }

    /// <summary>Asks through one registry, and gives its connection back.</summary>
    private async Task<int> Using(Func<Registry, int, Task> ask)
    {
        await using var registry = _register.Open();
        await registry.Database.OpenConnectionAsync();
        var server = await registry.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync();
        await ask(registry, server);
        await registry.Database.CloseConnectionAsync();
        return server;
    }

    private Task<bool> IsThere(int server) => Holds($"SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE pid = {server}) AS \"Value\"");

    private Task<bool> IsAtWork(int server) =>
        Holds($"SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE pid = {server} AND query LIKE '%pg_sleep(3600)%' AND state = 'active') AS \"Value\"");

    private async Task<bool> Holds(FormattableString query)
    {
        await using Registry other = _register.Registries.For(Caller.System("another"));
        return await other.Database.SqlQuery<bool>(query).SingleAsync();
    }

    public void Dispose() => _register.Dispose();
}
