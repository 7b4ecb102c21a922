using System.Linq.Expressions;

namespace Regsosek.Api.Rules;

/// <summary>Where a translated clause stands: the family, the person if any, and the decision date, each as an expression.</summary>
internal sealed record Row(Expression Family, Expression? Person, Expression On)
{
    public Expression Of(Unit unit) =>
        unit == Unit.Family ? Family : Person ?? throw new InvalidOperationException("A fact of a person outside any person.");
}

/// <summary>Boolean expressions with constants folded away, so that a query holds no more than it must.</summary>
internal static class Sql
{
    public static readonly ConstantExpression True = Expression.Constant(true);
    public static readonly ConstantExpression False = Expression.Constant(false);

    public static Expression And(IEnumerable<Expression> parts) => Join(parts, True, False, Expression.AndAlso);

    public static Expression Or(IEnumerable<Expression> parts) => Join(parts, False, True, Expression.OrElse);

    public static Expression Not(Expression part) => part == True ? False : part == False ? True : Expression.Not(part);

    public static Expression Compare(Expression left, Op op, Expression right) => op switch
    {
        Op.Equal => Expression.Equal(left, right),
        Op.NotEqual => Expression.NotEqual(left, right),
        Op.Less => Expression.LessThan(left, right),
        Op.LessOrEqual => Expression.LessThanOrEqual(left, right),
        Op.Greater => Expression.GreaterThan(left, right),
        Op.GreaterOrEqual => Expression.GreaterThanOrEqual(left, right),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "is no comparison of two numbers"),
    };

    private static Expression Join(
        IEnumerable<Expression> parts, Expression neutral, Expression decisive, Func<Expression, Expression, Expression> join)
    {
        Expression[] open = [.. parts.Where(p => p != neutral)];
        if (open.Length == 0) return neutral;
        return open.Contains(decisive) ? decisive : open.Aggregate(join);
    }
}
