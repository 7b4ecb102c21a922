using System.Text.Json;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Regsosek.Api.Graph;

/// <summary>A field that is read off its row without waiting. What has only such fields below it is written straight from the rows
/// (<see cref="RowPlan"/>), without a node for every value.</summary>
internal sealed class PlainField : FieldType
{
    private readonly FuncFieldResolver<object?> _own;

    public PlainField(string name, IGraphType of, string? says, Func<object, GraphRequest, object?> get)
    {
        (Name, ResolvedType, Description, Get) = (name, of, says, get);
        Resolver = _own = new FuncFieldResolver<object?>(context => get(context.Source!, GraphRequest.Of(context)));
    }

    public Func<object, GraphRequest, object?> Get { get; }

    /// <summary>Writes name and value of a member of a masked row, without a look at reasons: <see cref="MaskedFields"/> takes those by the
    /// row. Null where the value has to be looked at.</summary>
    public Action<Utf8JsonWriter, object>? Write { get; init; }

    /// <summary>Nothing was put around the reading, a demand for a scope for example: only then may it be read directly.</summary>
    public bool IsPlain => ReferenceEquals(Resolver, _own);
}
