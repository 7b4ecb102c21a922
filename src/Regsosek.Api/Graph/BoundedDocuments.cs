using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>Parses queries, and refuses those that are too large or too deep before anything costly is done with them: validation already
/// walks every fragment.</summary>
internal sealed class BoundedDocuments : IDocumentBuilder
{
    private readonly GraphQLDocumentBuilder _parser = new();

    public GraphQLDocument Build(string body)
    {
        var document = _parser.Build(body);
        if (document.Definitions.Count > GraphLimits.MaxDefinitions)
            throw Refused(Problems.QueryTooCostly, $"At most {GraphLimits.MaxDefinitions} operations and fragments.");
        var extents = new Extents(document);
        foreach (var definition in document.Definitions)
            Check(definition as GraphQLOperationDefinition, extents.Of((definition as IHasSelectionSetNode)?.SelectionSet));
        return document;
    }

    private static void Check(GraphQLOperationDefinition? operation, Extent extent)
    {
        if (extent.Fields > GraphLimits.MaxFields)
            throw Refused(Problems.QueryTooCostly, $"At most {GraphLimits.MaxFields} fields, fragments spread out.");
        if (operation is null) return;
        if (operation.Operation != OperationType.Query) throw Refused(Problems.InvalidQuery, "There are queries only.");
        if (extent.Depth > GraphLimits.MaxDepth)
            throw Refused(Problems.QueryTooCostly, $"At most {GraphLimits.MaxDepth} levels deep; this is {extent.Depth}.");
        if (extent.Introspection > GraphLimits.MaxIntrospectionDepth)
            throw Refused(Problems.QueryTooCostly, $"Introspection goes at most {GraphLimits.MaxIntrospectionDepth} levels deep.");
    }

    private static ExecutionError Refused(Problem problem, string says) => new(problem.Title, new ProblemException(problem with { Detail = says }));
}
