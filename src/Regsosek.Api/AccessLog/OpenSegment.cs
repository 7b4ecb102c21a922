using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>The open end of the chain in memory: gives reads their sequence and hash, and closes segments. Read from the store at the start
/// and again after a fault, never trusted beyond one.</summary>
public sealed class OpenSegment
{
    private readonly List<byte[]> _hashes = new(AccessChain.SegmentSize);
    private readonly List<(long Subject, int Place)> _touched = [];
    private long _first;
    private byte[] _previous;
    private DateTime _at;

    public OpenSegment(AccessTail tail)
    {
        (_first, _previous, _at, Next) = (tail.Open, tail.Hash, tail.At, tail.Next);
        foreach (var entry in tail.Entries) Remember(entry);
    }

    public long Next { get; private set; }

    /// <summary>The segment, when it is to be closed after this entry.</summary>
    public ClosedSegment? Add(AccessEntry entry, DateTime now)
    {
        // A clock that is set back does not turn the order of the log round.
        _at = now > _at ? now : _at;
        (entry.Sequence, entry.At) = (Next++, _at);
        entry.Hash = _previous = AccessChain.Hash(_previous, entry);
        Remember(entry);
        return IsFull(_hashes.Count, _touched.Count) ? Close() : null;
    }

    /// <summary>Whether a segment of so many entries, which touch so many subjects, is closed.</summary>
    public static bool IsFull(int entries, int subjects) => entries >= AccessChain.SegmentSize || subjects >= AccessChain.SegmentSubjects;

    private void Remember(AccessEntry entry)
    {
        foreach (var (subject, _) in PackedSubjects.Read(entry.Subjects)) _touched.Add((subject, _hashes.Count));
        _hashes.Add(entry.Hash);
    }

    private ClosedSegment Close()
    {
        var segment = new AccessSegment
        {
            First = _first,
            Last = Next - 1,
            Root = AccessChain.Root(_hashes),
            LastHash = _previous,
            ClosedAt = _at,
        };
        var closed = new ClosedSegment(segment, PackedPostings.Pack(_first, _touched));
        _first = Next;
        _hashes.Clear();
        _touched.Clear();
        return closed;
    }
}
