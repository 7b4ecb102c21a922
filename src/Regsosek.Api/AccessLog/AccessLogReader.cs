using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Data;

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
    public async Task<IReadOnlyList<AccessEntryView>> List(
        string? requestId, Guid? household, DateTime? from, DateTime? to, long? after, int limit, CancellationToken stop)
    {
        var entries = registry.AccessEntries.AsNoTracking();

        // A regional auditor sees who read families of his region, not what others did elsewhere.
        if (!caller.Regions.National) entries = entries.Where(e => e.Subjects.Any(s => registry.Households.Any(h => h.Key == s.Subject)));
        if (requestId is not null) entries = entries.Where(e => e.RequestId == requestId);
        if (from is not null) entries = entries.Where(e => e.At >= from);
        if (to is not null) entries = entries.Where(e => e.At < to);
        if (after is not null) entries = entries.Where(e => e.Sequence < after);
        if (household is { } id)
        {
            // An auditor may hold the id a citizen was given, or his own pseudonym of it.
            var own = identities.Read(id);
            entries = entries.Where(e => e.Subjects.Any(s => registry.Households.Any(h => h.Key == s.Subject && (h.Id == id || h.Id == own))));
        }

        var page = await entries.OrderByDescending(e => e.Sequence).Take(limit).ToListAsync(stop);
        var sequences = page.Select(e => e.Sequence).ToArray();
        var touched = await registry.AccessSubjects.Where(s => sequences.Contains(s.Sequence))
            .Join(registry.Households, s => s.Subject, h => h.Key, (s, h) => new { s.Sequence, h.Key, h.Id }).OrderBy(t => t.Key).ToListAsync(stop);
        var ids = touched.ToLookup(t => t.Sequence, t => t.Id);
        return page.ConvertAll(e => new AccessEntryView(
            e.Sequence, e.At, e.RequestId, e.Client, e.Agreement, e.Purpose, e.EndUser, e.Surface, e.Shape, e.Fields.ToNames(), e.Families, e.Persons,
            [.. ids[e.Sequence].Take(HouseholdsShown).Select(identities.Show)]));
    }

    private const int HouseholdsShown = 500;
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
        var found = await log.List(requestId, household, from?.UtcDateTime, to?.UtcDateTime, cursor, limit + 1, stop);
        return Results.Json(new AccessPage([.. found.Take(limit)], found.Count > limit ? found[limit - 1].Sequence.ToString() : null), Json.Web);
    }
}
