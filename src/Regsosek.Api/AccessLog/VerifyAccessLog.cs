using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>What a verification found: how many entries hold, and the first that does not.</summary>
public sealed record AccessLogVerdict(long Entries, long Segments, string? Fault);

/// <summary>Recomputes the chain, the Merkle roots and the index, streaming; names the first entry that was altered or is missing.</summary>
public static class VerifyAccessLog
{
    public static async Task<AccessLogVerdict> Run(Registries registries, Action<long>? progress = null, CancellationToken stop = default)
    {
        await using var registry = registries.For(Caller.System("verify the access log"));
        // What was written when we began: entries that come meanwhile are the next verification's.
        var taken = await registry.KeyBlocks.Where(k => k.Name == AccessStore.Name).Select(k => k.Next).FirstOrDefaultAsync(stop);
        var segments = await registry.AccessSegments.AsNoTracking().Where(s => s.Last < taken).OrderBy(s => s.First).ToListAsync(stop);
        var next = 1L;
        var previous = AccessChain.Origin;
        var closed = 0;
        while (next < taken)
        {
            var segment = closed < segments.Count ? segments[closed] : null;
            if (segment is not null && segment.First != next) return new(next - 1, closed, $"The root of the segment from entry {next} on is missing.");
            var last = segment?.Last ?? taken - 1;
            var part = new OpenSegment(new(next, previous, DateTime.MinValue, next, []));
            ClosedSegment? full = null;
            await foreach (var entry in registry.AccessEntries.AsNoTracking().Where(e => e.Sequence >= next && e.Sequence <= last)
                .OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(stop))
            {
                if (entry.Sequence != part.Next) break;
                var (hash, at) = (entry.Hash, entry.At);
                if (full is not null) return new(part.Next - 1, closed, $"The root of the segment after entry {part.Next - 1} is missing.");
                full = part.Add(entry, at);
                if (!hash.AsSpan().SequenceEqual(entry.Hash) || at != entry.At)
                    return new(entry.Sequence - 1, closed, $"Entry {entry.Sequence} was altered, or the one before it was.");
                previous = hash;
            }

            if (part.Next <= last) return new(part.Next - 1, closed, $"Entry {part.Next} is missing: {taken - 1} were written.");
            if (segment is null != full is null) return new(last, closed, $"The root of the segment after entry {next - 1} is missing.");
            if (segment is not null)
            {
                if (!Fits(segment, full!.Segment)) return new(last, closed, $"The root of the segment {next}–{last} does not fit its entries.");
                var index = await registry.AccessPostings.AsNoTracking().Where(p => p.First == next).OrderBy(p => p.Bucket).ToListAsync(stop);
                if (!Fits(index, full.Postings)) return new(last, closed, $"The index of the segment {next}–{last} does not fit its entries.");
                closed++;
            }

            next = last + 1;
            progress?.Invoke(last);
        }

        return new(next - 1, closed, closed < segments.Count ? $"Entry {next} is missing: a segment was closed at entry {segments[closed].Last}." : null);
    }

    private static bool Fits(AccessSegment stored, AccessSegment made) =>
        stored.Root.AsSpan().SequenceEqual(made.Root) && stored.LastHash.AsSpan().SequenceEqual(made.LastHash) && stored.ClosedAt == made.ClosedAt;

    private static bool Fits(List<AccessPosting> stored, IReadOnlyList<AccessPosting> made) =>
        stored.Count == made.Count
        && stored.Zip(made).All(p => p.First.Bucket == p.Second.Bucket && p.First.Postings.AsSpan().SequenceEqual(p.Second.Postings));
}
