using GraphQL.Types;
using Regsosek.Api.Access;
using Regsosek.Data.Households;

namespace Regsosek.Api.Graph;

/// <summary>Whose row it is, and why members of it are hidden.</summary>
internal readonly record struct MaskedRow(Guid Id, IReadOnlyDictionary<string, string>? Reasons);

/// <summary>A type whose rows say why members of theirs are hidden.</summary>
internal interface IMaskedRows
{
    MaskedRow Row(object row);
}

/// <summary>A person-level view as an object type. Its fields are rows of the field table, so GraphQL has no field that REST has not.</summary>
internal sealed class MaskedType<TView> : ObjectGraphType, IMaskedRows
{
    private readonly Func<TView, MaskedRow> _row;

    public MaskedType(string name, string says, IEnumerable<Field<TView>> fields, GraphTypes types, Func<TView, MaskedRow> row)
    {
        (Name, Description, _row) = (name, $"{says} A hidden field is null; why, is in extensions.masked.", row);
        foreach (var field in fields)
        {
            var path = $"{name}.{field.Name}";
            var type = types.Of(field.Property);
            AddField(new PlainField(field.Name, type, field.Says, (row, request) => Value(field, path, (TView)row, request))
            {
                Write = type is ScalarGraphType || (RowPlan.Bare(type) is ScalarGraphType && field.Property.PropertyType.IsValueType)
                    ? (json, row) => field.Write(json, (TView)row)
                    : null,
            });
        }
    }

    public MaskedRow Row(object row) => _row((TView)row);

    private object? Value(Field<TView> field, string path, TView view, GraphRequest request)
    {
        if (field.Get(view) is { } value) return value is Enum and not WelfareClass ? ((IConvertible)value).ToInt32(null) : value;
        var (id, reasons) = _row(view);
        if (reasons?.GetValueOrDefault(field.Name) is { } reason) request.Masked.Add(path, reason, id);
        return null;
    }
}
