using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>Makes a run of the chain again, entry by entry, and says where what is stored differs.</summary>
internal sealed class ChainCheck(long first, byte[] previous)
{
    private readonly OpenSegment _made = new(new(first, previous, DateTime.MinValue, first, []));

    /// <summary>The entry that is expected next.</summary>
    public long Next => _made.Next;

    /// <summary>The segment as it must be, once it is full.</summary>
    public ClosedSegment? Closed { get; private set; }

    /// <summary>What is wrong with the entry; null when it holds.</summary>
    public string? Fault(AccessEntry entry)
    {
        if (Closed is not null) return $"The root of the segment after entry {Next - 1} is missing.";
        if (entry.Sequence != Next) return $"Entry {Next} is missing.";
        var (hash, at) = (entry.Hash, entry.At);
        try
        {
            Closed = _made.Add(entry, at);
        }
        catch (InvalidDataException)
        {
            return Altered(entry.Sequence);
        }

        return hash.AsSpan().SequenceEqual(entry.Hash) && at == entry.At ? null : Altered(entry.Sequence);
    }

    /// <summary>What is wrong with a closed segment whose entries all hold; null when nothing is.</summary>
    public string? Fault(AccessSegment stored)
    {
        if (Next <= stored.Last) return $"Entry {Next} is missing.";
        return Closed?.Segment is { } made && stored.Root.AsSpan().SequenceEqual(made.Root) && stored.LastHash.AsSpan().SequenceEqual(made.LastHash)
            && stored.ClosedAt == made.ClosedAt
            ? null
            : $"The root of the segment {stored.First}–{stored.Last} does not fit its entries.";
    }

    private static string Altered(long sequence) => $"Entry {sequence} was altered, or the one before it was.";
}
