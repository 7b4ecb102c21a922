using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Lists;

/// <summary>Deletes the many rows of a list, a little at a time, so that no other write waits long.</summary>
public static class ListRows
{
    private const int Batch = 100_000;

    public static async Task DropCandidates(Registry registry, long list, CancellationToken stop)
    {
        var candidates = Own(registry).ListCandidates.Where(c => c.ListKey == list);
        while (await candidates.OrderBy(c => c.HouseholdKey).Select(c => (long?)c.HouseholdKey).FirstOrDefaultAsync(stop) is { } first)
            await candidates.Where(c => c.HouseholdKey < first + Batch).ExecuteDeleteAsync(stop);
    }

    public static async Task DropEntries(Registry registry, long list, CancellationToken stop)
    {
        var entries = Own(registry).ListEntries.Where(e => e.ListKey == list);
        while (await entries.OrderBy(e => e.Place).Select(e => (long?)e.Place).FirstOrDefaultAsync(stop) is { } first)
            await entries.Where(e => e.Place < first + Batch).ExecuteDeleteAsync(stop);
    }

    /// <summary>Who has left the scope since: the places stay empty.</summary>
    public static Task DropPlaces(Registry registry, long list, IReadOnlyCollection<long> places, CancellationToken stop) =>
        Own(registry).ListEntries.Where(e => e.ListKey == list && places.Contains(e.Place)).ExecuteDeleteAsync(stop);

    private static Registry Own(Registry registry) =>
        registry.Caller.IsSystem ? registry : throw new InvalidOperationException("Rows of lists are the hub's own.");
}
