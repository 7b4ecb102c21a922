using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>Pure: the hash of an entry over the hash before it and its canonical bytes, and the Merkle root of a segment.</summary>
public static class AccessChain
{
    public const int SegmentSize = 4096;
    public static readonly byte[] Origin = new byte[32];

    public static byte[] Hash(ReadOnlySpan<byte> previous, AccessEntry entry, IEnumerable<AccessSubject> subjects)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        bytes.Write(previous);
        Number(bytes, entry.Sequence);
        Number(bytes, entry.At.Ticks);
        foreach (var text in (ReadOnlySpan<string?>)[entry.RequestId, entry.Client, entry.Agreement, entry.Purpose, entry.EndUser,
            entry.Surface, entry.Shape])
            Text(bytes, text);
        Number(bytes, entry.AgreementKey);
        Number(bytes, (long)entry.Fields);
        Number(bytes, entry.Families);
        Number(bytes, entry.Persons);
        foreach (var subject in subjects.OrderBy(s => s.Subject))
        {
            Number(bytes, subject.Subject);
            Number(bytes, subject.Persons);
        }

        return SHA256.HashData(bytes.WrittenSpan);
    }

    /// <summary>RFC 9162 shape: leaves and nodes are hashed under different prefixes, an odd node goes up as it is.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> hashes)
    {
        var level = hashes.Select(h => SHA256.HashData([0, .. h])).ToList();
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : SHA256.HashData([1, .. pair[0], .. pair[1]]))];
        return level[0];
    }

    private static void Number(ArrayBufferWriter<byte> bytes, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(8), value);
        bytes.Advance(8);
    }

    private static void Text(ArrayBufferWriter<byte> bytes, string? text)
    {
        Number(bytes, text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null) bytes.Write(Encoding.UTF8.GetBytes(text));
    }
}
