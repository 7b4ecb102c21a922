namespace Regsosek.Data.AccessLog;

/// <summary>Variable-length integers: seven bits a byte, the lowest first; signed ones with their sign in the lowest bit.</summary>
internal static class Varint
{
    public static ulong Read(byte[] bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= bytes.Length) break;
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw new InvalidDataException("The access log holds bytes that it did not write.");
    }

    public static long Signed(byte[] bytes, ref int at)
    {
        var value = Read(bytes, ref at);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}

internal struct VarintWriter(int expected)
{
    private byte[] _bytes = new byte[Math.Max(16, expected)];
    private int _count;

    public void Signed(long value) => Write((ulong)value << 1 ^ (ulong)(value >> 63));

    public void Write(ulong value)
    {
        if (_count + 10 > _bytes.Length) Array.Resize(ref _bytes, _bytes.Length * 2);
        for (; value >= 0x80; value >>= 7) _bytes[_count++] = (byte)(value | 0x80);
        _bytes[_count++] = (byte)value;
    }

    public readonly byte[] ToArray() => _bytes.AsSpan(0, _count).ToArray();
}
