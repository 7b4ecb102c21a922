using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>What a verification found: how many entries hold, and the first that does not.</summary>
public sealed record AccessLogVerdict(long Entries, long Segments, string? Fault);

/// <summary>Recomputes the chain and the Merkle roots, streaming; names the first entry that was altered or is missing.</summary>
public static class VerifyAccessLog
{
    private const int Step = 4096;

    public static async Task<AccessLogVerdict> Run(Registries registries, Action<long>? progress = null, CancellationToken stop = default)
    {
        await using var registry = registries.For(Caller.System("verify the access log"));
        // What was written when we began: entries that come meanwhile are the next verification's.
        var taken = await registry.KeyBlocks.Where(k => k.Name == AccessLogWriter.Sequence).Select(k => k.Next).FirstOrDefaultAsync(stop);
        var segments = await registry.AccessSegments.AsNoTracking().Where(s => s.Last < taken).OrderBy(s => s.First).ToListAsync(stop);
        var next = 1L;
        var previous = AccessChain.Origin;
        var closed = 0;
        var hashes = new List<byte[]>(AccessChain.SegmentSize);
        while (true)
        {
            var page = await registry.AccessEntries.AsNoTracking().Where(e => e.Sequence >= next && e.Sequence < taken).OrderBy(e => e.Sequence)
                .Take(Step).ToListAsync(stop);
            if (page.Count == 0) break;
            var last = page[^1].Sequence;
            var subjects = (await registry.AccessSubjects.AsNoTracking().Where(s => s.Sequence >= next && s.Sequence <= last).ToListAsync(stop))
                .ToLookup(s => s.Sequence);
            foreach (var entry in page)
            {
                if (entry.Sequence != next) return new(next - 1, closed, $"Entry {next} is missing.");
                previous = AccessChain.Hash(previous, entry, subjects[entry.Sequence]);
                var own = subjects[entry.Sequence];
                if (!previous.AsSpan().SequenceEqual(entry.Hash) || own.Any(s => s.At != entry.At || s.AgreementKey != entry.AgreementKey))
                    return new(next - 1, closed, $"Entry {next} was altered, or the one before it was.");
                hashes.Add(previous);
                if (closed < segments.Count && segments[closed].Last == next)
                {
                    if (Broken(segments[closed], hashes) is { } fault) return new(next, closed, fault);
                    closed++;
                    hashes.Clear();
                }

                next++;
            }

            progress?.Invoke(next - 1);
        }

        if (closed < segments.Count) return new(next - 1, closed, $"Entry {next} is missing: a segment was closed at entry {segments[closed].Last}.");
        if (segments.Count != (next - 1) / AccessChain.SegmentSize)
            return new(next - 1, closed, $"The root of the segment after entry {closed * (long)AccessChain.SegmentSize} is missing.");
        return taken > next ? new(next - 1, closed, $"Entry {next} is missing: {taken - 1} were written.") : new(next - 1, closed, null);
    }

    private static string? Broken(AccessSegment segment, List<byte[]> hashes) =>
        segment.Last - segment.First + 1 == hashes.Count && AccessChain.Root(hashes).AsSpan().SequenceEqual(segment.Root)
            ? null
            : $"The root of the segment {segment.First}–{segment.Last} does not fit its entries.";
}
