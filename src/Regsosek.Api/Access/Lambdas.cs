using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Regsosek.Api.Access;

/// <summary>Puts an expression in the place of the parameter of a lambda, so that small predicates build larger ones.</summary>
internal static class Lambdas
{
    public static Expression On(this LambdaExpression lambda, Expression argument) =>
        ReplacingExpressionVisitor.Replace(lambda.Parameters[0], argument, lambda.Body);
}
