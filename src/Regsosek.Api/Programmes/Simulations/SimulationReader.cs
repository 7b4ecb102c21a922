using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Participation;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>Reads families in the scope of who asked, with the columns that a comparison needs, part after part.</summary>
internal sealed class SimulationReader(Comparison comparison, int? period, long? forum)
{
    private readonly System.Linq.Expressions.Expression<Func<Household, Household>> _family = comparison.Columns.Family();
    private readonly System.Linq.Expressions.Expression<Func<Person, Person>> _member = comparison.Columns.Member();

    /// <summary>A part of the families, who of them receives, and what the forum said.</summary>
    public sealed record Part(IReadOnlyList<Household> Families, IReadOnlySet<long> Receiving, IReadOnlyDictionary<long, bool> InNeed);

    /// <param name="registry">The caller's: families outside his scope are not there.</param>
    public async Task<Part> Read(Registry registry, long after, long to, CancellationToken stop)
    {
        var families = await registry.Households.AsNoTracking().Where(h => h.Key > after && h.Key <= to).Select(_family).ToListAsync(stop);
        var members = await registry.Persons.AsNoTracking().Where(p => p.HouseholdKey > after && p.HouseholdKey <= to).Where(RuleSql.Present).Select(_member).ToListAsync(stop);
        if (comparison.AsksRegisters) await Register(registry, members, after, to, stop);
        var byFamily = members.ToLookup(m => m.HouseholdKey);
        foreach (var family in families)
        {
            // Who counts the components of a family goes by this order too.
            family.Members = [.. byFamily[family.Key].OrderBy(m => m.Key)];
            foreach (var member in family.Members) member.Household = family;
        }

        return new(families, await Receiving(registry, after, to, stop), await InNeed(registry, after, to, stop));
    }

    private static async Task Register(Registry registry, List<Person> members, long after, long to, CancellationToken stop)
    {
        var facts = (await registry.RegisteredFacts.AsNoTracking().Where(f => f.Person!.HouseholdKey > after && f.Person.HouseholdKey <= to).ToListAsync(stop)).ToLookup(f => f.PersonKey);
        foreach (var member in members) member.Registered = [.. facts[member.Key]];
    }

    private async Task<IReadOnlySet<long>> Receiving(Registry registry, long after, long to, CancellationToken stop)
    {
        if (period is null) return new HashSet<long>();
        var receipts = ReceiptQueries.Standing(registry, comparison.Programme.Code, period);
        return comparison.Programme.Unit == Unit.Family
            ? await registry.Households.Where(h => h.Key > after && h.Key <= to).Where(ReceiptQueries.OfFamily(receipts)).Select(h => h.Key).ToHashSetAsync(stop)
            : await registry.Persons.Where(p => p.HouseholdKey > after && p.HouseholdKey <= to).Where(ReceiptQueries.OfPerson(receipts)).Select(p => p.Key).ToHashSetAsync(stop);
    }

    private async Task<IReadOnlyDictionary<long, bool>> InNeed(Registry registry, long after, long to, CancellationToken stop) => forum is not { } run
        ? new Dictionary<long, bool>()
        : await registry.Ranks.AsNoTracking().Where(r => r.RunKey == run && r.HouseholdKey > after && r.HouseholdKey <= to && r.WelfareClass != null)
            .ToDictionaryAsync(r => r.HouseholdKey, r => r.WelfareClass <= ForumQueries.LastInNeed, stop);
}
