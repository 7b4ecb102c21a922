using Regsosek.Data;

namespace Regsosek.Api.Http;

/// <summary>A body for who writes to a stream; what is written is there at once.</summary>
internal sealed class BodyStream(Body body) : WritingStream
{
    private long _written;

    public override long Length => _written;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        buffer.CopyTo(body.GetSpan(buffer.Length));
        body.Advance(buffer.Length);
        _written += buffer.Length;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
