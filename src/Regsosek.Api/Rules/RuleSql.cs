using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Regsosek.Data.Households;

namespace Regsosek.Api.Rules;

/// <summary>A rule as predicates of a query. A row meets exactly one of the three.</summary>
public sealed record RulePredicate<T>(Expression<Func<T, bool>> IsTrue, Expression<Func<T, bool>> IsFalse)
{
    public Expression<Func<T, bool>> IsUnknown => Expression.Lambda<Func<T, bool>>(
        Sql.And([Sql.Not(IsTrue.Body), Sql.Not(ReplacingExpressionVisitor.Replace(IsFalse.Parameters[0], IsTrue.Parameters[0], IsFalse.Body))]),
        IsTrue.Parameters);
}

/// <summary>The translation. SQL's own three-valued logic is not used: every clause becomes two conditions, "known to hold" and "known not to",
/// neither of which is ever null, so that they can be negated and counted.</summary>
public static class RuleSql
{
    /// <summary>The members a rule ranges over. Presence unanswered counts as absent.</summary>
    internal static readonly Expression<Func<Person, bool>> Present =
        p => p.Presence == MemberPresence.WithFamily || p.Presence == MemberPresence.NewMember;

    /// <param name="on">The decision date: a constant, a captured variable, or a property of the context when this becomes part of a model.</param>
    public static RulePredicate<Household> ForFamilies(Rule rule, Expression on)
    {
        var family = Expression.Parameter(typeof(Household), "h");
        return Lambdas<Household>(Translate(rule, new(family, null, on)), family);
    }

    /// <inheritdoc cref="ForFamilies"/>
    public static RulePredicate<Person> ForPersons(Rule rule, Expression on)
    {
        var person = Expression.Parameter(typeof(Person), "p");
        return Lambdas<Person>(Translate(rule, new(Expression.Property(person, nameof(Person.Household)), person, on)), person);
    }

    private static RulePredicate<T> Lambdas<T>(Sides sides, ParameterExpression row) =>
        new(Expression.Lambda<Func<T, bool>>(sides.True, row), Expression.Lambda<Func<T, bool>>(sides.False, row));

    private static Sides Translate(Rule rule, Row row) => rule switch
    {
        All all => All([.. all.Of.Select(part => Translate(part, row))]),
        Any any => All([.. any.Of.Select(part => Translate(part, row).Not)]).Not,
        Not not => Translate(not.Of, row).Not,
        AtLeast some => AtLeast(some.Needed, [.. some.Of.Select(part => Translate(part, row))]),
        Exists exists => Count(exists.Of, Op.GreaterOrEqual, 1, row),
        Rules.Count count => Count(count.Of, count.Op, count.Value, row),
        Compare leaf => Compare(leaf.Fact, leaf.Test, row),
        _ => throw new RuleException(rule.Id, $"{rule.GetType().Name} has no translation"),
    };

    private static Sides All(Sides[] parts) => new(Sql.And(parts.Select(p => p.True)), Sql.Or(parts.Select(p => p.False)));

    // "Exists" is counted too: PostgreSQL would answer an EXISTS beside an OR by reading all members there are once, for a page of fifty families.
    private static Sides Count(Rule of, Op op, int value, Row row) => Between(Members(row, of, s => s.True), Members(row, of, s => s.Possible), op, value);

    private static Sides AtLeast(int needed, Sides[] parts) =>
        Between(Sum(parts.Select(p => p.True)), Sum(parts.Select(p => p.Possible)), Op.GreaterOrEqual, needed);

    /// <summary>A comparison of a number of which a query knows the bounds: see <see cref="KleeneLogic.Compare"/>.</summary>
    private static Sides Between(Expression lower, Expression upper, Op op, int value)
    {
        var v = Expression.Constant(value);
        return op switch
        {
            Op.GreaterOrEqual or Op.Greater => new(Sql.Compare(lower, op, v), Sql.Compare(upper, op.Negated(), v)),
            Op.LessOrEqual or Op.Less => new(Sql.Compare(upper, op, v), Sql.Compare(lower, op.Negated(), v)),
            Op.Equal => new(
                Sql.And([Expression.Equal(lower, v), Expression.Equal(upper, v)]),
                Sql.Or([Expression.GreaterThan(lower, v), Expression.LessThan(upper, v)])),
            _ => Between(lower, upper, Op.Equal, value).Not,
        };
    }

    private static Sides Compare(Fact fact, Test test, Row row)
    {
        var answered = fact.UnknownCodes.Select(code => fact.Holds(row, new(Op.NotEqual, new Value(code))));
        var known = Sql.And([fact.HasValue(row), .. answered, Fresh(fact, row)]);
        var holds = Sql.And([known, fact.Holds(row, test)]);
        var fails = Sql.And([known, fact.Holds(row, test.Negated)]);
        if (fact.Universe is not { } universe) return new(holds, fails);

        var outside = Sql.And([Sql.Not(known), Translate(universe, row).False]);
        return test.HoldsOutsideUniverse ? new(Sql.Or([holds, outside]), fails) : new(holds, Sql.Or([fails, outside]));
    }

    private static Expression Fresh(Fact fact, Row row) => fact.ShelfLifeMonths is not { } months
        ? Sql.True
        : fact.ObservedSince(row, Expression.Call(row.On, nameof(DateOnly.AddMonths), null, Expression.Constant(-months)));

    /// <summary><c>Members.Count(…)</c> over those who are present and on the given side of the rule.</summary>
    private static MethodCallExpression Members(Row row, Rule of, Func<Sides, Expression> side)
    {
        var member = Expression.Parameter(typeof(Person), "m");
        var present = ReplacingExpressionVisitor.Replace(Present.Parameters[0], member, Present.Body);
        var met = Sql.And([present, side(Translate(of, row with { Person = member }))]);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(Person)],
            Expression.Property(row.Family, nameof(Household.Members)), Expression.Lambda<Func<Person, bool>>(met, member));
    }

    private static Expression Sum(IEnumerable<Expression> parts) => parts
        .Select(Expression (part) => Expression.Condition(part, Expression.Constant(1), Expression.Constant(0)))
        .Aggregate(Expression.Add);

    /// <summary>Known to hold, and known not to.</summary>
    private sealed record Sides(Expression True, Expression False)
    {
        public Sides Not => new(False, True);

        /// <summary>Known to hold, or unknown.</summary>
        public Expression Possible => Sql.Not(False);
    }
}
