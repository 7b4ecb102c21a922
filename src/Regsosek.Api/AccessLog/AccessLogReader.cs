using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>One entry of the access log.</summary>
/// <param name="Surface">Route or GraphQL field.</param>
/// <param name="Shape">Parameters used; nothing personal.</param>
/// <param name="Households">Families in the reader's scope that the answer held, at most 500, as ids the reader has.</param>
public sealed record AccessEntryView(
    long Sequence, DateTime At, string RequestId, string Client, string Agreement, string Purpose, string? EndUser, string Surface, string Shape,
    IReadOnlyList<string> Fields, int Families, int Persons, IReadOnlyList<Guid> Households);

/// <summary>Who read what, for those who may know.</summary>
public sealed class AccessLogReader(Registry registry, Caller caller, Identities identities)
{
    private const int HouseholdsShown = 500, Step = 512, MostSteps = 40;

    /// <summary>Entries, newest first.</summary>
    /// <returns>Up to so many entries, and the sequence to ask before for more; null when there are none. A page may hold fewer and still have more
    /// after it: an auditor of one region passes over what others did elsewhere.</returns>
    public async Task<(IReadOnlyList<AccessEntryView> Items, long? Next)> List(
        string? requestId, Guid? household, DateTime? from, DateTime? to, long? after, int limit, CancellationToken stop)
    {
        var entries = registry.AccessEntries.AsNoTracking();
        if (requestId is not null) entries = entries.Where(e => e.RequestId == requestId);
        if (from is not null) entries = entries.Where(e => e.At >= from);
        if (to is not null) entries = entries.Where(e => e.At < to);
        var (found, next) = household is { } id
            ? await OfHousehold(entries, id, after, limit, stop)
            : caller.Regions.National
                ? Cut(await Before(entries, after, limit + 1).ToListAsync(stop), limit)
                : await OfRegions(entries, after, limit, stop);
        return (await Views(found, stop), next);
    }

    private static IQueryable<AccessEntry> Before(IQueryable<AccessEntry> entries, long? after, int take) =>
        (after is null ? entries : entries.Where(e => e.Sequence < after)).OrderByDescending(e => e.Sequence).Take(take);

    private static (List<AccessEntry> Entries, long? Next) Cut(List<AccessEntry> found, int limit) =>
        found.Count > limit ? (found[..limit], found[limit - 1].Sequence) : (found, null);

    private async Task<(List<AccessEntry> Entries, long? Next)> OfHousehold(
        IQueryable<AccessEntry> entries, Guid id, long? after, int limit, CancellationToken stop)
    {
        // An auditor may hold the id a citizen was given, or his own pseudonym of it.
        var own = identities.Read(id);
        var keys = await registry.Households.Where(h => h.Id == id || h.Id == own).Select(h => h.Key).ToListAsync(stop);
        var found = new List<AccessEntry>();
        foreach (var sequences in (await Touching(keys, after, stop)).Chunk(Step))
        {
            found.AddRange(await entries.Where(e => sequences.Contains(e.Sequence)).OrderByDescending(e => e.Sequence).ToListAsync(stop));
            if (found.Count > limit) break;
        }

        return Cut(found, limit);
    }

    /// <summary>Sequences of the entries that touched any of the families, newest first: the open segment is read, the closed ones have an index.</summary>
    private async Task<List<long>> Touching(List<long> families, long? after, CancellationToken stop)
    {
        var before = after ?? long.MaxValue;
        var open = (await registry.AccessSegments.MaxAsync(s => (long?)s.Last, stop) ?? 0) + 1;
        var sequences = new SortedSet<long>();
        var recent = registry.AccessEntries.Where(e => e.Sequence >= open && e.Sequence < before).Select(e => new { e.Sequence, e.Subjects });
        await foreach (var entry in recent.AsAsyncEnumerable().WithCancellation(stop))
            if (PackedSubjects.Read(entry.Subjects).Any(s => families.Contains(s.Subject))) sequences.Add(entry.Sequence);
        foreach (var family in families)
        {
            var bucket = PackedPostings.Bucket(family);
            var postings = registry.AccessPostings.AsNoTracking().Where(p => p.Bucket == bucket && p.First < before && p.First < open);
            await foreach (var posting in postings.AsAsyncEnumerable().WithCancellation(stop))
                sequences.UnionWith(PackedPostings.Of(posting.Postings, family).Select(place => posting.First + place).Where(s => s < before));
        }

        return [.. sequences.Reverse()];
    }

