namespace Regsosek.Api.Households;

internal static class ListedRows
{
    /// <summary>All rows of a compiled read.</summary>
    public static async Task<List<T>> Listed<T>(this IAsyncEnumerable<T> rows, int about, CancellationToken stop)
    {
        var found = new List<T>(about);
        await foreach (var row in rows.WithCancellation(stop)) found.Add(row);
        return found;
    }
}
