using System.Linq.Expressions;
using System.Reflection;
using Regsosek.Data;

namespace Regsosek.Api.Access;

/// <summary>Makes the projection entity → view in which a member the caller may not see is NULL before EF Core sees the expression,
/// so it can't be filtered on, sorted by, counted or carried in a cursor.</summary>
public static class Mask
{
    /// <param name="fields">The field table of the view.</param>
    /// <param name="granted">Groups of the caller.</param>
    /// <param name="own">Members that are not a plain copy: name to expression over <paramref name="row"/>.</param>
    /// <param name="row">The entity.</param>
    public static Expression<Func<TEntity, TView>> Fold<TEntity, TView>(
        Fields<TView> fields, FieldGroups granted, ParameterExpression row, IReadOnlyDictionary<string, Expression> own)
    {
        var bindings = new List<MemberBinding>();
        foreach (var property in typeof(TView).GetProperties().Where(p => p.CanWrite))
        {
            var group = fields.Find(char.ToLowerInvariant(property.Name[0]) + property.Name[1..])?.Group ?? FieldGroups.None;
            var hidden = (granted & group) != group;
            var value = hidden ? null : own.GetValueOrDefault(property.Name) ?? Copy(row, property);
            bindings.Add(
                Expression.Bind(property, value is null ? Expression.Constant(null, property.PropertyType) : Fit(value, property.PropertyType)));
        }

        return Expression.Lambda<Func<TEntity, TView>>(Expression.MemberInit(Expression.New(typeof(TView)), bindings), row);
    }

    /// <summary>Keeps only some members of a view, so that the SQL reads no other column.</summary>
    public static Expression<Func<TView, TView>> Only<TView>(IEnumerable<PropertyInfo> wanted)
    {
        var view = Expression.Parameter(typeof(TView), "v");
        var bindings = wanted.Select(p => Expression.Bind(p, Expression.Property(view, p)));
        return Expression.Lambda<Func<TView, TView>>(Expression.MemberInit(Expression.New(typeof(TView)), bindings), view);
    }

    private static MemberExpression? Copy(ParameterExpression row, PropertyInfo property) =>
        row.Type.GetProperty(property.Name) is { } same ? Expression.Property(row, same) : null;

    private static Expression Fit(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);
}
