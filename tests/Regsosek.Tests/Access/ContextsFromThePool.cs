using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Regsosek.Api.Access;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Parity;

namespace Regsosek.Tests.Access;

/// <summary>A context that was somebody else's shows his rows to nobody: many callers in turn and at once, by plain and by compiled queries. The same
/// check is held against two pools with a planted fault.</summary>
[OnEveryEngine]
public sealed class ContextsFromThePool(ParityHub hub) : IClassFixture<ParityHub>
{
    private const int Leases = 1200, AtOnce = 8;

    /// <summary>Reads the families and persons a leased context shows.</summary>
    private delegate IAsyncEnumerable<long> Reading(Registry registry);

    private sealed record Someone(Caller Caller, long[] Families, long[] Persons);

    [Fact]
    public async Task Show_each_caller_his_own_rows() =>
        Assert.Null(await Wrong(await Callers(), caller => new(hub.Get<Registries>().For(caller)), new Compiled().Of, new CompiledPersons().Of));

    [Fact]
    public async Task A_pool_that_keeps_the_last_caller_is_told()
    {
        var pool = new ForgetfulPool(hub.Get<Registries>());
        Assert.NotNull(await Wrong(await Callers(), pool.Lease, new Compiled().Of, new CompiledPersons().Of));
    }

    [Fact]
    public async Task A_compiled_query_that_keeps_the_first_caller_is_told()
    {
        var registries = hub.Get<Registries>();
        Assert.NotNull(await Wrong(await Callers(), caller => new(registries.For(caller)), new FirstCallersQuery().Of, new CompiledPersons().Of));
    }

    [Fact]
    public async Task Without_a_caller_there_are_no_rows()
    {
        await Callers();
        var registries = hub.Get<Registries>();
        var used = registries.For(Caller.System("test"));
        Assert.True(await used.Households.AnyAsync());
        await used.DisposeAsync();
        Assert.Same(Caller.Nobody, used.Caller);
        await using var nobody = registries.For(Caller.Nobody);
        Assert.Empty(await nobody.Households.Select(h => h.Key).ToListAsync());
        Assert.Empty(await nobody.Persons.Select(p => p.Key).ToListAsync());
        Assert.Empty(await new Compiled().Of(nobody).ToListAsync());
        Assert.Empty(await new CompiledPersons().Of(nobody).ToListAsync());
    }

    /// <summary>Leases for one caller after another, eight at a time; tells the first that saw other rows than his own.</summary>
    private static async Task<string?> Wrong(IReadOnlyList<Someone> callers, Func<Caller, Leased> lease, Reading families, Reading persons)
    {
        string? wrong = null;
        await Parallel.ForEachAsync(Enumerable.Range(0, Leases), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, stop) =>
        {
            var someone = callers[i * 7919 % callers.Count];
            await using var leased = lease(someone.Caller);
            var seen = (i % 4) switch
            {
                0 => (await leased.Registry.Households.OrderBy(h => h.Key).Select(h => h.Key).ToArrayAsync(stop), someone.Families),
                1 => (await leased.Registry.Persons.OrderBy(p => p.Key).Select(p => p.Key).ToArrayAsync(stop), someone.Persons),
                2 => (await families(leased.Registry).ToArrayAsync(stop), someone.Families),
                _ => (await persons(leased.Registry).ToArrayAsync(stop), someone.Persons),
            };
            if (!seen.Item1.SequenceEqual(seen.Item2)) wrong = $"{someone.Caller.ClientId} saw {seen.Item1.Length} rows, not {seen.Item2.Length}";
        });
        return wrong;
    }

    /// <summary>Callers of every kind of scope on one register, with the rows each is due.</summary>
    private async Task<IReadOnlyList<Someone>> Callers()
    {
        await hub.Store(new Stored { Today = hub.Today, Models = [] });
        var stored = hub.Draw(99, 40);
        await hub.Store(stored);
        string[][] regions = [["ID"], ["91"], ["35"], [hub.Villages[0][..5]], [hub.Villages[3][..8]], [hub.Villages[1], hub.Villages[9]], []];
        var limits = DrawnLimit.All.Take(2).Cast<DrawnLimit?>().Append(null);
        return [.. regions.SelectMany(r => limits, (region, limit) =>
        {
            var there = stored.Families.Where(h => region.Any(code => code == "ID" || h.VillageCode.StartsWith(code, StringComparison.Ordinal))
                && (limit is null || limit.Holds(h, stored.Today))).ToList();
            var caller = Caller.Nobody with
            {
                ClientId = $"[{string.Join(' ', region)}] {limit?.Rule}",
                Regions = RegionScope.Of(region),
                Limit = limit is null ? null : Limits.Of(limit.Rule, hub.Get<Facts>()),
            };
            return new Someone(caller, [.. there.Select(h => h.Key).Order()], [.. there.SelectMany(h => h.Members).Select(p => p.Key).Order()]);
        })];
    }

    /// <summary>A query compiled once a model, as the hub's readers may.</summary>
    private sealed class Compiled
    {
        private readonly ConcurrentDictionary<IModel, Func<Registry, IAsyncEnumerable<long>>> _queries = new();

        public IAsyncEnumerable<long> Of(Registry registry) => _queries.GetOrAdd(registry.Model, _ =>
            EF.CompileAsyncQuery((Registry r) => r.Households.OrderBy(h => h.Key).Select(h => h.Key)))(registry);
    }

    private sealed class CompiledPersons
    {
        private readonly ConcurrentDictionary<IModel, Func<Registry, IAsyncEnumerable<long>>> _queries = new();

        public IAsyncEnumerable<long> Of(Registry registry) => _queries.GetOrAdd(registry.Model, _ =>
            EF.CompileAsyncQuery((Registry r) => r.Persons.OrderBy(p => p.Key).Select(p => p.Key)))(registry);
    }

    /// <summary>The fault: the regions of whoever came first are part of the query.</summary>
    private sealed class FirstCallersQuery
    {
        private readonly ConcurrentDictionary<IModel, Func<Registry, IAsyncEnumerable<long>>> _queries = new();

        public IAsyncEnumerable<long> Of(Registry registry) => _queries.GetOrAdd(registry.Model, _ =>
        {
            var provinces = registry.Caller.Regions.National ? ["91", "35"] : registry.Caller.Regions.Provinces;
            return EF.CompileAsyncQuery((Registry r) =>
                r.Households.Where(h => provinces.Contains(h.ProvinceCode)).OrderBy(h => h.Key).Select(h => h.Key));
        })(registry);
    }

    private sealed class Leased(Registry registry, Action<Registry>? back = null) : IAsyncDisposable
    {
        public Registry Registry => registry;

        public ValueTask DisposeAsync()
        {
            if (back is null) return registry.DisposeAsync();
            back(registry);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>The fault: a context that comes back keeps its caller, and the next one takes it as it is.</summary>
    private sealed class ForgetfulPool(Registries registries)
    {
        private readonly ConcurrentDictionary<string, ConcurrentBag<Registry>> _pools = new();

        public Leased Lease(Caller caller)
        {
            var pool = _pools.GetOrAdd(caller.Limit?.Hash ?? "", _ => []);
            return new(pool.TryTake(out var used) ? used : registries.For(caller), pool.Add);
        }
    }
}
