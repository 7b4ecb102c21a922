namespace Regsosek.Api.Households;

/// <summary>Families as a Parquet table, with the columns of CSV.</summary>
internal sealed class HouseholdParquet(Selection selection) : HouseholdRows
{
    private readonly ParquetTable<HouseholdView> _table = new(HouseholdColumns.Of(selection));

    public override string MediaType => Parquet;

    public override ReadOnlyMemory<byte> Head() => _table.Head();

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<HouseholdView> families) => _table.Page(families);

    public override ReadOnlyMemory<byte> Foot() => _table.Foot();

    public override void Dispose() => _table.Dispose();
}
