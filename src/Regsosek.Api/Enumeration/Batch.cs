using System.Buffers;

namespace Regsosek.Api.Enumeration;

/// <summary>Lines that become rows of one transaction: gathered first, whose memory is their reader's own, then read by whoever has time.</summary>
internal sealed class Batch(long after)
{
    private const int MostRows = 2500, MostBytes = 16 * 1024 * 1024, Usual = 5 * 1024;
    private readonly List<(SourceLine Line, int From, int Length)> _lines = new(MostRows);
    private byte[] _text = ArrayPool<byte>.Shared.Rent(MostRows * Usual);
    private int _filled;

    /// <summary>The line before its first.</summary>
    public long After { get; } = after;

    public long Last { get; private set; } = after;

    /// <summary>Bytes of the input up to its end.</summary>
    public long Position { get; private set; }

    public bool IsFull => _lines.Count >= MostRows || _filled >= MostBytes;

    /// <summary>Empty until the lines are read.</summary>
    public List<FamilyRow> Rows { get; } = new(MostRows);

    public void Add(in SourceLine line)
    {
        if (_text.Length - _filled < line.Text.Length) Grow(_filled + line.Text.Length);
        line.Text.Span.CopyTo(_text.AsSpan(_filled));
        _lines.Add((line with { Text = default }, _filled, line.Text.Length));
        _filled += line.Text.Length;
        (Last, Position) = (line.Number, line.Position);
    }

    public void Read(FormReader reader)
    {
        foreach (var (line, from, length) in _lines) Rows.Add(reader.Read(line with { Text = _text.AsMemory(from, length) }));
        ArrayPool<byte>.Shared.Return(_text, clearArray: true);
        _text = [];
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(least, 2 * _text.Length));
        _text.AsSpan(0, _filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_text, clearArray: true);
        _text = larger;
    }
}
