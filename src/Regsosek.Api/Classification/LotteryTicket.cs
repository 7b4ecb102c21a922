using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Regsosek.Api.Classification;

/// <summary>A number nobody can choose and anybody with the seed can check:
/// HMAC-SHA256 of the family's source id under the seed of the run.</summary>
public readonly record struct LotteryTicket(UInt128 High, UInt128 Low)
{
    public static LotteryTicket Draw(ReadOnlySpan<byte> seed, string sourceId)
    {
        Span<byte> drawn = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes(sourceId), drawn);
        return new(BinaryPrimitives.ReadUInt128BigEndian(drawn), BinaryPrimitives.ReadUInt128BigEndian(drawn[16..]));
    }

    public int CompareTo(LotteryTicket other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);
}
