using System.Buffers.Binary;

namespace Regsosek.Data.Protection;

/// <summary>How a file is sealed at rest: a head with the number of the sealing key and a salt, then chunks of AES-256-GCM under a key of the file's
/// own, so that any place is read without what stands before it. A chunk's nonce is its place and whether it is the last: none can be moved, left out or
/// cut off.</summary>
internal static class SealedFile
{
    public const int Chunk = 64 * 1024, Tag = 16, Salt = 32, Head = 1 + Salt, Sealed = Chunk + Tag;

    public static void Nonce(Span<byte> nonce, long chunk, bool isLast)
    {
        BinaryPrimitives.WriteInt64BigEndian(nonce, chunk);
        BinaryPrimitives.WriteInt32BigEndian(nonce[sizeof(long)..], isLast ? 1 : 0);
    }

    /// <summary>Bytes of the content of a file of so many.</summary>
    /// <exception cref="InvalidDataException">No file of ours is so long.</exception>
    public static long Content(long file)
    {
        var (whole, rest) = Math.DivRem(file - Head, Sealed);
        if (file < Head || rest is > 0 and < Tag || (whole == 0 && rest == 0)) throw new InvalidDataException("The file was cut.");
        return (whole * Chunk) + Math.Max(0, rest - Tag);
    }
}
