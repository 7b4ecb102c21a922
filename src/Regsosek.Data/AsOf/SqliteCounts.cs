using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Regsosek.Data.Households;

namespace Regsosek.Data.AsOf;

/// <summary>Members as of a moment are counted over rows that are selected first. SQLite looks into a view of two tables by index when it selects from it,
/// but counts it by making the whole view (the rules of its query flattener: sqlite.org/optoverview.html#flattening).</summary>
internal sealed class SqliteCounts : ExpressionVisitor, IQueryExpressionInterceptor
{
    public static readonly SqliteCounts Instance = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        eventData.Context is Registry { Moment: not null } ? Visit(queryExpression) : queryExpression;

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node is not { Method: { Name: nameof(Enumerable.Count), IsGenericMethod: true }, Arguments: [var rows, var test] }
            || node.Method.GetGenericArguments()[0] is not { } person || !person.IsAssignableTo(typeof(PersonRecord)))
            return base.VisitMethodCall(node);
        var (from, types) = (node.Method.DeclaringType!, new[] { person });
        var selected = Expression.Call(from, nameof(Enumerable.Where), types, Visit(rows), Visit(test));
        return Expression.Call(from, nameof(Enumerable.Count), types,
            Expression.Call(from, nameof(Enumerable.Take), types, selected, Expression.Constant(int.MaxValue)));
    }
}
