using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.AsOf;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Data;

/// <content>Reads as of a moment: families and persons are the states that were in force on its day, as the hub knew them at its instant.</content>
public abstract partial class Registry
{
    private DateTime _knownAt;

    /// <summary>As of when families and persons are read; null for the present.</summary>
    public Moment? Moment { get; private set; }

    /// <summary>How the engine writes names.</summary>
    private protected abstract SqlNames Names { get; }

    /// <summary>The day it is, whatever day is asked.</summary>
    internal DateOnly ThisDay { get; private set; }

    // What the model's filters read, afresh on every execution.
    private DateTime KnownAt => _knownAt;

    /// <summary>The earlier of the moment's day and instant: a state both of whose ends had come by then is none of it, which an index tells.</summary>
    private DateTime Since => Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is var day && day < _knownAt ? day : _knownAt;

    internal void Lease(Caller caller, DateOnly today, Moment? asOf)
    {
        _caller = caller;
        ThisDay = today;
        Moment = asOf;
        (Today, _knownAt) = asOf is null ? (today, default) : (asOf.Day, asOf.KnownAt);
    }

    /// <summary>Where a stretch of keys ends that holds so many of the families there are today, of a region: pages as of a moment are read within it. An open
    /// end would be looked for among all states there ever were.</summary>
    /// <param name="region">Code at any level; empty for the nation.</param>
    /// <returns>The last key of the stretch; <see cref="long.MaxValue"/> when fewer are left.</returns>
    public async Task<long> EndOfStretch(long after, string region, int families, CancellationToken stop)
    {
        var now = Set<CurrentHousehold>().Where(h => h.Key > after);
        var ofRegion = region.Length switch
        {
            0 => now,
            2 => now.Where(h => h.ProvinceCode == region),
            5 => now.Where(h => h.RegencyCode == region),
            8 => now.Where(h => h.DistrictCode == region),
            _ => now.Where(h => h.VillageCode == region),
        };
        return await ofRegion.OrderBy(h => h.Key).Skip(families - 1).Select(h => (long?)h.Key).FirstOrDefaultAsync(stop) ?? long.MaxValue;
    }

    private void FilterByMoment(ModelBuilder model, ScopeExtension scope)
    {
        model.Entity<Household>().HasQueryFilter("moment", InForce<Household, FormerHouseholdState, CurrentHousehold>());
        model.Entity<Person>().HasQueryFilter("moment", InForce<Person, FormerPersonState, CurrentPerson>());
        model.Entity<PersonRow>().HasQueryFilter("moment", InForce<PersonRow, FormerPersonState, CurrentPerson>());

        // The run in force, and all that a list of runs is read from, follow.
        model.Entity<ClassificationRun>().HasQueryFilter("moment", run => run.Date <= Today && run.PublishedAt <= KnownAt);
        model.Entity<CurrentRank>().HasQueryFilter("in force", r => r.RunKey
            == (Set<AnyRun>().Where(run => run.Scope == ClassificationRun.National && run.State == RunState.Published).Max(run => (long?)run.Key) ?? 0));
        if (!scope.IsNational) model.Entity<Household>().HasQueryFilter("present", SeenToday(scope.Limit));
    }

