using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;

namespace Regsosek.Api.Http;

/// <summary>Order and continuation of a keyset page: nulls last whatever the engine, ties by key. A sorted list falls into segments that an
/// index gives in their order, which it does not when they are one condition with an OR in it.</summary>
public static class Keyset
{
    public static IOrderedQueryable<T> Ordered<T>(IQueryable<T> rows, LambdaExpression? by, bool descending, Expression<Func<T, long>> key)
    {
        if (by is null) return rows.OrderBy(key);
        var nullable = CanBeNull(by.ReturnType);
        var ordered = nullable
            ? Then(rows.OrderBy(IsNull<T>(by)), by, descending)
            : (IOrderedQueryable<T>)Call(descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy), rows, by);
        return ordered.ThenBy(key);
    }

    public static IQueryable<T> After<T>(IQueryable<T> rows, LambdaExpression? by, bool descending, Expression<Func<T, long>> key, CursorPlace place)
    {
        var row = key.Parameters[0];
        var laterKey = Expression.GreaterThan(key.Body, Captured(place.Key, typeof(long)));
        if (by is null) return rows.Where(Expression.Lambda<Func<T, bool>>(laterKey, row));
        var value = by.On(row);
        var isNull = CanBeNull(by.ReturnType)
            ? Expression.Equal(value, Expression.Constant(null, by.ReturnType))
            : (Expression)Expression.Constant(false);
        if (place.Value is null) return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.AndAlso(isNull, laterKey), row));

        var last = Captured(Parse(place.Value, by.ReturnType), by.ReturnType);
        var later = Compare(value, last, descending);
        var same = Expression.AndAlso(Expression.Equal(value, last), laterKey);
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.OrElse(isNull, Expression.OrElse(later, same)), row));
    }

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
    private static IEnumerable<IOrderedQueryable<T>> Segments<T>(
        IQueryable<T> rows, LambdaExpression? by, bool descending, Expression<Func<T, long>> key, CursorPlace? place)
    {
        if (by is null || !CanBeNull(by.ReturnType))
        {
            yield return Ordered(place is null ? rows : After(rows, by, descending, key, place), by, descending, key);
            yield break;
        }

        var row = key.Parameters[0];
        var value = by.On(row);
        var nothing = Expression.Constant(null, by.ReturnType);
        var last = place?.Value is { } text ? Captured(Parse(text, by.ReturnType), by.ReturnType) : null;
        var laterKey = place is null ? null : Expression.GreaterThan(key.Body, Captured(place.Key, typeof(long)));
        if (last is not null) yield return Where(Expression.AndAlso(Expression.Equal(value, last), laterKey!)).OrderBy(key);
        if (place is null || last is not null)
        {
            var valued = Where(last is null ? Expression.NotEqual(value, nothing) : Compare(value, last, descending));
            var order = descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy);
            yield return ((IOrderedQueryable<T>)Call(order, valued, by)).ThenBy(key);
        }

        var isNull = Expression.Equal(value, nothing);
        yield return Where(place is not null && last is null ? Expression.AndAlso(isNull, laterKey!) : isNull).OrderBy(key);

        IQueryable<T> Where(Expression test) => rows.Where(Expression.Lambda<Func<T, bool>>(test, row));
    }

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

    private static BinaryExpression Compare(Expression value, Expression last, bool descending)
    {
        if (value.Type == typeof(string))
        {
            value = Expression.Call(typeof(string), nameof(string.Compare), null, value, last);
            last = Expression.Constant(0);
        }

        return descending ? Expression.LessThan(value, last) : Expression.GreaterThan(value, last);
    }

    private static IOrderedQueryable<T> Then<T>(IOrderedQueryable<T> rows, LambdaExpression by, bool descending) =>
        (IOrderedQueryable<T>)Call(descending ? nameof(Queryable.ThenByDescending) : nameof(Queryable.ThenBy), rows, by);

    private static IQueryable<T> Call<T>(string method, IQueryable<T> rows, LambdaExpression by) =>
        rows.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), method, [typeof(T), by.ReturnType], rows.Expression, Expression.Quote(by)));

    private static Expression<Func<T, bool>> IsNull<T>(LambdaExpression by) =>
        Expression.Lambda<Func<T, bool>>(Expression.Equal(by.Body, Expression.Constant(null, by.ReturnType)), by.Parameters);

    private static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    internal sealed record Box<T>(T Value);
}
