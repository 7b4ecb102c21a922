namespace Regsosek.Api.Households;

/// <summary>One line a family; members, being many, are not in it.</summary>
internal sealed class HouseholdCsv(Selection selection) : HouseholdRows
{
    private readonly CsvTable<HouseholdView> _table = new(HouseholdColumns.Of(selection));

    public override string MediaType => "text/csv; charset=utf-8; header=present";

    public override ReadOnlyMemory<byte> Head() => _table.Head();

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<HouseholdView> families) => _table.Page(families);

    public override void Dispose() => _table.Dispose();
}
