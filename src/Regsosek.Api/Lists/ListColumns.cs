using Regsosek.Api.Households;

namespace Regsosek.Api.Lists;

/// <summary>Columns of a table of entries: the place, the family, and of a list of persons the person.</summary>
internal static class ListColumns
{
    public static IReadOnlyList<TableColumn<ListRow>> Of(ListShape shape) =>
    [
        new("place", typeof(long), row => row.Place), new("inQuota", typeof(bool), row => row.InQuota), new("tied", typeof(bool), row => row.Tied),
        .. HouseholdColumns.Of(shape.Family).Select(c => c.Of<ListRow>(row => row.Household)),
        .. (shape.Person ?? []).Select(f => new TableColumn<ListRow>($"person.{f.Name}", f.Type, row => f.Get(row.Person!))),
    ];
}
