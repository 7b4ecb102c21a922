using Regsosek.Api.Households;

namespace Regsosek.Api.Lists;

/// <summary>One line an entry.</summary>
internal sealed class ListCsv(ListShape shape) : ListLines
{
    private readonly CsvTable<ListRow> _table = new(ListColumns.Of(shape));

    public override ReadOnlyMemory<byte> Head() => _table.Head();

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<ListRow> rows) => _table.Page(rows);

    public override void Dispose() => _table.Dispose();
}
