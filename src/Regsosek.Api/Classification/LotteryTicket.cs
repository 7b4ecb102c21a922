using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Regsosek.Api.Classification;

/// <summary>A number nobody can choose and anybody with the seed can check: the first 16 bytes of
/// HMAC-SHA256 of the family's source id under the seed of the run.</summary>
public readonly record struct LotteryTicket(UInt128 Number)
{
    public const int Bytes = 16;

    public static LotteryTicket Draw(ReadOnlySpan<byte> seed, string sourceId)
    {
        Span<byte> drawn = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes(sourceId), drawn);
        return Of(drawn);
    }

    public static LotteryTicket Of(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <summary>Bytes that compare as the numbers do.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Number);
        return bytes;
    }
}
