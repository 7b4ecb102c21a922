using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Regsosek.Data;
using Regsosek.Data.AsOf;
using Regsosek.Data.Providers;

namespace Regsosek.Tests.Engines;

/// <summary>What was compiled for another engine, generated for SQL Server by EF Core itself, up to the wire, and parsed.</summary>
internal static class SqlServerSql
{
    /// <summary>The most parameters that SQL Server takes.</summary>
    public const int MostParameters = 2100;

    // More elements than parameters: a list that went one parameter a value would show.
    private const int ListLength = 3000;
    private static readonly MethodInfo CompileMethod = typeof(IDatabase).GetMethod(nameof(IDatabase.CompileQuery))!;
    private static readonly SilentServer Server = new();
    private static readonly Registries Registries = new(Engine.SqlServer, "Server=127.0.0.1", TimeProvider.System, o => o.AddInterceptors(Server, Server.Connections));

    private static readonly Registries OneByOne = new(Engine.SqlServer, "Server=127.0.0.1", TimeProvider.System, o =>
    {
        o.AddInterceptors(Server, Server.Connections);
        o.Batches(Engine.SqlServer, 1);
    });

    /// <returns>The statements, with the parameters given and with those null that may be.</returns>
    public static IReadOnlyList<string> Check(Expression query, Caller caller, Moment? asOf = null)
    {
        using var registry = Registries.For(caller, asOf);
        OrderedByGuid.Refuse(query);
        var own = new Moved(registry).Visit(query);
        var result = typeof(IQueryable).IsAssignableFrom(own.Type) ? typeof(IEnumerable<>).MakeGenericType(own.Type.GetGenericArguments()[0]) : own.Type;
        var parameters = Parameters.Of(own);
        var executor = (Delegate)CompileMethod.MakeGenericMethod(result).Invoke(registry.GetService<IDatabase>(), [own, false])!;
        List<string> all = [];
        foreach (var nulls in parameters.Any(p => IsNullable(p.Type)) ? new[] { false, true } : [false])
        {
            var context = registry.GetService<IQueryContextFactory>().Create();
            foreach (var parameter in parameters) context.Parameters[parameter.Name] = nulls && IsNullable(parameter.Type) ? null : Sample(parameter.Type);
            var said = Server.Listen(() =>
            {
                if (executor.DynamicInvoke(context) is System.Collections.IEnumerable rows and not string)
                    foreach (var _ in rows) { }
            });
            Assert.NotEmpty(said);
            all.AddRange(said);
        }

        return all;
    }

    /// <summary>The pending changes of a registry, saved to SQL Server.</summary>
    public static IReadOnlyList<string> Check(Registry saving, bool oneByOne = false)
    {
        using var registry = (oneByOne ? OneByOne : Registries).For(Caller.System("test"));
        registry.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        foreach (var entry in saving.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            var copy = registry.Entry(entry.CurrentValues.ToObject());
            copy.State = entry.State;

            // Keys that the engine is to make.
            foreach (var property in entry.Properties.Where(p => p.IsTemporary)) copy.Property(property.Metadata.Name).IsTemporary = true;
            if (entry.State != EntityState.Modified) continue;
            foreach (var property in entry.Properties.Where(p => !p.Metadata.IsPrimaryKey()))
            {
                copy.Property(property.Metadata.Name).OriginalValue = property.OriginalValue;
                copy.Property(property.Metadata.Name).IsModified = property.IsModified;
            }
        }

        return registry.ChangeTracker.HasChanges() ? Server.Listen(() => registry.SaveChanges()) : [];
    }

    private static bool IsNullable(Type type) => type == typeof(string) || Nullable.GetUnderlyingType(type) is not null;

    private static object? Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "x";
        if (type == typeof(byte[])) return new byte[] { 1 };
        if (type.IsValueType) return Activator.CreateInstance(type);
        var element = type.IsArray ? type.GetElementType() : type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (element is null) return null;
        var list = Array.CreateInstance(element, ListLength);
        for (var i = 0; i < ListLength; i++) list.SetValue(Sample(element), i);
        return type.IsArray ? list : type.IsAssignableFrom(list.GetType()) ? list : Activator.CreateInstance(type, list);
    }

    /// <summary>The same query over the tables of another model.</summary>
    private sealed class Moved(Registry to) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? root.UpdateEntityType(to.Model.FindEntityType(root.EntityType.Name)!)
            : base.VisitExtension(node);
    }

    private sealed class Parameters : ExpressionVisitor
    {
        private readonly Dictionary<string, QueryParameterExpression> _found = [];

        public static IReadOnlyCollection<QueryParameterExpression> Of(Expression query)
        {
            var parameters = new Parameters();
            parameters.Visit(query);
            return parameters._found.Values;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression parameter) _found[parameter.Name] = parameter;
            return base.VisitExtension(node);
        }
    }

    /// <summary>SQL Server orders uniqueidentifier by its last bytes first, unlike the others: nothing is paged or compared by one.</summary>
    private sealed class OrderedByGuid : ExpressionVisitor
    {
        public static void Refuse(Expression query) => new OrderedByGuid().Visit(query);

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.Name is nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending)
                && node.Method.GetGenericArguments() is [.., var key] && (Nullable.GetUnderlyingType(key) ?? key) == typeof(Guid))
                throw new FormatException($"Ordered by a Guid, which each engine orders differently: {node}");
            return base.VisitMethodCall(node);
        }
    }
}