    /// <summary>Of the states of one key that had begun on the day and were known at the instant, unless their end was known and had come, the one that
    /// was observed last; of several, what the hub learned last. Better ones are counted, row by row by the index of keys: of an EXISTS PostgreSQL would
    /// make a join that reads the former states before the page.</summary>
    private Expression<Func<TState, bool>> InForce<TState, TFormer, TCurrent>()
        where TState : class
        where TFormer : FormerState
        where TCurrent : class => s =>
        EF.Property<DateTime>(s, nameof(FormerState.Until)) > Since
        && EF.Property<DateOnly>(s, nameof(FormerState.ValidFrom)) <= Today
        && EF.Property<DateTime>(s, nameof(FormerState.RecordedAt)) <= KnownAt
        && (EF.Property<DateTime?>(s, nameof(FormerState.SupersededAt)) == null
            || EF.Property<DateTime?>(s, nameof(FormerState.SupersededAt)) > KnownAt
            || EF.Property<DateOnly?>(s, nameof(FormerState.ValidTo)) > Today)
        && Set<TFormer>().Count(better => better.Key == EF.Property<long>(s, nameof(FormerState.Key)) && better.Until > Since
            && better.ValidFrom <= Today && better.RecordedAt <= KnownAt && (better.SupersededAt > KnownAt || better.ValidTo > Today)
            && (better.ObservedOn > EF.Property<DateOnly>(s, nameof(FormerState.ObservedOn))
                || (better.ObservedOn == EF.Property<DateOnly>(s, nameof(FormerState.ObservedOn))
                    && (better.RecordedAt > EF.Property<DateTime>(s, nameof(FormerState.RecordedAt))
                        || (better.RecordedAt == EF.Property<DateTime>(s, nameof(FormerState.RecordedAt))
                            && better.VersionKey > EF.Property<long?>(s, nameof(FormerState.VersionKey))))))) < 1

        // Asked of former states alone: the current one needs no look at itself.
        && (EF.Property<long?>(s, nameof(FormerState.VersionKey)) == null
            || Set<TCurrent>().Count(better => EF.Property<long>(better, nameof(FormerState.Key)) == EF.Property<long>(s, nameof(FormerState.Key))
                && EF.Property<DateOnly>(better, nameof(FormerState.ValidFrom)) <= Today
                && EF.Property<DateTime>(better, nameof(FormerState.RecordedAt)) <= KnownAt
                && (EF.Property<DateOnly>(better, nameof(FormerState.ObservedOn)) > EF.Property<DateOnly>(s, nameof(FormerState.ObservedOn))
                    || (EF.Property<DateOnly>(better, nameof(FormerState.ObservedOn)) == EF.Property<DateOnly>(s, nameof(FormerState.ObservedOn))
                        && EF.Property<DateTime>(better, nameof(FormerState.RecordedAt)) >= EF.Property<DateTime>(s, nameof(FormerState.RecordedAt))))) < 1);

    /// <summary>A filter that counts members, which are rows of a view when they are states.</summary>
    private Expression<Func<Household, bool>> Counted(ScopeExtension scope, Expression<Func<Household, bool>> filter) =>
        scope.IsAsOf && Names == SqlNames.Sqlite ? (Expression<Func<Household, bool>>)SqliteCounts.Instance.Visit(filter) : filter;

    /// <summary>The family as it stands now is one the caller may see: time is no way to more families than those of today.</summary>
    private Expression<Func<Household, bool>> SeenToday(PopulationLimit? limit)
    {
        var context = Expression.Constant(this, GetType());
        var rows = Expression.Call(context, nameof(Set), [typeof(CurrentPerson)]);
        var inScope = LimitFilter.Of<CurrentHousehold, CurrentPerson>(InScope, rows);
        var within = limit is null ? null : LimitFilter.Of<CurrentHousehold, CurrentPerson>(limit.Build(Expression.Property(context, nameof(ThisDay))), rows);
        Expression<Func<Household, CurrentHousehold, bool>> same = (h, now) => now.Key == h.Key;
        var (family, now) = (same.Parameters[0], same.Parameters[1]);
        var seen = new[] { same.Body, Of(inScope, now), within is null ? null : Of(within, now) }.OfType<Expression>().Aggregate(Expression.AndAlso);
        var count = Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(CurrentHousehold)],
            Expression.Call(context, nameof(Set), [typeof(CurrentHousehold)]), Expression.Quote(Expression.Lambda<Func<CurrentHousehold, bool>>(seen, now)));
        return Expression.Lambda<Func<Household, bool>>(Expression.GreaterThanOrEqual(count, Expression.Constant(1)), family);
    }

    private static Expression Of(LambdaExpression test, ParameterExpression row) =>
        Microsoft.EntityFrameworkCore.Query.ReplacingExpressionVisitor.Replace(test.Parameters[0], row, test.Body);
}
