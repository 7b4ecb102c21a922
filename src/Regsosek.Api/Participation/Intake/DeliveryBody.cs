using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Participation.Intake;

/// <summary>The body of a delivery, opened part by part as it is read, with one part in memory. What reads it may go back: a workbook tells at its end
/// what it holds.</summary>
internal sealed class DeliveryBody(Registry registry, Seal seal, Delivery delivery) : ReadingStream
{
    private byte[] _part = [];
    private long _number = -1;

    public override long Length => delivery.Bytes;
    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty) return 0;
        var (number, at) = Math.DivRem(Position, DeliveryPart.Length);
        if (number != _number) (_part, _number) = (Open((int)number), number);
        var read = _part.AsSpan((int)at);
        if (read.Length > buffer.Length) read = read[..buffer.Length];
        read.CopyTo(buffer);
        Position += read.Length;
        return read.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private byte[] Open(int number) => seal.Open(registry.DeliveryParts.AsNoTracking()
        .Where(p => p.DeliveryKey == delivery.Key && p.Number == number).Select(p => p.Sealed).Single());
}
