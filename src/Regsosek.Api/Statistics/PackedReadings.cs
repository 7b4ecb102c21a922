using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Regsosek.Api.Statistics;

/// <summary>Several small values of a row as one number, packed by the engine: a column for each would cost more than counting them.</summary>
internal static class PackedReadings
{
    private const int Bits = 6, Most = 10;

    /// <summary>The readings that there are as one expression, each from 0 to 62 or null; 0 of none.</summary>
    public static Expression<Func<T, long>> Of<T>(IEnumerable<Expression<Func<T, int?>>?> readings)
    {
        var row = Expression.Parameter(typeof(T));
        var values = readings.OfType<Expression<Func<T, int?>>>()
            .Select(r => Expression.Coalesce(ReplacingExpressionVisitor.Replace(r.Parameters[0], row, r.Body), Expression.Constant(-1)))
            .Select(value => Expression.Add(Expression.Convert(value, typeof(long)), Expression.Constant(1L))).ToList<Expression>();
        if (values.Count > Most) throw new InvalidOperationException($"At most {Most} dimensions are read at once.");
        var packed = values.Aggregate((Expression?)null,
            (all, value) => all is null ? value : Expression.Add(Expression.Multiply(all, Expression.Constant(1L << Bits)), value));
        return Expression.Lambda<Func<T, long>>(packed ?? Expression.Constant(0L), row);
    }

    /// <param name="at">Which of the readings.</param>
    /// <param name="count">How many were packed.</param>
    public static int? Value(long packed, int at, int count) => (int)Field(packed, count - 1 - at) - 1 is >= 0 and var value ? value : null;

    /// <summary>Of each reading the higher.</summary>
    public static long Highest(long one, long other)
    {
        if (one == other) return one;
        var highest = 0L;
        for (var at = 0; at < Most; at++) highest |= Math.Max(Field(one, at), Field(other, at)) << (Bits * at);
        return highest;
    }

    private static long Field(long packed, int at) => (packed >> (Bits * at)) & ((1 << Bits) - 1);
}
