using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Regsosek.Api.Access;

namespace Regsosek.Api.Households;

/// <summary>A header, then one line a family; members, being many, are not in it.</summary>
internal sealed class HouseholdCsv : HouseholdRows
{
    internal static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // With a line end set, the library quotes for that one alone: a lone line feed in an answer would begin a line of its own.
        ShouldQuote = cell => cell.Field is { Length: > 0 } text && (text.AsSpan().ContainsAny(",\"\r\n") || text[0] == ' ' || text[^1] == ' '),
    };

    private readonly MemoryStream _bytes = new();
    private readonly CsvWriter _csv;
    private readonly IReadOnlyList<HouseholdColumn> _columns;

    public HouseholdCsv(Selection selection)
    {
        _columns = HouseholdColumn.Of(selection);
        _csv = new(new StreamWriter(_bytes, new UTF8Encoding(false)), Format);
    }

    public override string MediaType => "text/csv; charset=utf-8; header=present";

    public override ReadOnlyMemory<byte> Head()
    {
        foreach (var column in _columns) _csv.WriteField(column.Name);
        _csv.NextRecord();
        return Written();
    }

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<HouseholdView> families)
    {
        foreach (var household in families)
        {
            foreach (var column in _columns) _csv.WriteField(Cell(column.Get(household)));
            _csv.NextRecord();
        }

        return Written();
    }

    public override void Dispose() => _csv.Dispose();

    private ReadOnlyMemory<byte> Written()
    {
        _csv.Flush();
        var written = _bytes.GetBuffer().AsMemory(0, (int)_bytes.Length);
        _bytes.SetLength(0);
        return written;
    }

    /// <summary>A text that a spreadsheet would run as a formula gets an apostrophe before it; a negative number is a number.</summary>
    internal static string Cell(object? value)
    {
        var text = FieldValues.Text(value);
        return value is string && text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text;
    }
}
