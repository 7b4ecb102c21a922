using System.Text;
using CsvHelper;
using Regsosek.Api.Households;

namespace Regsosek.Api.Lists;

/// <summary>A header, then one line an entry: its place, the family, and of a list of persons the person.</summary>
internal sealed class ListCsv : ListLines
{
    private readonly MemoryStream _bytes = new();
    private readonly CsvWriter _csv;
    private readonly List<(string Name, Func<ListRow, object?> Get)> _columns;

    public ListCsv(ListShape shape)
    {
        _columns =
        [
            ("place", row => row.Place), ("inQuota", row => row.InQuota), ("tied", row => row.Tied),
            .. HouseholdColumn.Of(shape.Family).Select(c => (c.Name, (Func<ListRow, object?>)(row => c.Get(row.Household)))),
            .. (shape.Person ?? []).Select(f => ($"person.{f.Name}", (Func<ListRow, object?>)(row => f.Get(row.Person!)))),
        ];
        _csv = new(new StreamWriter(_bytes, new UTF8Encoding(false)), HouseholdCsv.Format);
    }

    public override ReadOnlyMemory<byte> Head()
    {
        foreach (var column in _columns) _csv.WriteField(column.Name);
        _csv.NextRecord();
        return Written();
    }

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<ListRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var column in _columns) _csv.WriteField(HouseholdCsv.Cell(column.Get(row)));
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
}
