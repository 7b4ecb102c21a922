using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Regsosek.Api.Access;

/// <summary>Puts expressions in the place of the parameters of a lambda, so that small predicates build larger ones.</summary>
internal static class Lambdas
{
    public static Expression On(this LambdaExpression lambda, params ReadOnlySpan<Expression> arguments)
    {
        var body = lambda.Body;
        for (var i = 0; i < arguments.Length; i++) body = ReplacingExpressionVisitor.Replace(lambda.Parameters[i], arguments[i], body);
        return body;
    }
}
