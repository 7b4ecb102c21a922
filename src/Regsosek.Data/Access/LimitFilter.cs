using System.Linq.Expressions;
using Regsosek.Data.Households;

namespace Regsosek.Data;

/// <summary>A person as the limit filter of families reads him: the rows of the table, without the filter of <see cref="Person"/>, which
/// asks his family's.</summary>
internal sealed class PersonRow : PersonRecord;

/// <summary>Turns a limit over <c>h.Members</c> into one over the unfiltered rows of the same family.</summary>
internal sealed class LimitFilter(ParameterExpression family, Expression rows) : ExpressionVisitor
{
    private readonly Dictionary<ParameterExpression, ParameterExpression> _persons = [];

    public static Expression<Func<Household, bool>> Of(Expression<Func<Household, bool>> limit, Expression rows) =>
        Expression.Lambda<Func<Household, bool>>(new LimitFilter(limit.Parameters[0], rows).Visit(limit.Body), limit.Parameters);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Enumerable)
            || Visit(node.Arguments[0]) is not MemberExpression { Member.Name: nameof(Household.Members) } members || members.Expression != family)
            return base.VisitMethodCall(node);

        Expression<Func<PersonRow, long>> familyOf = r => r.HouseholdKey;
        var ofFamily = Expression.Lambda<Func<PersonRow, bool>>(Expression.Equal(familyOf.Body, Expression.Property(family, nameof(Household.Key))),
            familyOf.Parameters);
        var source = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(PersonRow)], rows, Expression.Quote(ofFamily));
        return Expression.Call(typeof(Queryable), node.Method.Name, [typeof(PersonRow)],
            [source, .. node.Arguments.Skip(1).Select(test => Expression.Quote(Visit(test)))]);
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        if (node.Parameters is not [{ } person] || person.Type != typeof(Person)) return base.VisitLambda(node);
        var row = _persons[person] = Expression.Parameter(typeof(PersonRow), person.Name);
        return Expression.Lambda<Func<PersonRow, bool>>(Visit(node.Body), row);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is not ParameterExpression person || !_persons.TryGetValue(person, out var row)) return base.VisitMember(node);
        return node.Member.Name == nameof(Person.Household) ? family : Expression.Property(row, node.Member.Name);
    }

    protected override Expression VisitParameter(ParameterExpression node) => _persons.TryGetValue(node, out var row) ? row : node;
}
