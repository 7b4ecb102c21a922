using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Regsosek.Api.Statistics;

/// <summary>Several small values of a row as one number, packed by the engine: a column for each would cost more than counting them.</summary>
internal static class PackedReadings
{
    private const int Bits = 6, Most = 10;

    /// <summary>The projection with the readings that there are, each from 0 to 62 or null.</summary>
    public static Expression<Func<T, TRow>> In<T, TRow>(Expression<Func<T, long, TRow>> row, IEnumerable<Expression<Func<T, int?>>?> readings)
    {
        var of = row.Parameters[0];
        var values = readings.OfType<Expression<Func<T, int?>>>()
            .Select(r => Expression.Coalesce(ReplacingExpressionVisitor.Replace(r.Parameters[0], of, r.Body), Expression.Constant(-1)))
            .Select(value => Expression.Add(Expression.Convert(value, typeof(long)), Expression.Constant(1L))).ToList<Expression>();
        if (values.Count > Most) throw new InvalidOperationException($"At most {Most} dimensions are read at once.");
        var packed = values.Aggregate((all, value) => Expression.Add(Expression.Multiply(all, Expression.Constant(1L << Bits)), value));
        return Expression.Lambda<Func<T, TRow>>(ReplacingExpressionVisitor.Replace(row.Parameters[1], packed, row.Body), of);
    }

    /// <param name="at">Which of the readings.</param>
    /// <param name="count">How many were packed.</param>
    public static int? Value(long packed, int at, int count) => (int)((packed >> (Bits * (count - 1 - at))) & ((1 << Bits) - 1)) - 1 is >= 0 and var value ? value : null;
}
