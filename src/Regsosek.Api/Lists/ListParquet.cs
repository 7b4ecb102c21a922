using Regsosek.Api.Households;

namespace Regsosek.Api.Lists;

/// <summary>Entries as a Parquet table, with the columns of CSV.</summary>
internal sealed class ListParquet(ListShape shape) : ListLines
{
    private readonly ParquetTable<ListRow> _table = new(ListColumns.Of(shape));

    public override ReadOnlyMemory<byte> Head() => _table.Head();

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<ListRow> rows) => _table.Page(rows);

    public override ReadOnlyMemory<byte> Foot() => _table.Foot();

    public override void Dispose() => _table.Dispose();
}
