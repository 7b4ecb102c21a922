using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Regsosek.Api.Http;
using Regsosek.Api.Reference;
using Regsosek.Data;

namespace Regsosek.Api.Access;

/// <summary>One member of a view: its name on every surface, the group it belongs to (None: open), and how it is read and written.</summary>
public sealed record Field<TView>(string Name, FieldGroups Group, PropertyInfo Property, string Says)
{
    public required Func<TView, object?> Get { get; init; }
    public required FieldWriter<TView> Write { get; init; }
    public Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
}

/// <summary>The field table of a view, made once from its members: dictionary variables take group and description from the dictionary,
/// others declare them.</summary>
public sealed class Fields<TView>
{
    private readonly FrozenDictionary<string, Field<TView>> _byName;

    public Fields(DataDictionary dictionary, string unit)
    {
        All = [.. typeof(TView).GetProperties()
            .Where(p => p.GetCustomAttribute<InternalAttribute>() is null)
            .OrderBy(p => p.DeclaringType == typeof(TView) ? 0 : 1)
            .Select(p => Make(p, dictionary.Find(unit, JsonNamingPolicy.CamelCase.ConvertName(p.Name))))];
        _byName = All.ToFrozenDictionary(f => f.Name);
    }

    public IReadOnlyList<Field<TView>> All { get; }

    public Field<TView>? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The field a client named, or the problem: unknown, or not granted to him.</summary>
    public Field<TView> Named(string name, string parameter, Caller caller)
    {
        var field = Find(name) ?? throw new ProblemException(Problems.Invalid(parameter, $"'{name}' is not a field."));
        return caller.Sees(field.Group) ? field : throw new ProblemException(Problems.NotGranted(name));
    }

    private static Field<TView> Make(PropertyInfo property, Variable? variable)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var stricter = typeof(TView).GetCustomAttributes<StricterAttribute>().FirstOrDefault(s => s.Member == property.Name);
        var group = stricter?.Group ?? property.GetCustomAttribute<GroupAttribute>()?.Group
            ?? (property.GetCustomAttribute<OpenAttribute>() is not null ? FieldGroups.None : variable?.FieldGroup)
            ?? throw new InvalidOperationException($"{typeof(TView).Name}.{property.Name} is neither in a field group nor declared open.");
        var view = Expression.Parameter(typeof(TView));
        var get = Expression.Lambda<Func<TView, object?>>(Expression.Convert(Expression.Property(view, property), typeof(object)), view).Compile();
        return new(name, group, property, variable?.Says ?? property.GetCustomAttribute<SaysAttribute>()?.Text ?? name)
        { Get = get, Write = FieldWriters.Of<TView>(name, property) };
    }
}

/// <summary>How values look in text: official codes as numbers, dates as ISO, flags as the official sum.</summary>
public static class FieldValues
{
    public static string Text(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd"),
        Data.Households.WelfareClass welfare => welfare.ToString(),
        Enum code => ((IConvertible)code).ToInt16(null).ToString(),
        double number => number.ToString("R"),
        bool truth => truth ? "true" : "false",
        _ => value.ToString()!,
    };
}
