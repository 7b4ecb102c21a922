using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>Parses queries, and refuses those that are too large or too deep before anything costly is done with them: validation already
/// walks every fragment.</summary>
internal sealed class BoundedDocuments : IDocumentBuilder
{
    private readonly GraphQLDocumentBuilder _parser = new() { MaxDepth = GraphLimits.MaxNesting };

    public GraphQLDocument Build(string body)
    {
        var document = Parse(body);
        if (document.Definitions.Count > GraphLimits.MaxDefinitions)
            throw TooCostly($"At most {GraphLimits.MaxDefinitions} operations and fragments.");
        var extents = new Extents(document);
        foreach (var definition in document.Definitions)
            Check(definition as GraphQLOperationDefinition, extents.Of((definition as IHasSelectionSetNode)?.SelectionSet));
        return document;
    }

    private GraphQLDocument Parse(string body)
    {
        try
        {
            var (at, tokens) = (0, 0);
            for (var token = Lexer.Lex(body, at); token.Kind != TokenKind.EOF; token = Lexer.Lex(body, at))
            {
                if (++tokens > GraphLimits.MaxTokens) throw TooCostly($"At most {GraphLimits.MaxTokens} tokens.");
                at = token.End;
            }

            return _parser.Build(body);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw TooCostly($"At most {GraphLimits.MaxNesting} brackets inside each other.");
        }
        catch (GraphQLSyntaxErrorException fault)
        {
            throw new SyntaxError(fault);
        }
    }

    private static void Check(GraphQLOperationDefinition? operation, Extent extent)
    {
        if (extent.Fields > GraphLimits.MaxFields) throw TooCostly($"At most {GraphLimits.MaxFields} fields, fragments spread out.");
        if (extent.Aliases > GraphLimits.MaxAliases) throw TooCostly($"At most {GraphLimits.MaxAliases} aliases, fragments spread out.");
        if (operation is null) return;
        if (operation.Operation != OperationType.Query)
            throw Refused(Problems.InvalidQuery with { Detail = "There are queries only." });
        if (extent.Depth > GraphLimits.MaxDepth) throw TooCostly($"At most {GraphLimits.MaxDepth} levels deep; this is {extent.Depth}.");
        if (extent.Introspection > GraphLimits.MaxIntrospectionDepth)
            throw TooCostly($"Introspection goes at most {GraphLimits.MaxIntrospectionDepth} levels deep.");
    }

    private static ExecutionError TooCostly(string says) => Refused(Problems.QueryTooCostly with { Detail = says });

    private static ExecutionError Refused(Problem problem) => new(problem.Title, new ProblemException(problem));
}
