using System.Linq.Expressions;
using Regsosek.Data.Households;

namespace Regsosek.Api.Rules;

/// <summary>Completed years on the decision date. Compared through birth dates, never computed in a query: age ≥ n is born on or before the
/// decision date less n years, so who was born on 29 February grows older on 1 March in a common year. Born after that date: unknown.</summary>
internal sealed class Age : Fact
{
    private const int Oldest = 150;

    protected override Value? Read(in Subject subject, DateOnly on) => Ages.On(on, subject.Person!.BirthDate) is { } years ? new Value(years) : null;

    internal override Expression HasValue(Row row) => Sql.And(
        [Expression.NotEqual(Born(row), Expression.Constant(null, typeof(DateOnly?))), BornBy(row, 0)]);

    internal override Expression Holds(Row row, Test test)
    {
        var n = (int)test.Value.Number;
        return test.Op switch
        {
            Op.GreaterOrEqual => BornBy(row, n),
            Op.Greater => BornBy(row, n + 1),
            Op.Less => BornAfter(row, n),
            Op.LessOrEqual => BornAfter(row, n + 1),
            Op.Equal => Exactly(row, n),
            Op.In => Sql.Or(test.Values.Select(v => Exactly(row, (int)v.Number))),
            _ => Sql.Not(Holds(row, test.Negated)),
        };
    }

    public override string? Refuse(Test test) =>
        base.Refuse(test)
            ?? (test.Values.All(v => v.Number is >= 0 and <= Oldest && double.IsInteger(v.Number)) ? null : "an age is a whole number of years");

    private static Expression Exactly(Row row, int n) => Sql.And([BornBy(row, n), BornAfter(row, n + 1)]);

    private static BinaryExpression BornBy(Row row, int years) => Expression.LessThanOrEqual(Born(row), CutOff(row, years));

    private static BinaryExpression BornAfter(Row row, int years) => Expression.GreaterThan(Born(row), CutOff(row, years));

    private static MemberExpression Born(Row row) => Expression.Property(row.Of(Unit.Person), nameof(PersonRecord.BirthDate));

    private static UnaryExpression CutOff(Row row, int years) => Expression.Convert(
        years == 0 ? row.On : Expression.Call(row.On, nameof(DateOnly.AddYears), null, Expression.Constant(-years)), typeof(DateOnly?));
}
