using System.Linq.Expressions;
using Regsosek.Data.Households;

namespace Regsosek.Data;

/// <summary>A person as the limit filter of families reads him: the rows of the table, without the filter of <see cref="Person"/>, which
/// asks his family's.</summary>
internal sealed class PersonRow : PersonRecord;

/// <summary>Turns a limit over <c>h.Members</c> into one over rows of the same family that no filter asks back from: the unfiltered ones, or those of
/// another entity, for another entity of the family.</summary>
internal sealed class LimitFilter(ParameterExpression family, ParameterExpression other, Type row, Expression rows) : ExpressionVisitor
{
    private readonly Dictionary<ParameterExpression, ParameterExpression> _persons = [];

    /// <param name="rows">All rows of persons, as the context has them.</param>
    public static Expression<Func<TFamily, bool>> Of<TFamily, TPerson>(Expression<Func<Household, bool>> limit, Expression rows)
        where TFamily : HouseholdRecord
        where TPerson : PersonRecord
    {
        var family = limit.Parameters[0];
        var other = typeof(TFamily) == family.Type ? family : Expression.Parameter(typeof(TFamily), family.Name);
        return Expression.Lambda<Func<TFamily, bool>>(new LimitFilter(family, other, typeof(TPerson), rows).Visit(limit.Body), other);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Enumerable)
            || node.Arguments[0] is not MemberExpression { Member.Name: nameof(Household.Members) } members || Visit(members.Expression) != other)
            return base.VisitMethodCall(node);

        var person = Expression.Parameter(row, "r");
        var ofFamily = Expression.Lambda(
            Expression.Equal(Expression.Property(person, nameof(PersonRecord.HouseholdKey)), Expression.Property(other, nameof(Household.Key))), person);
        var source = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [row], rows, Expression.Quote(ofFamily));
        return Expression.Call(typeof(Queryable), node.Method.Name, [row],
            [source, .. node.Arguments.Skip(1).Select(test => Expression.Quote(Visit(test)))]);
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        if (node.Parameters is not [{ } person] || person.Type != typeof(Person)) return base.VisitLambda(node);
        var other = _persons[person] = Expression.Parameter(row, person.Name);
        return Expression.Lambda(Visit(node.Body), other);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node is { Expression: ParameterExpression person, Member.Name: nameof(Person.Household) } && _persons.ContainsKey(person)) return other;
        var of = Visit(node.Expression);
        return of is null || of.Type == node.Expression!.Type ? node.Update(of!) : Expression.Property(of, node.Member.Name);
    }

    protected override Expression VisitParameter(ParameterExpression node) =>
        node == family ? other : _persons.TryGetValue(node, out var person) ? person : node;
}
