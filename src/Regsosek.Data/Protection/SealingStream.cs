using System.Security.Cryptography;

namespace Regsosek.Data.Protection;

/// <summary>Seals what is written to it into a file; says how long the content is, and its SHA-256.</summary>
public sealed class SealingStream : WritingStream
{
    private readonly Stream _to;
    private readonly AesGcm _cipher;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _plain = new byte[SealedFile.Chunk], _box = new byte[SealedFile.Sealed];
    private int _filled;
    private long _chunks, _length;

    public SealingStream(Stream to, Seal seal)
    {
        Span<byte> head = stackalloc byte[SealedFile.Head];
        RandomNumberGenerator.Fill(head[1..]);
        (head[0], _cipher) = seal.NewFile(head[1..]);
        _to = to;
        to.Write(head);
    }

    public override long Length => _length;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        _length += buffer.Length;
        while (buffer.Length > 0)
        {
            if (_filled == _plain.Length) Close(isLast: false);
            var some = Math.Min(buffer.Length, _plain.Length - _filled);
            buffer[..some].CopyTo(_plain.AsSpan(_filled));
            _filled += some;
            buffer = buffer[some..];
        }
    }

    /// <summary>Writes the last chunk.</summary>
    /// <returns>SHA-256 of the content.</returns>
    public byte[] Finish()
    {
        Close(isLast: true);
        return _hash.GetHashAndReset();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_plain);
            _cipher.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Close(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedFile.Nonce(nonce, _chunks++, isLast);
        _cipher.Encrypt(nonce, _plain.AsSpan(0, _filled), _box.AsSpan(0, _filled), _box.AsSpan(_filled, SealedFile.Tag));
        _to.Write(_box, 0, _filled + SealedFile.Tag);
        _filled = 0;
    }
}
