using System.Buffers;
using System.Text.Json;

namespace Regsosek.Api.Enumeration;

/// <summary>What a row says, as bytes in the order of the profile: two spellings of one row have one content.</summary>
internal sealed class RowContent(SourceNames family, SourceNames person)
{
    private readonly ArrayBufferWriter<byte> _content = new(16 * 1024);

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line, RowCells cells)
    {
        _content.ResetWrittenCount();
        Write(line, family, cells.Family);
        for (var i = 0; i < cells.MemberCount; i++)
        {
            _content.Write("\n"u8);
            Write(line, person, cells.Member(i));
        }

        _content.Write(cells.Unknown.WrittenSpan);
        return _content.WrittenSpan;
    }

    private void Write(ReadOnlySpan<byte> line, SourceNames names, ReadOnlySpan<Cell> cells)
    {
        for (var place = 0; place < cells.Length; place++)
        {
            var cell = cells[place];
            if (!cell.IsAnswer || cell.Of(line).Trim((byte)' ') is not { Length: > 0 } value) continue;
            _content.Write(names.Bytes(place));
            _content.Write("="u8);
            if (cell.Kind == CellKind.Escaped) WriteUnescaped(line.Slice(cell.Start - 1, cell.Length + 2));
            else _content.Write(value);
            _content.Write("\n"u8);
        }
    }

    private void WriteUnescaped(ReadOnlySpan<byte> quoted)
    {
        var json = new Utf8JsonReader(quoted);
        json.Read();
        _content.Advance(json.CopyString(_content.GetSpan(quoted.Length)));
    }
}
