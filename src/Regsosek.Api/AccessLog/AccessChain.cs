using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>Pure: the hash of an entry over the hash before it and its canonical bytes, and the Merkle root of a segment. The bytes are described in
/// docs/access-log.md: whoever checks an exported segment makes them again.</summary>
public static class AccessChain
{
    /// <summary>A segment closes when it has so many entries, or when they touch so many subjects.</summary>
    public const int SegmentSize = 4096, SegmentSubjects = 1 << 20;

    public static readonly byte[] Origin = new byte[32];

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    public static byte[] Hash(ReadOnlySpan<byte> previous, AccessEntry entry)
    {
        var bytes = _bytes ??= new(1024);
        bytes.ResetWrittenCount();
        bytes.Write(previous);
        Number(bytes, entry.Sequence);
        Number(bytes, entry.At.Ticks);
        Text(bytes, entry.RequestId);
        Text(bytes, entry.Client);
        Text(bytes, entry.Agreement);
        Text(bytes, entry.Purpose);
        Text(bytes, entry.EndUser);
        Text(bytes, entry.Surface);
        Text(bytes, entry.Shape);
        Number(bytes, entry.AgreementKey);
        Number(bytes, (long)entry.Fields);
        Number(bytes, entry.Families);
        Number(bytes, entry.Persons);
        Number(bytes, entry.Subjects.Length);
        bytes.Write(entry.Subjects);
        return SHA256.HashData(bytes.WrittenSpan);
    }

    /// <summary>RFC 9162 shape: leaves and nodes are hashed under different prefixes, an odd node goes up as it is.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> hashes)
    {
        var level = new byte[hashes.Count][];
        Span<byte> node = stackalloc byte[65];
        for (var i = 0; i < level.Length; i++)
        {
            hashes[i].CopyTo(node[1..]);
            level[i] = SHA256.HashData(node[..33]);
        }

        node[0] = 1;
        for (var count = level.Length; count > 1; count = (count + 1) / 2)
        {
            for (var i = 0; i < count; i += 2)
            {
                if (i + 1 < count)
                {
                    level[i].CopyTo(node[1..]);
                    level[i + 1].CopyTo(node[33..]);
                }

                level[i / 2] = i + 1 < count ? SHA256.HashData(node) : level[i];
            }
        }

        return level[0];
    }

    private static void Number(ArrayBufferWriter<byte> bytes, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(8), value);
        bytes.Advance(8);
    }

    private static void Text(ArrayBufferWriter<byte> bytes, string? text)
    {
        if (text is null)
        {
            Number(bytes, -1);
            return;
        }

        var span = bytes.GetSpan(8 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, span[8..]);
        BinaryPrimitives.WriteInt64BigEndian(span, length);
        bytes.Advance(8 + length);
    }
}
