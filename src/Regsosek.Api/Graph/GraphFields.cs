using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>A field line says it all: name, type, meaning, how it is read, arguments; then what scope it needs and what it costs.</summary>
internal static class GraphFields
{
    private const string BodyOnly = "body-only";

    public static FieldType Has(this ObjectGraphType type, string name, IGraphType of, string says, Func<object, object?> get) =>
        type.AddField(new PlainField(name, of, says, (row, _) => get(row)));

    public static FieldType Has(this ObjectGraphType type, string name, IGraphType of, string says, Func<object, GraphRequest, object?> get) =>
        type.AddField(new PlainField(name, of, says, get));

    public static FieldType Reads(
        this ObjectGraphType type, string name, IGraphType of, string says, Func<IResolveFieldContext, Task<object?>> read,
        params IEnumerable<QueryArgument> arguments) =>
        type.AddField(new FieldType
        {
            Name = name,
            ResolvedType = of,
            Description = says,
            Arguments = new QueryArguments(arguments),
            Resolver = new FuncFieldResolver<object?>(context => new ValueTask<object?>(read(context))),
        });

    public static QueryArgument Argument(string name, IGraphType type, string says) => new(type) { Name = name, Description = says };

    /// <summary>An argument that takes free text, in which a person may be named: it is never part of an address.</summary>
    public static QueryArgument FreeText(string name, IGraphType type, string says) =>
        new QueryArgument(type) { Name = name, Description = $"{says} Not by GET." }.WithMetadata(BodyOnly, true);

    public static bool IsFreeText(this QueryArgument argument) => argument.HasMetadata(BodyOnly);

    /// <summary>Refuses a caller whose token has not the scope, on every execution.</summary>
    public static FieldType Needs(this FieldType field, string scope)
    {
        var inner = field.Resolver!;
        field.Description += $" Needs {scope}.";
        field.Resolver = new FuncFieldResolver<object?>(context =>
            GraphRequest.Of(context).Caller.Scopes.Contains(scope) ? inner.ResolveAsync(context) : throw new ProblemException(Problems.Scope(scope)));
        return field;
    }

    /// <summary>What the field costs itself, and by how much it multiplies what is below it.</summary>
    public static FieldType Costs(this FieldType field, double own, double rows = 1) =>
        field.WithMetadata(nameof(FieldCost), new FieldCost(own, rows));

    /// <summary>The rows of a page: as many as the field above is asked for.</summary>
    public static FieldType CostsByPage(this FieldType field) => field.WithMetadata(nameof(FieldCost), new FieldCost(0, null));
}
