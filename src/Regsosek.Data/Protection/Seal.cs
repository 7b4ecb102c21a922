using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Regsosek.Data.Protection;

/// <summary>Seals values at rest (AES-256-GCM: key number, nonce, tag, text) and makes the keyed hash by which a NIK or KK is found again.</summary>
public sealed class Seal(KeyRing keys) : IDisposable
{
    private const int Head = 1, Nonce = 12, Tag = 16;
    private readonly ThreadLocal<AesGcm[]> _ciphers = new(() => [.. keys.Sealing.Select(key => new AesGcm(key, Tag))]);

    public byte[] Close(ReadOnlySpan<byte> plain)
    {
        var box = new byte[Head + Nonce + Tag + plain.Length];
        var number = keys.Sealing.Count - 1;
        box[0] = (byte)number;
        RandomNumberGenerator.Fill(box.AsSpan(Head, Nonce));
        Cipher(number).Encrypt(box.AsSpan(Head, Nonce), plain, box.AsSpan(Head + Nonce + Tag), box.AsSpan(Head + Nonce, Tag));
        return box;
    }

    public byte[] Close(string plain) => Close(Encoding.UTF8.GetBytes(plain));

    public byte[] Open(ReadOnlySpan<byte> box)
    {
        var plain = new byte[box.Length - Head - Nonce - Tag];
        Cipher(box[0]).Decrypt(box.Slice(Head, Nonce), box[(Head + Nonce + Tag)..], box.Slice(Head + Nonce, Tag), plain);
        return plain;
    }

    public string? OpenText(byte[]? box) => box is null ? null : Encoding.UTF8.GetString(Open(box));

    /// <summary>16 bytes of HMAC-SHA256 of a normalised number; equal numbers have equal hashes, and nothing else can be told.</summary>
    public byte[] Hash(string number)
    {
        Span<byte> text = stackalloc byte[Encoding.UTF8.GetMaxByteCount(number.Length)];
        var length = Encoding.UTF8.GetBytes(number, text);
        return HMACSHA256.HashData(keys.Lookup, text[..length])[..16];
    }

    /// <summary>32 bytes of HMAC-SHA256 of a whole content: a plain hash of a row that holds a NIK could be guessed back.</summary>
    public byte[] Digest(ReadOnlySpan<byte> content) => HMACSHA256.HashData(keys.Lookup, content);

    /// <summary>A negative number for a NIK that may not exist: what the budget and the log count it by.</summary>
    public static long Subject(byte[] hash) => -(BinaryPrimitives.ReadInt64LittleEndian(hash) & long.MaxValue) - 1;

    public void Dispose() => _ciphers.Dispose();

    private AesGcm Cipher(int number)
    {
        var ciphers = _ciphers.Value!;
        if (ciphers.Length != keys.Sealing.Count) _ciphers.Value = ciphers = [.. keys.Sealing.Select(key => new AesGcm(key, Tag))];
        return ciphers[number];
    }
}
