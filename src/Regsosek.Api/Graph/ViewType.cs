using System.Reflection;
using System.Text.Json;
using GraphQL.Resolvers;
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
            AddField(new FieldType
            {
                Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                Description = docs.Of(property),
                ResolvedType = types.Of(property),
                Resolver = new FuncFieldResolver<object?>(context => property.GetValue(context.Source)),
            });
        }
    }
}
