using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes;

/// <summary>Whole families in scope, for rules alone: what a caller sees of them is decided after. One statement for families, one for members,
/// however many there are: a join would give every family once a member.</summary>
public sealed class FamilyReader(Registry registry)
{
    /// <param name="registers">With what partners' registers say of the members, for rules that ask for it.</param>
    public async Task<Household?> Get(Guid id, bool registers, CancellationToken stop)
    {
        var family = await registry.Households.AsNoTracking().Include(h => h.Rank).FirstOrDefaultAsync(h => h.Id == id, stop);
        return family is null ? null : (await WithMembers([family], registers, stop)).Single();
    }

    /// <inheritdoc cref="Get"/>
    public async Task<IReadOnlyDictionary<long, Household>> ByKeys(IReadOnlyCollection<long> keys, bool registers, CancellationToken stop)
    {
        var wanted = keys.ToArray();
        var families = await registry.Households.AsNoTracking().Include(h => h.Rank).Where(h => wanted.Contains(h.Key)).ToListAsync(stop);
        return (await WithMembers(families, registers, stop)).ToDictionary(h => h.Key);
    }

    private async Task<IReadOnlyList<Household>> WithMembers(List<Household> families, bool registers, CancellationToken stop)
    {
        var keys = families.Select(h => h.Key).ToArray();
        var members = await registry.Persons.AsNoTracking().Where(p => keys.Contains(p.HouseholdKey)).OrderBy(p => p.Key).ToListAsync(stop);
        if (registers)
        {
            var persons = members.ConvertAll(p => (long?)p.Key).ToArray();
            var facts = (await registry.RegisteredFacts.AsNoTracking().Where(f => persons.Contains(f.PersonKey)).ToListAsync(stop)).ToLookup(f => f.PersonKey);
            foreach (var member in members) member.Registered = [.. facts[member.Key]];
        }

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
