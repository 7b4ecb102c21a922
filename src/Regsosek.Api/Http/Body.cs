using System.Buffers;

namespace Regsosek.Api.Http;

/// <summary>A body before it is sent: whole, for its tag and length, in memory that the next answer uses again.</summary>
internal sealed class Body : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _count, _most;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public void Advance(int count) => _count += count;

    /// <summary>Begins anew, in the same memory.</summary>
    public void Clear() => (_most, _count) = (Math.Max(_most, _count), 0);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var need = Math.Max(sizeHint, 256);
        if (_bytes.Length - _count >= need) return _bytes.AsMemory(_count);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _count + need));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        Return();
        _bytes = larger;
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        Return();
        (_bytes, _count) = ([], 0);
    }

    /// <summary>Nobody who gets this memory next finds what was in it.</summary>
    private void Return()
    {
        _bytes.AsSpan(0, Math.Max(_most, _count)).Clear();
        ArrayPool<byte>.Shared.Return(_bytes);
    }
}
