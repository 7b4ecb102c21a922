using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using GraphQL.Types;

namespace Regsosek.Api.Graph;

/// <summary>A view as an object type: the names REST gives its members, the summaries written for them.</summary>
internal sealed class ViewType : ObjectGraphType
{
    public ViewType(string name, string? says) => (Name, Description) = (name, says);

    public void AddMembers(IEnumerable<PropertyInfo> members, GraphTypes types, XmlDocs docs)
    {
        foreach (var property in members)
        {
            var get = Getter(property);
            AddField(new PlainField(
                JsonNamingPolicy.CamelCase.ConvertName(property.Name), types.Of(property), docs.Of(property), (row, _) => get(row)));
        }
    }

    private static Func<object, object?> Getter(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(row, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
    }
}
