using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Api.Statistics;

/// <summary>Where a run put a family.</summary>
/// <param name="Likelihood">In percent; null by a model that gives none.</param>
internal readonly record struct Rank(WelfareClass Class, short Decile, double? Likelihood);

/// <summary>What is read of a family to count it.</summary>
/// <param name="Read">What the dimensions that are read of the family gave, packed.</param>
internal sealed record CountedFamily(long Key, string Village, int Persons, long Read);

/// <summary>Families in the order of their keys, what their members answered and where the run put them, by family.</summary>
internal sealed record CountedBatch(List<CountedFamily> Families, Dictionary<long, long> Members, Dictionary<long, Rank> Ranks);

/// <summary>Families of a run's scope, so many at a time in the order of their keys, with what their members answered and where the run put them.</summary>
internal sealed class SummaryQueries(Registry registry, ClassificationRun run, IReadOnlyList<Dimension> dimensions)
{
    private const int AtOnce = 20_000;

    private readonly Expression<Func<Household, CountedFamily>> _family = OfFamily(dimensions);
    private readonly Expression<Func<IGrouping<long, Person>, CountedMembers>> _members = OfMembers(dimensions);

    private sealed record CountedMembers(long Key, long Read);

    /// <summary>The families after a key; none after the last.</summary>
    public async Task<CountedBatch> After(long key, CancellationToken stop)
    {
        var families = await Families(key, stop);
        return families.Count == 0
            ? new(families, [], [])
            : new(families, await Members(key, families[^1].Key, stop), await Ranks(key, families[^1].Key, stop));
    }

    private Task<List<CountedFamily>> Families(long after, CancellationToken stop) =>
        InScope(registry.Households.AsNoTracking()).Where(h => h.Key > after).OrderBy(h => h.Key).Take(AtOnce).Select(_family).ToListAsync(stop);

    /// <summary>What the dimensions that are read of the members present gave, packed, by family.</summary>
    private Task<Dictionary<long, long>> Members(long after, long last, CancellationToken stop) =>
        registry.Persons.AsNoTracking().Where(RuleSql.Present).Where(p => p.HouseholdKey > after && p.HouseholdKey <= last)
            .GroupBy(p => p.HouseholdKey).Select(_members).ToDictionaryAsync(m => m.Key, m => m.Read, stop);

    /// <summary>The only place where the ranks of a run are read for statistics. Two ranges of keys and no join: an engine that has not looked at the new rows
    /// yet takes them for few, and would go through one range for every row of the other.</summary>
    private async Task<Dictionary<long, Rank>> Ranks(long after, long last, CancellationToken stop)
    {
        var likelihoods = await registry.Scores.AsNoTracking().Where(s => s.RunKey == run.Key && s.HouseholdKey > after && s.HouseholdKey <= last)
            .Select(s => new { s.HouseholdKey, s.Likelihood }).ToDictionaryAsync(s => s.HouseholdKey, s => s.Likelihood, stop);
        return await registry.Ranks.AsNoTracking().Where(r => r.RunKey == run.Key && r.HouseholdKey > after && r.HouseholdKey <= last && r.Decile != null)
            .Select(r => new { r.HouseholdKey, r.WelfareClass, r.Decile })
            .ToDictionaryAsync(r => r.HouseholdKey, r => new Rank(r.WelfareClass!.Value, r.Decile!.Value, likelihoods[r.HouseholdKey]), stop);
    }

    private IQueryable<Household> InScope(IQueryable<Household> families) => run.Scope.Length switch
    {
        _ when run.Scope == ClassificationRun.National => families,
        2 => families.Where(h => h.ProvinceCode == run.Scope),
        5 => families.Where(h => h.RegencyCode == run.Scope),
        8 => families.Where(h => h.DistrictCode == run.Scope),
        _ => families.Where(h => h.VillageCode == run.Scope),
    };

    private static Expression<Func<Household, CountedFamily>> OfFamily(IReadOnlyList<Dimension> dimensions)
    {
        Expression<Func<Household, long, CountedFamily>> row = (h, read) => new(h.Key, h.VillageCode, h.MemberCount, read);
        return PackedReadings.In(row, dimensions.Select(d => d.OfFamily));
    }

    private static Expression<Func<IGrouping<long, Person>, CountedMembers>> OfMembers(IReadOnlyList<Dimension> dimensions)
    {
        Expression<Func<IGrouping<long, Person>, long, CountedMembers>> row = (g, read) => new(g.Key, read);
        return PackedReadings.In(row, dimensions.Select(d => d.OfMembers));
    }
}
