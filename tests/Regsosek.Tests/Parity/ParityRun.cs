using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;

namespace Regsosek.Tests.Parity;

/// <summary>One drawn register, asked by several partners at once, each under drawn terms, with many queries on every surface. A difference is
/// made small before it is told: fewer families, a shorter query.</summary>
internal sealed class ParityRun(ParityHub hub, IReadOnlyList<Surface> surfaces, bool shrinks = true)
{
    public const int Partners = 4, Forms = 2, Families = 32;
    private const int ShrinkAttempts = 150;

    private readonly ConcurrentDictionary<string, int> _asked = new();

    /// <summary>How often each surface was asked.</summary>
    public IReadOnlyDictionary<string, int> Asked => _asked;

    /// <summary>Cases asked: one query of one agreement on one register, on all surfaces.</summary>
    public int Cases { get; private set; }

    /// <summary>Rows that answers should hold, so that a run that compared nothing is seen.</summary>
    public long Rows;

    private sealed record Found(Terms Terms, int Partner, Query Query, Surface Surface, string Difference);

    /// <summary>Draws and asks; the same seed draws the same. Tells the first difference, made small, or null.</summary>
    public async Task<string?> Round(ulong seed)
    {
        var random = new PCG(1, seed);
        if (hub.Villages.Count == 0) await hub.Store(new Stored { Today = hub.Today, Models = [] });
        var stored = hub.Draw((int)random.Next(int.MaxValue), Families - (int)random.Next(1 + random.Next(Families)));
        await hub.Store(stored);
        var cases = Enumerable.Range(0, Partners).Select(partner =>
        {
            var terms = Terms.Drawn(hub.Villages).Generate(random, null, out _);
            var query = Query.Drawn(terms, hub.Villages);
            return (terms, partner, queries: Enumerable.Range(0, Forms).SelectMany(_ => query.Generate(random, null, out var _)).ToList());
        }).ToList();

        var found = await Task.WhenAll(cases.Select(c => Task.Run(() => Ask(stored, c.terms, c.partner, c.queries))));
        Cases += cases.Sum(c => c.queries.Count);
        if (found.FirstOrDefault(f => f is not null) is not { } first || stored.Today != hub.Today) return null;
        var small = shrinks ? await Smaller(stored, first) : (Stored: stored, Found: first);
        return $"seed {seed}: {small.Found.Surface.Name}: {small.Found.Difference}\n  terms: {small.Found.Terms}\n  query: {small.Found.Query}\n"
            + $"  register: {small.Stored.Families.Count} of {stored.Families.Count} families\n  again: bash eng/parity.sh 1 {seed}";
    }

    private async Task<Found?> Ask(Stored stored, Terms terms, int partner, List<Query> queries)
    {
        using var http = await hub.Under(terms, partner);
        var oracle = hub.Oracle(stored, terms, partner);
        foreach (var (at, query) in queries.Index())
        {
            var due = oracle.At(query);
            foreach (var surface in surfaces.Where(s => at % s.Every == 0))
            {
                _asked.AddOrUpdate(surface.Name, 1, (_, n) => n + 1);
                if (await Differs(surface, new(http, due, query)) is { } difference) return new(terms, partner, query, surface, difference);
            }

            Interlocked.Add(ref Rows, due.RefusesAll is null ? due.List(query).Count : 0);
        }

        return null;
    }

    private static async Task<string?> Differs(Surface surface, Asking asking)
    {
        try
        {
            return await surface.Differs(asking);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or HttpRequestException)
        {
            return $"the answer can't be read: {fault.GetType().Name} {fault.Message}";
        }
    }

    /// <summary>Takes away what the difference does not need, as long as some difference stays on that surface.</summary>
    private async Task<(Stored Stored, Found Found)> Smaller(Stored stored, Found found)
    {
        var left = ShrinkAttempts;
        for (var smaller = true; smaller && left > 0;)
        {
            smaller = false;
            foreach (var (register, query) in Candidates(stored, found.Query))
            {
                if (--left < 0) break;
                if (register != stored) await hub.Store(register);
                using var http = await hub.Under(found.Terms, found.Partner);
                var difference = await Differs(found.Surface, new(http, hub.Oracle(register, found.Terms, found.Partner).At(query), query));
                if (difference is null)
                {
                    if (register != stored) await hub.Store(stored);
                    continue;
                }

                (stored, found, smaller) = (register, found with { Query = query, Difference = difference }, true);
                break;
            }
        }

        return (stored, found);
    }

    private static IEnumerable<(Stored, Query)> Candidates(Stored stored, Query query)
    {
        for (var size = stored.Families.Count / 2; size >= 1; size /= 2)
            for (var from = 0; from + size <= stored.Families.Count; from += size) yield return (stored.Without(from, size), query);
        foreach (var filter in query.Filters) yield return (stored, query with { Filters = [.. query.Filters.Where(f => f != filter)] });
        foreach (var field in query.Fields is { Count: > 1 } fields ? fields : [])
            yield return (stored, query with { Fields = [.. query.Fields!.Where(f => f != field)] });
        if (query.Sort is not null) yield return (stored, query with { Sort = null });
        if (query.Members) yield return (stored, query with { Members = false });
        if (query.Count) yield return (stored, query with { Count = false });
        if (query.Edges) yield return (stored, query with { Edges = false });
        if (query.Standings) yield return (stored, query with { Standings = false });
        if (query.AsOf is not null) yield return (stored, query with { AsOf = null });
        if (query.KnownAt is not null) yield return (stored, query with { KnownAt = null });
        if (query.ById > 0) yield return (stored, query with { ById = 0 });
        if (query.Limits.Any(l => l < 50)) yield return (stored, query with { Limits = [50] });
    }
}
