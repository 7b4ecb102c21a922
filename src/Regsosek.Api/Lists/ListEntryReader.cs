using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Households;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Entries of a list in the order of their places, with what the agreement shows of them, as of the list's instant. Who has left the scope since is not among them; who is given is on
/// record first.</summary>
public sealed class ListEntryReader(Registry registry, Caller caller, HouseholdReader households, MemberReader members, ListShapes shapes)
{
    /// <summary>What it shows of an entry.</summary>
    public ListShape Shape(TargetedList list) => shapes.Of(list, caller);

    /// <summary>So many places after one at most, up to another.</summary>
    /// <returns>The entries, and all places that were looked at.</returns>
    public async Task<(IReadOnlyList<ListRow> Rows, IReadOnlyList<long> Places)> Page(TargetedList list, long after, long to, int limit, CancellationToken stop)
    {
        var entries = await registry.ListEntries.AsNoTracking().Where(e => e.ListKey == list.Key && e.Place > after && e.Place <= to)
            .OrderBy(e => e.Place).Take(limit).ToListAsync(stop);
        return (await Shown(list, entries, stop), entries.ConvertAll(e => e.Place));
    }

    public Task<bool> IsAfter(TargetedList list, long place, CancellationToken stop) =>
        registry.ListEntries.AnyAsync(e => e.ListKey == list.Key && e.Place > place, stop);

    public async Task<IReadOnlyList<ListRow>> Shown(TargetedList list, IReadOnlyList<ListEntry> entries, CancellationToken stop)
    {
        var shape = Shape(list);
        long[] keys = [.. entries.Select(e => e.HouseholdKey).Distinct()];
        var families = (await households.ByKeys(keys, shape.Family, stop, also: list.Groups)).ToDictionary(h => h.Key);
        var persons = shape.Person is null ? [] : (await members.Of(keys, shape.Person, stop)).SelectMany(m => m).ToDictionary(m => m.Key);
        return [.. entries.Where(IsThere).Select(e => ListRow.Of(list, e, families[e.HouseholdKey], e.PersonKey is { } key ? persons[key] : null))];

        bool IsThere(ListEntry e) => families.ContainsKey(e.HouseholdKey) && (e.PersonKey is not { } key || persons.ContainsKey(key));
    }
}
