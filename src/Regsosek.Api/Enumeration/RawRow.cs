using System.Buffers;
using System.IO.Compression;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Enumeration;

/// <summary>A row as it came: compressed, then sealed.</summary>
public static class RawRow
{
    private const int Quality = 0, Window = 16;

    public static byte[] Close(Seal seal, ReadOnlySpan<byte> row)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(row.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(row, buffer, out var length, Quality, Window))
                throw new InvalidOperationException("The row did not fit its own bound.");
            return seal.Close(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public static byte[] Open(Seal seal, ReadOnlySpan<byte> box)
    {
        using var packed = new BrotliStream(new MemoryStream(seal.Open(box)), CompressionMode.Decompress);
        var row = new MemoryStream();
        packed.CopyTo(row);
        return row.ToArray();
    }
}