    /// <summary>A regional auditor sees who read families of his region, not what others did elsewhere.</summary>
    private async Task<(List<AccessEntry> Entries, long? Next)> OfRegions(
        IQueryable<AccessEntry> entries, long? after, int limit, CancellationToken stop)
    {
        var found = new List<AccessEntry>();
        for (var step = 0; step < MostSteps; step++)
        {
            var page = await Before(entries, after, Step).ToListAsync(stop);
            var mine = await InScope(page, stop);
            foreach (var entry in page.Where(e => PackedSubjects.Read(e.Subjects).Any(s => mine.ContainsKey(s.Subject))))
            {
                if (found.Count == limit) return (found, found[^1].Sequence);
                found.Add(entry);
            }

            if (page.Count < Step) return (found, null);
            after = page[^1].Sequence;
        }

        return (found, after);
    }

    /// <summary>The families in the reader's scope that the entries touched, with their ids.</summary>
    private async Task<Dictionary<long, Guid>> InScope(List<AccessEntry> entries, CancellationToken stop)
    {
        var families = new Dictionary<long, Guid>();
        foreach (var keys in entries.SelectMany(e => PackedSubjects.Read(e.Subjects)).Select(s => s.Subject).Where(s => s > 0).Distinct().Chunk(5000))
        {
            foreach (var family in await registry.Households.Where(h => keys.Contains(h.Key)).Select(h => new { h.Key, h.Id }).ToListAsync(stop))
                families[family.Key] = family.Id;
        }

        return families;
    }

    private async Task<IReadOnlyList<AccessEntryView>> Views(List<AccessEntry> page, CancellationToken stop)
    {
        var families = await InScope(page, stop);
        return page.ConvertAll(e => new AccessEntryView(
            e.Sequence, e.At, e.RequestId, e.Client, e.Agreement, e.Purpose, e.EndUser, e.Surface, e.Shape, e.Fields.ToNames(), e.Families, e.Persons,
            [.. PackedSubjects.Read(e.Subjects).Where(s => families.ContainsKey(s.Subject)).Take(HouseholdsShown)
                .Select(s => identities.Show(families[s.Subject]))]));
    }
}

/// <summary>Route of the access log.</summary>
public static class AccessLogEndpoints
{
    public static void MapAccessLog(this IEndpointRouteBuilder app) => app.MapGet("/api/v1/access-log", List).WithTags("Access log")
        .Named("ListAccess", "Who read what, newest first.").Needs(Scopes.AccessLogRead)
        .Takes("requestId", "household", "from", "to", "cursor", "limit")
        .Fails(Problems.UnknownParameter, Problems.InvalidParameter).Produces<AccessPage>();

    /// <summary>A page of entries, newest first; next is the sequence to ask before.</summary>
    public sealed record AccessPage(IReadOnlyList<AccessEntryView> Items, string? Next);

    /// <param name="requestId">X-Request-Id of one answer.</param>
    /// <param name="household">Id of one family.</param>
    /// <param name="from">From this instant on (ISO 8601).</param>
    /// <param name="to">Before this instant.</param>
    /// <param name="cursor">The next of the page before.</param>
    /// <param name="limit">1 to 200, 50 by default.</param>
    private static async Task<IResult> List(
        AccessLogReader log, CancellationToken stop,
        string? requestId = null, Guid? household = null, DateTimeOffset? from = null, DateTimeOffset? to = null, long? cursor = null, int limit = 50)
    {
        if (limit is < 1 or > 200) return Problems.Invalid("limit", "1 to 200.");
        var (items, next) = await log.List(requestId, household, from?.UtcDateTime, to?.UtcDateTime, cursor, limit, stop);
        return Results.Json(new AccessPage(items, next?.ToString()), Json.Web);
    }
}
