namespace Regsosek.Data.AccessLog;

/// <summary>Subjects of one entry as bytes: ascending, each the distance to the one before and its persons, as variable-length integers.
/// One column of one row, where a row for each would cost more than the read itself.</summary>
public static class PackedSubjects
{
    public static byte[] Pack(IReadOnlyDictionary<long, int> subjects)
    {
        if (subjects.Count == 0) return [];
        Span<long> sorted = subjects.Count <= 512 ? stackalloc long[subjects.Count] : new long[subjects.Count];
        var i = 0;
        foreach (var subject in subjects.Keys) sorted[i++] = subject;
        sorted.Sort();
        var bytes = new VarintWriter(subjects.Count * 4);
        var before = 0L;
        foreach (var subject in sorted)
        {
            bytes.Signed(unchecked(subject - before));
            bytes.Write((uint)subjects[subject]);
            before = subject;
        }

        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are none of ours.</exception>
    public static IEnumerable<(long Subject, int Persons)> Read(byte[] packed)
    {
        var at = 0;
        for (var subject = 0L; at < packed.Length;)
        {
            subject = unchecked(subject + Varint.Signed(packed, ref at));
            yield return (subject, (int)Varint.Read(packed, ref at));
        }
    }
}

/// <summary>Subjects of one bucket of one segment as bytes: ascending, each the distance to the one before, the number of its entries and
/// their places in the segment.</summary>
public static class PackedPostings
{
    public const int Buckets = 64;

    public static int Bucket(long subject) => (int)((ulong)subject * 0x9E3779B97F4A7C15 >> 58);

    /// <summary>A blob for each bucket that has any; sorts what it is given.</summary>
    public static List<AccessPosting> Pack(long first, List<(long Subject, int Place)> touched)
    {
        var buckets = new List<(long Subject, int Place)>?[Buckets];
        foreach (var one in touched) (buckets[Bucket(one.Subject)] ??= []).Add(one);
        var postings = new List<AccessPosting>(Buckets);
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            if (buckets[bucket] is not { } all) continue;
            all.Sort();
            postings.Add(new() { Bucket = bucket, First = first, Postings = Pack(all) });
        }

        return postings;
    }

    private static byte[] Pack(List<(long Subject, int Place)> sorted)
    {
        var bytes = new VarintWriter(sorted.Count * 4);
        var before = 0L;
        for (var i = 0; i < sorted.Count;)
        {
            var (subject, place) = sorted[i];
            var end = i + 1;
            while (end < sorted.Count && sorted[end].Subject == subject) end++;
            bytes.Signed(unchecked(subject - before));
            bytes.Write((uint)(end - i));
            bytes.Write((uint)place);
            for (i++; i < end; i++) bytes.Write((uint)(sorted[i].Place - sorted[i - 1].Place));
            before = subject;
        }

        return bytes.ToArray();
    }

    /// <summary>Places in the segment of the entries that touched the subject, ascending.</summary>
    public static IEnumerable<int> Of(byte[] postings, long wanted)
    {
        var at = 0;
        for (var subject = 0L; at < postings.Length;)
        {
            subject = unchecked(subject + Varint.Signed(postings, ref at));
            var count = (int)Varint.Read(postings, ref at);
            for (int i = 0, place = 0; i < count; i++)
            {
                place += (int)Varint.Read(postings, ref at);
                if (subject == wanted) yield return place;
            }

            if (subject >= wanted) yield break;
        }
    }
}
