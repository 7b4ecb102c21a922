using System.Linq.Expressions;
using System.Reflection;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Households;

/// <summary>What a caller asks of the household list: one record for REST, GraphQL and streams, checked against what he may see.</summary>
public sealed record HouseholdQuery
{
    public const int MaxLimit = 500, DefaultLimit = 50;

    /// <summary>Names a list may be sorted by, with the member of the view each stands for: a number that can be null. It has an index with the key,
    /// so that a page costs the same however many families there are; the order of ranks is one of deciles too. A leading minus turns the order.</summary>
    public static readonly IReadOnlyDictionary<string, string> Sorts = new Dictionary<string, string>
    {
        ["rank"] = nameof(HouseholdView.Percentile),
        ["decile"] = nameof(HouseholdView.Percentile),
    };

    public IReadOnlyList<(Filter Filter, string Text)> Filters { get; init; } = [];
    public string? Sort { get; init; }
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>The limit was named: of a stream it is the whole length, which is all there is otherwise.</summary>
    public bool IsLimited { get; init; }
    public string? Cursor { get; init; }

    /// <summary>exact, estimated or null.</summary>
    public string? Count { get; init; }

    public bool WithPlaces { get; init; }
    public required Selection Selection { get; init; }
    /// <summary>What filters stand on beside the view.</summary>
    public required FilterGround Ground { get; init; }

    /// <summary>As of when, as it was named; null for the present.</summary>
    public string? AsOf { get; init; }

    public bool Descending => Sort?.StartsWith('-') == true;
    public PropertyInfo? SortProperty => Sort is null ? null : typeof(HouseholdView).GetProperty(Sorts[Descending ? Sort[1..] : Sort]);

    public LambdaExpression? SortBy
    {
        get
        {
            if (SortProperty is not { } property) return null;
            var view = Expression.Parameter(typeof(HouseholdView), "h");
            return Expression.Lambda(Expression.Property(view, property), view);
        }
    }

    /// <summary>Where a family stands in the order, as a number; in the order of keys, its key.</summary>
    internal Expression<Func<HouseholdView, Placed>> Placed
    {
        get
        {
            Expression<Func<HouseholdView, Placed>> byKey = h => new Placed { Key = h.Key, Value = h.Key };
            if (SortBy is not { } by) return byKey;
            var bindings = ((MemberInitExpression)byKey.Body).Bindings;
            var value = Expression.Convert(by.On(byKey.Parameters[0]), typeof(double?));
            return Expression.Lambda<Func<HouseholdView, Placed>>(Expression.MemberInit(Expression.New(typeof(Placed)),
                bindings[0], Expression.Bind(typeof(Placed).GetProperty(nameof(Households.Placed.Value))!, value)), byKey.Parameters);
        }
    }

    /// <summary>What a cursor is bound to: filters, order and time, not the page size or the fields.</summary>
    public string Bound => $"{Filtered};sort={Sort}{(AsOf is null ? "" : ";" + AsOf)}";

    /// <param name="driven">The rows are those of a region that the filter <c>region</c> holds: said twice, PostgreSQL would take them for few.</param>
    public IQueryable<HouseholdView> Apply(IQueryable<HouseholdView> all, bool driven = false)
    {
        var view = Expression.Parameter(typeof(HouseholdView), "h");
        var member = Expression.Parameter(typeof(MemberView), "m");
        var tests = Filters.Where(f => !f.Filter.OnMember && !(driven && f.Filter.Name == "region")).Select(f => f.Filter.Test(view, f.Text, Ground)).ToList();
        if (Filters.Any(f => f.Filter.OnMember))
        {
            var same = Filters.Where(f => f.Filter.OnMember).Select(f => f.Filter.Test(member, f.Text, Ground)).Aggregate(Expression.AndAlso);
            tests.Add(Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(MemberView)],
                Expression.Property(view, nameof(HouseholdView.Members)), Expression.Lambda<Func<MemberView, bool>>(same, member)));
        }

        return tests.Aggregate(all, (rows, test) => rows.Where(Expression.Lambda<Func<HouseholdView, bool>>(test, view)));
    }

    /// <summary>Checks that every filter and the sort stand on fields the caller may see.</summary>
    public HouseholdQuery Granted(Caller caller, Fields<HouseholdView> fields)
    {
        foreach (var (filter, _) in Filters)
        {
            if (!caller.Sees(filter.Group)) throw new ProblemException(Problems.NotGranted(filter.Name));
        }

        if (Sort is not null && (Descending ? Sort[1..] : Sort) is var sort)
        {
            if (!Sorts.ContainsKey(sort))
                throw new ProblemException(Problems.Invalid("sort", $"one of {string.Join(", ", Sorts.Keys)}, with a minus for the other order."));
            if (sort == "rank" ? !caller.Sees(FieldGroups.Classification) : !caller.Sees(fields.Find(sort)!.Group))
                throw new ProblemException(Problems.NotGranted(sort));
        }

        if (Limit is < 1 or > MaxLimit) throw new ProblemException(Problems.Invalid("limit", $"1 to {MaxLimit}."));
        if (Count is not (null or "exact" or "estimated")) throw new ProblemException(Problems.Invalid("count", "exact or estimated."));

        // A text that does not fit is a problem now, not in the middle of a stream.
        Apply(Enumerable.Empty<HouseholdView>().AsQueryable());
        return this;
    }

    /// <summary>Members are shown, or asked about.</summary>
    public bool TouchesMembers => Selection.Members is not null || Filters.Any(f => f.Filter.OnMember);

    public string? Region => Filters.FirstOrDefault(f => f.Filter.Name == "region").Text;

    /// <summary>What is asked, for the access log: nothing of it is personal.</summary>
    public string Shape =>
        string.Join('&', ((string?[])[Filtered, Sort is null ? null : $"sort={Sort}", Count is null ? null : $"count={Count}", Selection.Shape])
            .Where(s => !string.IsNullOrEmpty(s)));

    private string Filtered => string.Join('&', Filters.OrderBy(f => f.Filter.Name, StringComparer.Ordinal).Select(f => $"{f.Filter.Name}={f.Text}"));
}

/// <summary>A family's place in a list that is read from several regions.</summary>
internal sealed record Placed
{
    public long Key { get; init; }
    public double? Value { get; init; }
}
