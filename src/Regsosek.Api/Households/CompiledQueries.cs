using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Regsosek.Api.Access;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Households;

/// <summary>The reads that most requests make, each compiled once for a model, a set of grants and a set of columns. What is compiled is the same
/// masked projection that every other read goes through; scope and limit are in the model, and their values are read
/// afresh at every execution.</summary>
public sealed class CompiledQueries(Fields<HouseholdView> fields, Fields<MemberView> memberFields)
{
    /// <summary>Of one model and set of grants: who asks for ever new columns pushes out nobody else's.</summary>
    private const int Most = 200;
    private static readonly int[] Steps = [11, 21, 51, 101, 201, HouseholdQuery.MaxLimit + 1];
    private static readonly Expression<Func<Registry, IQueryable<Household>>> Families = db => db.Households.AsNoTracking();
    private static readonly Expression<Func<Registry, IQueryable<Person>>> Persons = db => db.Persons.AsNoTracking();
    private readonly ConcurrentDictionary<(IModel, FieldGroups), ConcurrentDictionary<Shape, Delegate>> _known = new();

    private sealed record Shape(IModel Model, string Read, int Level, FieldGroups Granted, UInt128 Columns, int Limit = 0);

    /// <summary>One family, by id. The days are those of <see cref="HouseholdProjection"/>.</summary>
    internal Func<Registry, DateOnly, DateOnly, Guid, IAsyncEnumerable<HouseholdView>> One(
        Registry registry, FieldGroups granted, UInt128 columns) =>
        Known(new(registry.Model, nameof(One), 0, granted, columns), shape =>
        {
            Expression<Func<IQueryable<HouseholdView>, Guid, IQueryable<HouseholdView>>> rows = (all, id) => all.Where(h => h.Id == id).Take(1);
            return EF.CompileAsyncQuery(Compose<Func<Registry, DateOnly, DateOnly, Guid, IQueryable<HouseholdView>>>(shape, rows));
        });

    /// <summary>So many families after a key or a few more, of one region or of the nation. The number is part of the statement: not knowing it,
    /// PostgreSQL expects a tenth of the table, and plans the page anew for every key.</summary>
    /// <param name="level">1 (province) to 4 (village): the region is an equality on that column, so that its index gives the rows in the order
    /// of the page; 0: none.</param>
    internal Func<Registry, DateOnly, DateOnly, string, long, IAsyncEnumerable<HouseholdView>> Page(
        Registry registry, FieldGroups granted, UInt128 columns, int level, int atLeast) =>
        Known(new(registry.Model, nameof(Page), level, granted, columns, Rows(atLeast)), shape =>
        {
            Expression<Func<IQueryable<HouseholdView>, long, int, IQueryable<HouseholdView>>> rows =
                (all, after, limit) => all.Where(h => h.Key > after).OrderBy(h => h.Key).Take(limit);
            return EF.CompileAsyncQuery(Compose<Func<Registry, DateOnly, DateOnly, string, long, IQueryable<HouseholdView>>>(shape, In(level, rows)));
        });

    /// <summary>As <see cref="Page"/>, after a key and up to another: a stretch of a long list, and pages as of a moment
    /// (see <see cref="Registry.EndOfStretch"/>).</summary>
    internal Func<Registry, DateOnly, DateOnly, string, long, long, IAsyncEnumerable<HouseholdView>> Stretch(
        Registry registry, FieldGroups granted, UInt128 columns, int level, int atLeast) =>
        Known(new(registry.Model, nameof(Stretch), level, granted, columns, Rows(atLeast)), shape =>
        {
            Expression<Func<IQueryable<HouseholdView>, long, long, int, IQueryable<HouseholdView>>> rows =
                (all, after, until, limit) => all.Where(h => h.Key > after && h.Key <= until).OrderBy(h => h.Key).Take(limit);
            return EF.CompileAsyncQuery(Compose<Func<Registry, DateOnly, DateOnly, string, long, long, IQueryable<HouseholdView>>>(shape, In(level, rows)));
        });

    /// <summary>Families by their keys, in any order.</summary>
    internal Func<Registry, DateOnly, DateOnly, long[], IAsyncEnumerable<HouseholdView>> Keys(
        Registry registry, FieldGroups granted, UInt128 columns) =>
        Known(new(registry.Model, nameof(Keys), 0, granted, columns), shape =>
        {
            Expression<Func<IQueryable<HouseholdView>, long[], IQueryable<HouseholdView>>> rows =
                (all, keys) => all.Where(h => keys.Contains(h.Key));
            return EF.CompileAsyncQuery(Compose<Func<Registry, DateOnly, DateOnly, long[], IQueryable<HouseholdView>>>(shape, rows));
        });

