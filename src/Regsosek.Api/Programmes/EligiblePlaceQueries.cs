using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes;

/// <summary>Where an entry stands in the list of a programme.</summary>
internal sealed record EligiblePlace
{
    public long Key { get; init; }
    public long HouseholdKey { get; init; }
    public double? Percentile { get; init; }
    public long? Person { get; init; }
}

/// <summary>What part of the order is read: the rest of a percentile, those after it, those of any, those of none; or all, by key.</summary>
internal enum EligibleSegment
{
    ByKey,
    SamePercentile,
    LaterPercentiles,
    Ranked,
    Unranked,
}

/// <summary>The statements that find the places of a programme's list, each compiled once: a rule is a long predicate, which takes longer to translate than to answer.</summary>
internal sealed class EligiblePlaceQueries
{
    private const int Most = 500;
    private static readonly Expression<Func<Registry, IQueryable<Household>>> Households = db => db.Households.AsNoTracking();
    private static readonly Expression<Func<Registry, IQueryable<Person>>> People = db => db.Persons.AsNoTracking();

    private readonly ConcurrentDictionary<Shape, Func<Registry, DateOnly, string, double, long, IAsyncEnumerable<EligiblePlace>>> _known = new();

    /// <param name="Version">Programme, hash and first day: figures of a version may change within it.</param>
    /// <param name="Level">1 (province) to 4 (village) when one region is asked, else 0.</param>
    /// <param name="ByRank">The order is that of ranks as they stand now, and their index is read.</param>
    internal sealed record Shape(
        IModel Model, (string Programme, string Hash, DateOnly From) Version, string Verdicts, int Level, bool ByRank, EligibleSegment Segment, int Limit);

    /// <returns>Takes the day on which it is decided, the code of the region at the level of the shape, and percentile and key of the place before.</returns>
    internal Func<Registry, DateOnly, string, double, long, IAsyncEnumerable<EligiblePlace>> Of(Shape shape, ProgrammeVersion version, IReadOnlyList<Standing> verdicts)
    {
        if (_known.TryGetValue(shape, out var known)) return known;
        if (_known.Count >= Most) _known.Clear();
        return _known.GetOrAdd(shape, Compile(shape, version.Rule, verdicts));
    }

    private static Func<Registry, DateOnly, string, double, long, IAsyncEnumerable<EligiblePlace>> Compile(Shape shape, LoadedRule rule, IReadOnlyList<Standing> verdicts)
    {
        var (registry, on, region) = (Expression.Parameter(typeof(Registry), "db"), Expression.Parameter(typeof(DateOnly), "on"), Expression.Parameter(typeof(string), "region"));
        var (percentile, after) = (Expression.Parameter(typeof(double), "percentile"), Expression.Parameter(typeof(long), "after"));
        var places = rule.Unit == Unit.Family ? OfFamilies() : OfPersons();
        var found = InOrder(shape.Segment).On(places, percentile, after, Expression.Constant(shape.Limit));
        return EF.CompileAsyncQuery(Expression.Lambda<Func<Registry, DateOnly, string, double, long, IQueryable<EligiblePlace>>>(
            found, registry, on, region, percentile, after));

        Expression OfFamilies()
        {
            Expression<Func<Household, Household>> itself = h => h;
            return Select<Household>(Where(In(Households.On(registry), itself), AnyOf(rule.ForFamilies(on), verdicts)),
                h => new EligiblePlace { Key = h.Key, HouseholdKey = h.Key, Percentile = h.Rank.Percentile });
        }

        Expression OfPersons()
        {
            Expression<Func<Person, Household>> family = p => p.Household;
            return Select<Person>(Where(Where(In(People.On(registry), family), RuleSql.Present), AnyOf(rule.ForPersons(on), verdicts)),
                p => new EligiblePlace { Key = p.Key, HouseholdKey = p.HouseholdKey, Percentile = p.Household.Rank.Percentile, Person = p.Key });
        }

        // In the order of ranks the index is theirs; the codes are the same, but for a state of the past. Of the nation it is said of every family that it
        // has a row of ranks, so that those without a place are read by the index too.
        Expression In<T>(Expression rows, Expression<Func<T, Household>> family)
        {
            Expression placed = shape.ByRank ? Expression.Property(family.Body, nameof(Household.Rank)) : family.Body;
            if (shape.Level > 0) return Where(rows, Expression.Lambda(Expression.Equal(DrivingRegions.Code(placed, shape.Level), region), family.Parameters));
            return shape.ByRank
                ? Where(rows, Expression.Lambda(Expression.NotEqual(Expression.Property(placed, nameof(RankInForce.VillageCode)), Expression.Constant(null, typeof(string))), family.Parameters))
                : rows;
        }
    }

    private static Expression<Func<IQueryable<EligiblePlace>, double, long, int, IQueryable<EligiblePlace>>> InOrder(EligibleSegment segment) => segment switch
    {
        EligibleSegment.ByKey => (all, value, after, limit) => all.Where(p => p.Key > after).OrderBy(p => p.Key).Take(limit),
        EligibleSegment.SamePercentile => (all, value, after, limit) => all.Where(p => p.Percentile == value && p.Key > after).OrderBy(p => p.Key).Take(limit),
        EligibleSegment.LaterPercentiles => (all, value, after, limit) => all.Where(p => p.Percentile > value).OrderBy(p => p.Percentile).ThenBy(p => p.Key).Take(limit),
        EligibleSegment.Ranked => (all, value, after, limit) => all.Where(p => p.Percentile != null).OrderBy(p => p.Percentile).ThenBy(p => p.Key).Take(limit),
        _ => (all, value, after, limit) => all.Where(p => p.Percentile == null && p.Key > after).OrderBy(p => p.Key).Take(limit),
    };

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

    private static MethodCallExpression Where(Expression rows, LambdaExpression test) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Where), [test.Parameters[0].Type], rows, Expression.Quote(test));

    private static MethodCallExpression Select<T>(Expression rows, Expression<Func<T, EligiblePlace>> place) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(EligiblePlace)], rows, Expression.Quote(place));
}
