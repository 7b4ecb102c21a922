using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Regsosek.Data.Protection;

/// <summary>The content of a sealed file, from any place on.</summary>
public sealed class OpeningStream : ReadingStream
{
    private readonly SafeFileHandle _file;
    private readonly AesGcm _cipher;
    private readonly byte[] _box = new byte[SealedFile.Sealed], _plain = new byte[SealedFile.Chunk];
    private readonly long _last;
    private long _chunk = -1;
    private int _filled;

    /// <exception cref="CryptographicException">Its key is gone.</exception>
    /// <exception cref="InvalidDataException">It was cut.</exception>
    public OpeningStream(string path, Seal seal)
    {
        _file = File.OpenHandle(path, options: FileOptions.Asynchronous);
        try
        {
            Length = SealedFile.Content(RandomAccess.GetLength(_file));
            _last = Math.Max(0, (Length - 1) / SealedFile.Chunk);
            Span<byte> head = stackalloc byte[SealedFile.Head];
            if (RandomAccess.Read(_file, head, 0) < head.Length) throw new InvalidDataException("The file was cut.");
            _cipher = seal.OfFile(head[0], head[1..]);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public override long Length { get; }
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.Length == 0) return 0;
        var (chunk, at) = Math.DivRem(Position, SealedFile.Chunk);
        if (chunk != _chunk) await Open(chunk, cancellationToken);
        var some = Math.Min(buffer.Length, _filled - (int)at);
        _plain.AsMemory((int)at, some).CopyTo(buffer);
        Position += some;
        return some;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_plain);
            _cipher.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task Open(long chunk, CancellationToken stop)
    {
        _chunk = -1;
        var length = (int)Math.Min(SealedFile.Chunk, Length - (chunk * SealedFile.Chunk)) + SealedFile.Tag;
        var from = SealedFile.Head + (chunk * SealedFile.Sealed);
        for (var read = 0; read < length;)
        {
            var more = await RandomAccess.ReadAsync(_file, _box.AsMemory(read, length - read), from + read, stop);
            read += more > 0 ? more : throw new InvalidDataException("The file was cut.");
        }

        Decrypt(chunk, length - SealedFile.Tag);
        (_chunk, _filled) = (chunk, length - SealedFile.Tag);
    }

    private void Decrypt(long chunk, int length)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedFile.Nonce(nonce, chunk, chunk == _last);
        _cipher.Decrypt(nonce, _box.AsSpan(0, length), _box.AsSpan(length, SealedFile.Tag), _plain.AsSpan(0, length));
    }
}