    /// <summary>In the order of families and of the form.</summary>
    internal Func<Registry, DateOnly, DateOnly, long[], IAsyncEnumerable<MemberView>> Members(
        Registry registry, FieldGroups granted, UInt128 columns) =>
        Known(new(registry.Model, nameof(Members), 0, granted, columns), shape =>
        {
            Expression<Func<IQueryable<MemberView>, long[], IQueryable<MemberView>>> rows = (all, keys) =>
                all.Where(m => keys.Contains(m.HouseholdKey)).OrderBy(m => m.HouseholdKey).ThenBy(m => m.Key);
            return EF.CompileAsyncQuery(Compose<Func<Registry, DateOnly, DateOnly, long[], IQueryable<MemberView>>>(shape, rows, ofMembers: true));
        });

    /// <summary>Of one family, in the order of the form. An equality: how long a list is, a plan for any list can't know.</summary>
    internal Func<Registry, DateOnly, DateOnly, long, IAsyncEnumerable<MemberView>> MembersOfOne(
        Registry registry, FieldGroups granted, UInt128 columns) =>
        Known(new(registry.Model, nameof(MembersOfOne), 0, granted, columns), shape =>
        {
            Expression<Func<IQueryable<MemberView>, long, IQueryable<MemberView>>> rows =
                (all, key) => all.Where(m => m.HouseholdKey == key).OrderBy(m => m.Key);
            return EF.CompileAsyncQuery(Compose<Func<Registry, DateOnly, DateOnly, long, IQueryable<MemberView>>>(shape, rows, ofMembers: true));
        });

    /// <summary>How many a statement asks for that is to give so many rows: few statements serve all lengths of a page.</summary>
    internal static int Rows(int atLeast) => Steps.FirstOrDefault(step => step >= atLeast, atLeast);

    /// <summary>The same rows, of a region: its code comes second.</summary>
    private static LambdaExpression In(int level, LambdaExpression rows)
    {
        Expression<Func<IQueryable<HouseholdView>, string, IQueryable<HouseholdView>>> region = level switch
        {
            1 => (all, code) => all.Where(h => h.ProvinceCode == code),
            2 => (all, code) => all.Where(h => h.RegencyCode == code),
            3 => (all, code) => all.Where(h => h.DistrictCode == code),
            4 => (all, code) => all.Where(h => h.Region == code),
            _ => (all, code) => all,
        };
        return Expression.Lambda(rows.On([region.Body, .. rows.Parameters.Skip(1)]), [.. region.Parameters, .. rows.Parameters.Skip(1)]);
    }

    private TRead Known<TRead>(Shape shape, Func<Shape, TRead> compile)
        where TRead : Delegate
    {
        var alike = _known.GetOrAdd((shape.Model, shape.Granted), _ => new());
        if (alike.TryGetValue(shape, out var known)) return (TRead)known;
        if (alike.Count >= Most) alike.Clear();
        return (TRead)alike.GetOrAdd(shape, compile(shape));
    }

    /// <summary>Source, masked projection, the rows of it, the columns of those: takes registry, both days, and what the rows take
    /// but for the limit, which comes last and is part of the statement.</summary>
    private Expression<TQuery> Compose<TQuery>(Shape shape, LambdaExpression rows, bool ofMembers = false)
    {
        var registry = Expression.Parameter(typeof(Registry), "db");
        var adult = Expression.Parameter(typeof(DateOnly), "adult");
        var elder = Expression.Parameter(typeof(DateOnly), "elder");
        var known = shape.Limit == 0 ? [] : new[] { Expression.Constant(shape.Limit) };
        ParameterExpression[] own = [.. rows.Parameters.Skip(1).SkipLast(known.Length)];
        var projection = new HouseholdProjection(fields, memberFields, shape.Granted, adult, elder);
        var all = ofMembers
            ? Select<Person, MemberView>(Persons.On(registry), projection.Members())
            : Select<Household, HouseholdView>(Families.On(registry), projection.Families());
        var found = rows.On([all, .. own, .. known]);
        var body = ofMembers
            ? Select<MemberView, MemberView>(found, Mask.Only<MemberView>(Columns<MemberView>.In(shape.Columns)))
            : Select<HouseholdView, HouseholdView>(found, Mask.Only<HouseholdView>(Columns<HouseholdView>.In(shape.Columns)));
        if (shape.Read == nameof(Stretch) || shape.Model.FindEntityType(typeof(Household))!.GetTableName() is null) body = Tagged(body, ofMembers ? typeof(MemberView) : typeof(HouseholdView));
        return Expression.Lambda<TQuery>(body, [registry, adult, elder, .. own]);
    }

    /// <summary>Stretches, and states as of a moment, which have no table of their own.</summary>
    private static MethodCallExpression Tagged(Expression rows, Type row) => Expression.Call(typeof(EntityFrameworkQueryableExtensions),
        nameof(EntityFrameworkQueryableExtensions.TagWith), [row], rows, Expression.Constant(OnePlan.Tag));

    private static MethodCallExpression Select<TFrom, TTo>(Expression rows, Expression<Func<TFrom, TTo>> projection) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(TFrom), typeof(TTo)], rows, Expression.Quote(projection));
}
