using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes;

/// <summary>What is asked of the list of a whole programme.</summary>
public sealed record EligibleQuery(string Programme, string? Region, IReadOnlyList<Standing> Verdicts, int Limit, string? Cursor)
{
    public bool WithPlaces { get; init; }
    public string Bound => $"{Programme};region={Region};verdict={string.Join(',', Verdicts.Order())}";
}

/// <summary>One entry of the list: the family, for a person programme the person, the verdict, and what is missing when it is UNKNOWN.</summary>
public sealed record EligibleView(
    Guid HouseholdId, Guid? PersonId, Standing Verdict, IReadOnlyList<string> Missing, HouseholdView Household, MemberView? Person);

/// <summary>Who is entitled to a programme, poorest first (families without a rank last): the rule runs in SQL, the interpreter names
/// what is missing.</summary>
public sealed class EligibleReader(
    Registry registry, Caller caller, EligibilityReader eligibility, FamilyReader families, HouseholdReader households,
    MemberReader members, KnownRegions regions,
    EligibleShape shape, Cursors cursors)
{
    private sealed record Place
    {
        public long Key { get; init; }
        public long HouseholdKey { get; init; }
        public double? Percentile { get; init; }
        public long? Person { get; init; }
    }

    private static readonly Expression<Func<Place, double?>> ByRank = p => p.Percentile;

    public async Task<Page<EligibleView>> Page(EligibleQuery query, CancellationToken stop)
    {
        var (programme, version) = eligibility.InForce(query.Programme);
        if (query.Region is { } region) await regions.Check(region, "region", stop);
        var places = programme.Unit == Unit.Family ? Families(version, query) : Persons(version, query);

        // Without the classification the order of welfare is not his to see.
        var by = caller.Sees(FieldGroups.Classification) ? ByRank : null;
        var after = query.Cursor is { } cursor ? cursors.Open(cursor, caller, Bound(query)) : null;
        var found = await Keyset.Next(places, by, false, p => p.Key, after, query.Limit + 1, p => p, stop);
        var page = found.Take(query.Limit).ToList();
        var next = found.Count > query.Limit ? Seal(page[^1]) : null;
        return new(await View(programme, version, page, stop), next, query.WithPlaces ? page.ConvertAll(Seal) : null, null);

        string Seal(Place place) => cursors.Seal(new(place.Key, by is null ? null : Keyset.Text(place.Percentile)), caller, Bound(query));
    }

    private string Bound(EligibleQuery query) => registry.Moment is { } asOf ? $"{query.Bound};{asOf.Named}" : query.Bound;

    private IQueryable<Place> Families(ProgrammeVersion version, EligibleQuery query)
    {
        var rule = version.Rule.ForFamilies(registry.Today);
        return In(registry.Households.AsNoTracking(), query, h => h).Where(AnyOf(rule, query.Verdicts))
            .Select(h => new Place { Key = h.Key, HouseholdKey = h.Key, Percentile = h.Rank.Percentile });
    }

    private IQueryable<Place> Persons(ProgrammeVersion version, EligibleQuery query)
    {
        var rule = version.Rule.ForPersons(registry.Today);
        return In(registry.Persons.AsNoTracking(), query, p => p.Household).Where(RuleSql.Present).Where(AnyOf(rule, query.Verdicts))
            .Select(p => new Place { Key = p.Key, HouseholdKey = p.HouseholdKey, Percentile = p.Household.Rank.Percentile, Person = p.Key });
    }

    private async Task<IReadOnlyList<EligibleView>> View(Programme programme, ProgrammeVersion version, List<Place> page, CancellationToken stop)
    {
        var keys = page.Select(p => p.HouseholdKey).Distinct().ToArray();
        var views = (await households.ByKeys(keys, shape.Family, stop, also: version.Rule.Groups)).ToDictionary(h => h.Key);
        var facts = await families.ByKeys(keys, version.AsksRegisters, stop);
        var persons = programme.Unit == Unit.Person ? (await members.Of(keys, shape.Person, stop)).SelectMany(m => m).ToDictionary(m => m.Key) : [];

        // Who went while the page was read is not on it.
        return [.. page.Where(place => views.ContainsKey(place.HouseholdKey) && facts.TryGetValue(place.HouseholdKey, out var family)
            && (place.Person is not { } key || (persons.ContainsKey(key) && family.Members.Any(m => m.Key == key)))).Select(Entry)];

        EligibleView Entry(Place place)
        {
            var family = facts[place.HouseholdKey];
            var trace = version.Rule.Explain(family, place.Person is { } key ? family.Members.Single(m => m.Key == key) : null, registry.Today);
            var person = place.Person is { } member ? persons[member] : null;
            return new EligibleView(views[place.HouseholdKey].Id, person?.Id, Eligibility.Of(trace.Outcome), eligibility.Missing(trace.Clauses),
                views[place.HouseholdKey], person);
        }
    }

    private static Expression<Func<T, bool>> AnyOf<T>(RulePredicate<T> rule, IReadOnlyList<Standing> verdicts)
    {
        var row = rule.IsTrue.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(verdicts.Select(v => v switch
        {
            Standing.ELIGIBLE => rule.IsTrue,
            Standing.NOT_ELIGIBLE => rule.IsFalse,
            _ => rule.IsUnknown,
        }).Select(p => p.On(row)).Aggregate(Expression.OrElse), row);
    }

    /// <summary>True of every family: said, so that the rows without a place are read by the index of ranks too.</summary>
    private static Expression<Func<T, bool>> Ranked<T>(Expression<Func<T, Household>> family)
    {
        Expression<Func<Household, bool>> ranked = h => h.Rank.VillageCode != null;
        return Expression.Lambda<Func<T, bool>>(ranked.On(family.Body), family.Parameters);
    }

    private IQueryable<T> In<T>(IQueryable<T> rows, EligibleQuery query, Expression<Func<T, Household>> family)
    {
        var region = DrivingRegions.Of(caller.Regions, query.Region) is [var one] ? one : query.Region;
        var byRank = caller.Sees(FieldGroups.Classification) && registry.Moment is null;
        if (region is null or "ID") return byRank ? rows.Where(Ranked(family)) : rows;
        var column = new[] { nameof(RankInForce.ProvinceCode), nameof(RankInForce.RegencyCode), nameof(RankInForce.DistrictCode),
            nameof(RankInForce.VillageCode) }[DrivingRegions.Level(region) - 1];

        // In the order of ranks the index is theirs; the codes are the same, but for a state of the past.
        var placed = byRank ? Expression.Property(family.Body, nameof(Household.Rank)) : family.Body;
        return rows.Where(Expression.Lambda<Func<T, bool>>(
            Expression.Equal(Expression.Property(placed, column), Keyset.Captured(region, typeof(string))), family.Parameters));
    }
}
