using System.Security.Cryptography;
using System.Text;

namespace Regsosek.Data.Protection;

/// <summary>Pairwise pseudonyms: one AES block of the id under the partner's own key. Two partners cannot join what they hold; the hub
/// can read it back.</summary>
public sealed class Pseudonym : IDisposable
{
    private static readonly DateTimeOffset First = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Aes _aes = Aes.Create();

    public Pseudonym(byte[] key) => _aes.Key = key;

    /// <summary>The key of a partner that was never given one of its own.</summary>
    public static byte[] DerivedKey(byte[] pairwise, string partner) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, pairwise, 32, info: Encoding.UTF8.GetBytes("pairwise:" + partner));

    public Guid Of(Guid id)
    {
        Span<byte> block = stackalloc byte[16];
        id.TryWriteBytes(block);
        _aes.EncryptEcb(block, block, PaddingMode.None);
        return new Guid(block);
    }

    public Guid Read(Guid pseudonym)
    {
        Span<byte> block = stackalloc byte[16];
        pseudonym.TryWriteBytes(block);
        _aes.DecryptEcb(block, block, PaddingMode.None);
        return new Guid(block);
    }

    /// <summary>Whether this can be an id of ours: a UUIDv7 of a time between 2020 and tomorrow. Of blocks read with the wrong key one in a hundred
    /// thousand can.</summary>
    public static bool CanBeAnId(Guid id, DateTimeOffset now)
    {
        if (id.Version != 7 || id.Variant is < 8 or > 11) return false;
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var made = 0L;
        foreach (var part in bytes[..6]) made = (made << 8) | part;
        return made >= First.ToUnixTimeMilliseconds() && made <= now.AddDays(1).ToUnixTimeMilliseconds();
    }

    public void Dispose() => _aes.Dispose();
}
