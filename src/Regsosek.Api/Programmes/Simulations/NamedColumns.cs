using System.Linq.Expressions;
using System.Reflection;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>The columns that rules name, found in their SQL: families are read with these and no more, to be decided one by one.</summary>
internal sealed class NamedColumns : ExpressionVisitor
{
    private readonly HashSet<string> _family = [], _member = [], _rank = [];

    public NamedColumns OfFamily(Expression<Func<Household, object?>> column)
    {
        Visit(column.Body);
        return this;
    }

    public NamedColumns OfMember(Expression<Func<Person, object?>> column)
    {
        Visit(column.Body);
        return this;
    }

    public NamedColumns With(MoveGroups groups)
    {
        foreach (var reading in groups.OfMembers) Visit(reading.Body);
        return this;
    }

    public NamedColumns With(ProgrammeVersion version, DateOnly on)
    {
        foreach (var rule in version.Benefit.Components.Select(c => c.Rule).Append(version.Rule))
        {
            var decides = rule.ForPersons(on);
            Visit(decides.IsTrue.Body);
            Visit(decides.IsFalse.Body);
        }

        return this;
    }

    public Expression<Func<Household, Household>> Family()
    {
        var row = Expression.Parameter(typeof(Household), "h");
        var rank = Expression.Property(row, nameof(Household.Rank));
        return Expression.Lambda<Func<Household, Household>>(Copy(row, _family, Expression.Bind(rank.Member, Copy(rank, _rank))), row);
    }

    public Expression<Func<Person, Person>> Member()
    {
        var row = Expression.Parameter(typeof(Person), "p");
        return Expression.Lambda<Func<Person, Person>>(Copy(row, _member), row);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Member is PropertyInfo { SetMethod: not null } column && Columns(node.Expression?.Type) is { } columns && IsStored(column.Name)) columns.Add(column.Name);
        return base.VisitMember(node);
    }

    private HashSet<string>? Columns(Type? of) => of == typeof(RankInForce) ? _rank
        : typeof(HouseholdRecord).IsAssignableFrom(of) ? _family
        : typeof(PersonRecord).IsAssignableFrom(of) ? _member : null;

    /// <summary>No way to another row.</summary>
    private static bool IsStored(string column) =>
        column is not (nameof(Household.Members) or nameof(Household.Rank) or nameof(Person.Household) or nameof(Person.Registered));

    private static MemberInitExpression Copy(Expression row, IEnumerable<string> columns, params MemberBinding[] also) =>
        Expression.MemberInit(Expression.New(row.Type), [.. columns.Select(c => Expression.Property(row, c)).Select(c => Expression.Bind(c.Member, c)), .. also]);
}
