using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Regsosek.Data.Protection;

/// <summary>Seals values at rest (AES-256-GCM: key number, nonce, tag, text) and makes the keyed hash by which a NIK or KK is found again.</summary>
public sealed class Seal : IDisposable
{
    private const int Head = 1, Nonce = 12, Tag = 16;
    private readonly LiveKeyRing _keys;
    private readonly ThreadLocal<Ciphers> _ciphers;

    public Seal(LiveKeyRing keys) => (_keys, _ciphers) = (keys, new(() => new(keys.Current)));

    public Seal(KeyRing keys)
        : this(new LiveKeyRing(keys))
    {
    }

    /// <summary>Number of the sealing key in use; it grows with each rotation.</summary>
    public int Generation => _keys.Current.Sealing.Count - 1;

    /// <summary>Rows are being sealed and hashed anew.</summary>
    public bool IsResealing => _keys.Current.Resealing;

    public byte[] Close(ReadOnlySpan<byte> plain)
    {
        var box = new byte[Head + Nonce + Tag + plain.Length];
        var ciphers = Of(_keys.Current);
        box[0] = (byte)ciphers.Newest;
        ciphers.NextNonce(box.AsSpan(Head, Nonce));
        ciphers[ciphers.Newest]!.Encrypt(box.AsSpan(Head, Nonce), plain, box.AsSpan(Head + Nonce + Tag), box.AsSpan(Head + Nonce, Tag));
        return box;
    }

    public byte[] Close(string plain) => Close(Encoding.UTF8.GetBytes(plain));

    public byte[] Open(ReadOnlySpan<byte> box)
    {
        // A key that is not known yet was made a moment ago.
        var cipher = Of(_keys.Current)[box[0]] ?? Of(_keys.Look())[box[0]] ?? throw new CryptographicException("The key of a sealed value is gone.");
        var plain = new byte[box.Length - Head - Nonce - Tag];
        cipher.Decrypt(box.Slice(Head, Nonce), box[(Head + Nonce + Tag)..], box.Slice(Head + Nonce, Tag), plain);
        return plain;
    }

    public string? OpenText(byte[]? box) => box is null ? null : Encoding.UTF8.GetString(Open(box));

    /// <summary>The cipher of a new file, and the number of the sealing key that its key is derived from.</summary>
    internal (byte Number, AesGcm Cipher) NewFile(ReadOnlySpan<byte> salt)
    {
        var ring = _keys.Current;
        return ((byte)(ring.Sealing.Count - 1), FileKey(ring.Sealing[^1], salt));
    }

    /// <summary>The cipher of a file that is there.</summary>
    internal AesGcm OfFile(byte number, ReadOnlySpan<byte> salt)
    {
        var ring = number < _keys.Current.Sealing.Count ? _keys.Current : _keys.Look();
        return number < ring.Sealing.Count && ring.Sealing[number] is { Length: > 0 } key
            ? FileKey(key, salt)
            : throw new CryptographicException("The key of a sealed file is gone.");
    }

    /// <summary>16 bytes of HMAC-SHA256 of a normalised number; equal numbers have equal hashes, and nothing else can be told.</summary>
    public byte[] Hash(string number) => Hash(_keys.Current.Lookup, number);

    /// <summary>The hash under the key before, which rows may still have; null when none can.</summary>
    public byte[]? FormerHash(string number) => _keys.Current.FormerLookup is { } key ? Hash(key, number) : null;

    /// <summary>As <see cref="Hash(string)"/>, under a key that never changes: for ids made from a text, which have to stay.</summary>
    public byte[] Mark(string text) => Hash(_keys.Current.Marks ?? _keys.Current.Lookup, text);

    /// <summary>32 bytes of HMAC-SHA256 of a whole content: a plain hash of a row that holds a NIK could be guessed back. Never changes.</summary>
    public byte[] Digest(ReadOnlySpan<byte> content) => HMACSHA256.HashData(_keys.Current.Marks ?? _keys.Current.Lookup, content);

    /// <summary>A negative number for a NIK that may not exist: what the budget and the log count it by.</summary>
    public static long Subject(byte[] hash) => -(BinaryPrimitives.ReadInt64LittleEndian(hash) & long.MaxValue) - 1;

    public void Dispose() => _ciphers.Dispose();

    private static AesGcm FileKey(byte[] key, ReadOnlySpan<byte> salt)
    {
        Span<byte> own = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, own, salt, "regsosek file"u8);
        return new(own, Tag);
    }

    private static byte[] Hash(byte[] key, string number)
    {
        Span<byte> text = stackalloc byte[Encoding.UTF8.GetMaxByteCount(number.Length)];
        var length = Encoding.UTF8.GetBytes(number, text);
        return HMACSHA256.HashData(key, text[..length])[..16];
    }

    private Ciphers Of(KeyRing ring) => _ciphers.Value is { } known && known.Ring == ring ? known : _ciphers.Value = new(ring);

    private sealed class Ciphers(KeyRing ring)
    {
        private const int NoncesAtOnce = 256;
        private readonly byte[] _nonces = new byte[NoncesAtOnce * Nonce];
        private int _given = NoncesAtOnce;
        private readonly AesGcm?[] _byNumber = [.. ring.Sealing.Select(key => key.Length == 0 ? null : new AesGcm(key, Tag))];

        public KeyRing Ring => ring;
        public int Newest => _byNumber.Length - 1;
        public AesGcm? this[int number] => number < _byNumber.Length ? _byNumber[number] : null;

        /// <summary>Random, each given once: to ask the generator for each alone takes longer than to seal a NIK.</summary>
        public void NextNonce(Span<byte> nonce)
        {
            if (_given == NoncesAtOnce)
            {
                RandomNumberGenerator.Fill(_nonces);
                _given = 0;
            }

            _nonces.AsSpan(_given++ * Nonce, Nonce).CopyTo(nonce);
        }
    }
}
