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
        Hold(Math.Max(sizeHint, 256));
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Hold(Math.Max(sizeHint, 256));
        return _bytes.AsSpan(_count);
    }

    public void Dispose()
    {
        Return();
        (_bytes, _count) = ([], 0);
    }

    private void Hold(int need)
    {
        if (_bytes.Length - _count < need) Grow(need);
    }

    private void Grow(int need)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _count + need));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        Return();
        _bytes = larger;
    }

    /// <summary>Nobody who gets this memory next finds what was in it.</summary>
    private void Return()
    {
        _bytes.AsSpan(0, Math.Max(_most, _count)).Clear();
        ArrayPool<byte>.Shared.Return(_bytes);
    }
}
