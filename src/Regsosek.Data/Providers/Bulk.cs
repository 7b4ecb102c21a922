using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Regsosek.Data.Providers;

/// <summary>Writes many new rows of one entity by the engine's fastest way, inside the current transaction. Columns and conversions
/// come from the model.</summary>
public static class Bulk
{
    public static Task Insert<T>(this Registry registry, IReadOnlyCollection<T> rows, CancellationToken stop = default)
        where T : class
    {
        if (rows.Count == 0) return Task.CompletedTask;
        if (!registry.Caller.IsSystem) throw new InvalidOperationException("Bulk writes are the hub's own.");
        var table = BulkTable.Of(registry.Model.FindEntityType(typeof(T))!);
        return registry switch
        {
            SqliteRegistry => SqliteBulk.Insert(registry, table, rows, stop),
            PostgresRegistry => PostgresBulk.Insert(registry, table, rows, stop),
            _ => SqlServerBulk.Insert(registry, table, rows, stop),
        };
    }
}

/// <summary>Table and columns of an entity, with a reader of the stored value of each; keys that the engine makes are not among them.</summary>
internal sealed class BulkTable
{
    private static readonly ConditionalWeakTable<IEntityType, BulkTable> Known = [];

    private BulkTable(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        Name = table.Name;
        Columns = [.. type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never)
            .Select(p => new BulkColumn(p, p.GetColumnName(table)!))];
    }

    public string Name { get; }
    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>Compiled once a model, not once a batch.</summary>
    public static BulkTable Of(IEntityType type) => Known.GetValue(type, t => new(t));
}

internal sealed class BulkColumn
{
    private readonly Func<object, object?> _read;
    private readonly Func<object?, object?>? _convert;

    public BulkColumn(IProperty property, string name)
    {
        Name = name;
        Property = property.PropertyInfo!;
        Mapping = property.GetRelationalTypeMapping();
        _read = Getter(property);
        _convert = Mapping.Converter?.ConvertToProvider;
    }

    public string Name { get; }
    public PropertyInfo Property { get; }
    public RelationalTypeMapping Mapping { get; }

    /// <summary>The value as the engine stores it; null for no value.</summary>
    public object? Value(object row) => _read(row) is not { } value ? null : _convert is null ? value : _convert(value);

    private static Func<object, object?> Getter(IProperty property)
    {
        var row = Expression.Parameter(typeof(object));
        var member = Expression.Property(Expression.Convert(row, property.PropertyInfo!.ReflectedType!), property.PropertyInfo);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(member, typeof(object)), row).Compile();
    }
}
