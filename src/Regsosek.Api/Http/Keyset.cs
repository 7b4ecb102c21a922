using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;

namespace Regsosek.Api.Http;

/// <summary>Order and continuation of a keyset page: by a value and then by key, or by key alone; a turned order turns both, and rows without
/// the value come last whatever the order and the engine. The list falls into segments of which an index over value and key gives each in its order,
/// which it does not when they are one condition with an OR in it.</summary>
public static class Keyset
{
    /// <summary>The rows that follow a place, so many at most, in a shape of the caller's.</summary>
    public static async Task<List<TShape>> Next<T, TShape>(
        IQueryable<T> rows, LambdaExpression? by, bool descending, Expression<Func<T, long>> key, CursorPlace? place, int limit,
        Expression<Func<T, TShape>> shape, CancellationToken stop)
    {
        var found = new List<TShape>(limit);
        foreach (var segment in Segments(rows, by, descending, key, place))
        {
            found.AddRange(await segment.Take(limit - found.Count).Select(shape).ToListAsync(stop));
            if (found.Count == limit) break;
        }

        return found;
    }

    /// <summary>What follows a place, in order: the rest of its own value, the values after it, the rows without a value.</summary>
    /// <param name="by">A value that can be null; null for the order of keys.</param>
    public static IEnumerable<IQueryable<T>> Segments<T>(
        IQueryable<T> rows, LambdaExpression? by, bool descending, Expression<Func<T, long>> key, CursorPlace? place)
    {
        var row = key.Parameters[0];
        Expression later = place is null ? Always : Compare(key.Body, Captured(place.Key, typeof(long)), descending);
        if (by is null)
        {
            yield return Where(later).InOrder(key, descending);
            yield break;
        }

        var value = by.On(row);
        var nothing = Expression.Constant(null, by.ReturnType);
        var isNull = Expression.Equal(value, nothing);
        if (place is { Value: null })
        {
            yield return Where(Expression.AndAlso(isNull, later)).InOrder(key, descending);
            yield break;
        }

        var last = place?.Value is { } text ? Captured(Parse(text, by.ReturnType), by.ReturnType) : null;
        if (last is not null) yield return Where(Expression.AndAlso(Expression.Equal(value, last), later)).InOrder(key, descending);
        yield return Where(last is null ? Expression.NotEqual(value, nothing) : Compare(value, last, descending)).InOrder(by, descending).Then(key, descending);
        yield return Where(isNull).InOrder(key, descending);

        IQueryable<T> Where(Expression test) => test == Always ? rows : rows.Where(Expression.Lambda<Func<T, bool>>(test, row));
    }

    public static IOrderedQueryable<T> InOrder<T>(this IQueryable<T> rows, LambdaExpression by, bool descending) =>
        rows.Call(descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy), by);

    public static IOrderedQueryable<T> Then<T>(this IOrderedQueryable<T> rows, LambdaExpression by, bool descending) =>
        rows.Call(descending ? nameof(Queryable.ThenByDescending) : nameof(Queryable.ThenBy), by);

    public static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        Enum code => Convert.ToInt64(code, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>A value that EF Core sends as a parameter, so that the SQL text stays the same.</summary>
    public static Expression Captured(object? value, Type type)
    {
        var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), value)!;
        return Expression.Property(Expression.Constant(box), nameof(Box<int>.Value));
    }

    private static object Parse(string text, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(DateOnly) ? DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture)
            : plain.IsEnum ? Enum.ToObject(plain, long.Parse(text, CultureInfo.InvariantCulture))
            : Convert.ChangeType(text, plain, CultureInfo.InvariantCulture);
    }

    private static readonly ConstantExpression Always = Expression.Constant(true);

    private static BinaryExpression Compare(Expression value, Expression last, bool descending) =>
        descending ? Expression.LessThan(value, last) : Expression.GreaterThan(value, last);

    private static IOrderedQueryable<T> Call<T>(this IQueryable<T> rows, string method, LambdaExpression by) =>
        (IOrderedQueryable<T>)rows.Provider.CreateQuery<T>(
            Expression.Call(typeof(Queryable), method, [typeof(T), by.ReturnType], rows.Expression, Expression.Quote(by)));

    internal sealed record Box<T>(T Value);
}
