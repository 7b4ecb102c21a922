using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Regsosek.Api.Rules;

/// <summary>A fact that one expression over the row gives: a stored column, or arithmetic that every engine does alike.</summary>
internal sealed class Column(LambdaExpression get) : Fact
{
    private readonly Lazy<Func<Subject, Value?>> _read = new(() => Compile(get));
    private readonly Type _type = PlainType(get.Body.Type);
    private readonly Type? _enum = (Nullable.GetUnderlyingType(get.Body.Type) ?? get.Body.Type) is { IsEnum: true } type ? type : null;

    protected override Value? Read(in Subject subject, DateOnly on) => _read.Value(subject);

    internal override Expression HasValue(Row row)
    {
        var value = On(row);
        return value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? Sql.True
            : Expression.NotEqual(value, Expression.Constant(null, value.Type));
    }

    internal override Expression Holds(Row row, Test test)
    {
        var value = On(row);
        var number = Number(value);
        return test.Op switch
        {
            Op.Equal => Is(test.Value),
            Op.NotEqual => Sql.Not(Is(test.Value)),
            Op.In => Sql.Or(test.Values.Select(Is)),
            Op.NotIn => Sql.Not(Sql.Or(test.Values.Select(Is))),
            Op.Has => Expression.Equal(Expression.And(number, Typed(test.Value)), Typed(test.Value)),
            Op.Lacks => Expression.NotEqual(Expression.And(number, Typed(test.Value)), Typed(test.Value)),
            _ => Sql.Compare(number, test.Op, Typed(test.Value)),
        };

        // Equality is asked of the enumeration itself: EF Core merges conditions on one column, and does not see that 1 and
        // its name are the same value.
        Expression Is(Value v) => Expression.Equal(value, Expression.Constant(Enumerated(v), value.Type));
        Expression Typed(Value v) => Expression.Constant(Plain(v), number.Type);
    }

    public override string? Refuse(Test test) => base.Refuse(test) ?? (test.Values.All(Fits) ? null : $"'{Name}' never has such a value");

    private bool Fits(Value value) => System.Type.GetTypeCode(_type) switch
    {
        TypeCode.Int16 => value.Number == (short)value.Number,
        TypeCode.Int32 => value.Number == (int)value.Number,
        TypeCode.Boolean => value.Number is 0 or 1,
        _ => true,
    };

    private Expression On(Row row) => ReplacingExpressionVisitor.Replace(get.Parameters[0], row.Of(Unit), get.Body);

    private object Plain(Value v) => v.Text ?? Convert.ChangeType(v.Number, _type, null);

    private object Enumerated(Value v) => _enum is null ? Plain(v) : Enum.ToObject(_enum, Plain(v));

    /// <summary>An enumeration as the number that is stored for it.</summary>
    private static Expression Number(Expression value)
    {
        var plain = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (!plain.IsEnum) return value;
        return Expression.Convert(value,
            plain == value.Type ? plain.GetEnumUnderlyingType() : typeof(Nullable<>).MakeGenericType(plain.GetEnumUnderlyingType()));
    }

    private static Type PlainType(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? plain.GetEnumUnderlyingType() : plain;
    }

    private static Func<Subject, Value?> Compile(LambdaExpression get)
    {
        var subject = Expression.Parameter(typeof(Subject));
        var row = Expression.PropertyOrField(subject, get.Parameters[0].Type == typeof(Data.Households.Household)
            ? nameof(Subject.Family)
            : nameof(Subject.Person));
        var value = Number(ReplacingExpressionVisitor.Replace(get.Parameters[0], row, get.Body));
        if (value.Type == typeof(bool)) value = Expression.Condition(value, Expression.Constant(1d), Expression.Constant(0d));
        if (value.Type != typeof(string)) value = Expression.Convert(value, typeof(double?));
        return Expression.Lambda<Func<Subject, Value?>>(Expression.Call(typeof(Value), nameof(Value.Of), null, value), subject).Compile();
    }
}
