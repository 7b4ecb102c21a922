using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes;

/// <summary>Whole families in scope, for rules alone: what a caller sees of them is decided after. One statement for families, one for members,
/// however many there are: a join would give every family once a member.</summary>
public sealed class FamilyReader(Registry registry)
{
    public async Task<Household?> Get(Guid id, CancellationToken stop)
    {
        var family = await registry.Households.AsNoTracking().Include(h => h.Rank).FirstOrDefaultAsync(h => h.Id == id, stop);
        return family is null ? null : (await WithMembers([family], stop)).Single();
    }

    public async Task<IReadOnlyDictionary<long, Household>> ByKeys(IReadOnlyCollection<long> keys, CancellationToken stop)
    {
        var wanted = keys.ToArray();
        var families = await registry.Households.AsNoTracking().Include(h => h.Rank).Where(h => wanted.Contains(h.Key)).ToListAsync(stop);
        return (await WithMembers(families, stop)).ToDictionary(h => h.Key);
    }

    private async Task<IReadOnlyList<Household>> WithMembers(List<Household> families, CancellationToken stop)
    {
        var keys = families.Select(h => h.Key).ToArray();
        var members = await registry.Persons.AsNoTracking().Where(p => keys.Contains(p.HouseholdKey)).OrderBy(p => p.Key).ToListAsync(stop);
        var byFamily = members.ToLookup(p => p.HouseholdKey);
        foreach (var family in families)
        {
            // A run of the past had no place for a family that came after it.
            family.Rank ??= new();
            family.Members = [.. byFamily[family.Key]];
            foreach (var member in family.Members) member.Household = family;
        }

        return families;
    }
}
