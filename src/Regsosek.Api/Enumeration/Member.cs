using System.Linq.Expressions;
using System.Reflection;

namespace Regsosek.Api.Enumeration;

/// <summary>Compiled access to one answer of an entity: reflection happens once a variable, not once a row.</summary>
internal static class Member
{
    public static PropertyInfo Of<T>(string variable) =>
        typeof(T).GetProperty(char.ToUpperInvariant(variable[0]) + variable[1..])
        ?? throw new InvalidOperationException($"{typeof(T).Name} has no column for {variable}.");

    /// <summary>Sets a value that is converted to the type of the property (number to code list).</summary>
    public static Action<T, TValue> Setter<T, TValue>(string variable)
    {
        var property = Of<T>(variable);
        var row = Expression.Parameter(typeof(T));
        var value = Expression.Parameter(typeof(TValue));
        var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Expression converted = plain == typeof(TValue) ? value : Expression.Convert(value, plain);
        if (plain != property.PropertyType) converted = Expression.Convert(converted, property.PropertyType);
        return Expression.Lambda<Action<T, TValue>>(Expression.Assign(Expression.Property(row, property), converted), row, value).Compile();
    }

    public static Action<T> Clearer<T>(string variable)
    {
        var row = Expression.Parameter(typeof(T));
        var property = Expression.Property(row, Of<T>(variable));
        return Expression.Lambda<Action<T>>(Expression.Assign(property, Expression.Default(property.Type)), row).Compile();
    }

    public static Func<T, bool> IsFilled<T>(string variable)
    {
        var row = Expression.Parameter(typeof(T));
        var property = Expression.Property(row, Of<T>(variable));
        return Expression.Lambda<Func<T, bool>>(Expression.NotEqual(property, Expression.Default(property.Type)), row).Compile();
    }

    /// <summary>The number stored for a code, or null.</summary>
    public static Func<T, int?> Number<T>(string variable)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, int?>>(Expression.Convert(Expression.Property(row, Of<T>(variable)), typeof(int?)), row).Compile();
    }
}
