using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>What a verification found: how many entries hold, those of closed segments that are in the archive only included, and the first that does
/// not.</summary>
public sealed record AccessLogVerdict(long Entries, long Segments, string? Fault)
{
    /// <summary>Entries of segments that were deleted here: only their roots and the chain between the segments were looked at.</summary>
    public long Erased { get; init; }
}

/// <summary>Recomputes the chain, the Merkle roots and the index, streaming; names the first entry that was altered or is missing. Each segment
/// goes on from the last hash of the one before, so they are recomputed side by side.</summary>
public sealed class VerifyAccessLog(Registries registries, Action<long>? progress)
{
    private readonly Lock _gate = new();
    private (long At, string Fault)? _first;
    private long _done, _gone;

    public static Task<AccessLogVerdict> Run(Registries registries, Action<long>? progress = null, CancellationToken stop = default) =>
        new VerifyAccessLog(registries, progress).Run(stop);

    private async Task<AccessLogVerdict> Run(CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("verify the access log"));
        // What was written when we began: entries that come meanwhile are the next verification's.
        var taken = await registry.KeyBlocks.Where(k => k.Name == AccessStore.Name).Select(k => k.Next).FirstOrDefaultAsync(stop);
        var segments = await registry.AccessSegments.AsNoTracking().Where(s => s.Last < taken).OrderBy(s => s.First).ToListAsync(stop);
        var gap = segments.Where((s, i) => s.First != (i == 0 ? 1 : segments[i - 1].Last + 1)).FirstOrDefault();
        if (gap is not null) segments = segments[..segments.IndexOf(gap)];
        var all = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop };
        Parallel.For(0, segments.Count, all, i =>
        {
            if (segments[i].ErasedAt is null && IsBeforeFault(segments[i].First))
                Closed(segments[i], i == 0 ? AccessChain.Origin : segments[i - 1].LastHash);
        });
        var open = segments.Count == 0 ? 1 : segments[^1].Last + 1;
        if (_first is null && gap is not null) Found(open, $"The root of the segment from entry {open} on is missing.");
        if (_first is null) Open(open, segments.Count == 0 ? AccessChain.Origin : segments[^1].LastHash, taken);
        var holds = _first is { } first ? first.At - 1 : Math.Max(0, taken - 1);
        return new(holds, segments.Count(s => s.Last <= holds), _first?.Fault)
        {
            Erased = _gone + segments.Where(s => s.ErasedAt is not null).Sum(s => s.Last - s.First + 1),
        };
    }

    private void Closed(AccessSegment segment, byte[] previous)
    {
        using var registry = registries.For(Caller.System("verify the access log"));
        if (Fault(registry, segment, previous) is not var (at, fault)) return;

        // What its retention took since the segments were listed is not missing.
        if (!registry.AccessSegments.Any(s => s.First == segment.First && s.ErasedAt != null)) Found(at, fault);
        else Interlocked.Add(ref _gone, segment.Last - segment.First + 1);
    }

    private (long At, string Fault)? Fault(Registry registry, AccessSegment segment, byte[] previous)
    {
        var check = new ChainCheck(segment.First, previous);
        var entries = registry.AccessEntries.Where(e => e.Sequence >= segment.First && e.Sequence <= segment.Last);
        if (Fault(entries, check) is { } found) return found;
        if (check.Fault(segment) is { } fault) return (check.Next <= segment.Last ? check.Next : segment.Last + 1, fault);
        var index = registry.AccessPostings.AsNoTracking().Where(p => p.First == segment.First).OrderBy(p => p.Bucket).ToList();
        var made = check.Closed!.Postings;
        var fits = index.Count == made.Count
            && index.Zip(made).All(p => p.First.Bucket == p.Second.Bucket && p.First.Postings.AsSpan().SequenceEqual(p.Second.Postings));
        return fits ? null : (segment.Last + 1, $"The index of the segment {segment.First}–{segment.Last} does not fit its entries.");
    }

    private void Open(long first, byte[] previous, long taken)
    {
        using var registry = registries.For(Caller.System("verify the access log"));
        var check = new ChainCheck(first, previous);
        if (Fault(registry.AccessEntries.Where(e => e.Sequence >= first && e.Sequence < taken), check) is var (at, fault)) Found(at, fault);
        else if (check.Next < taken) Found(check.Next, $"Entry {check.Next} is missing: {taken - 1} were written.");
        else if (check.Closed is not null) Found(taken, $"The root of the segment after entry {taken - 1} is missing.");
    }

    private (long At, string Fault)? Fault(IQueryable<AccessEntry> entries, ChainCheck check)
    {
        // Threads of its own work wait for their rows here: a row that is awaited costs as much again.
        foreach (var entry in entries.AsNoTracking().OrderBy(e => e.Sequence))
        {
            if (check.Fault(entry) is { } fault) return (check.Next - (entry.Sequence < check.Next ? 1 : 0), fault);
        }

        lock (_gate)
        {
            _done += check.Closed is { } closed ? closed.Segment.Last - closed.Segment.First + 1 : 0;
            progress?.Invoke(_done);
        }

        return null;
    }

    private bool IsBeforeFault(long first)
    {
        lock (_gate) return _first is null || first < _first.Value.At;
    }

    private void Found(long at, string fault)
    {
        lock (_gate) _first = _first is { } known && known.At <= at ? known : (at, fault);
    }
}
