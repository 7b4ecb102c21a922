using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Regsosek.Api.Access;

namespace Regsosek.Api.Households;

/// <summary>A table as CSV (RFC 4180): a header, then one line a row.</summary>
internal sealed class CsvTable<TRow> : IDisposable
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // With a line end set, the library quotes for that one alone: a lone line feed in an answer would begin a line of its own.
        ShouldQuote = cell => cell.Field is { Length: > 0 } text && (text.AsSpan().ContainsAny(",\"\r\n") || text[0] == ' ' || text[^1] == ' '),
    };

    private readonly MemoryStream _bytes = new();
    private readonly CsvWriter _csv;
    private readonly IReadOnlyList<TableColumn<TRow>> _columns;

    public CsvTable(IReadOnlyList<TableColumn<TRow>> columns)
    {
        _columns = columns;
        _csv = new(new StreamWriter(_bytes, new UTF8Encoding(false)), Format);
    }

    public ReadOnlyMemory<byte> Head()
    {
        foreach (var column in _columns) _csv.WriteField(column.Name);
        _csv.NextRecord();
        return Written();
    }

    public ReadOnlyMemory<byte> Page(IReadOnlyList<TRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var column in _columns) _csv.WriteField(Cell(column.Get(row)));
            _csv.NextRecord();
        }

        return Written();
    }

    public void Dispose() => _csv.Dispose();

    private ReadOnlyMemory<byte> Written()
    {
        _csv.Flush();
        var written = _bytes.GetBuffer().AsMemory(0, (int)_bytes.Length);
        _bytes.SetLength(0);
        return written;
    }

    /// <summary>A text that a spreadsheet would run as a formula gets an apostrophe before it; a negative number is a number.</summary>
    private static string Cell(object? value)
    {
        var text = FieldValues.Text(value);
        return value is string && text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text;
    }
}
