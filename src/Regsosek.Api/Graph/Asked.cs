using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Regsosek.Api.Graph;

/// <summary>Looks ahead: the names of fields a request asks for below the field that is being resolved, so that one statement
/// reads just those.</summary>
internal static class Asked
{
    /// <param name="path">Names of fields that lead down, whatever their aliases.</param>
    public static HashSet<string> Below(IResolveFieldContext context, params ReadOnlySpan<string> path)
    {
        List<GraphQLField> level = [context.FieldAst];
        foreach (var name in path) level = [.. level.SelectMany(f => Fields(context, f.SelectionSet)).Where(f => f.Name.Value == name)];
        return [.. level.SelectMany(f => Fields(context, f.SelectionSet)).Select(f => f.Name.StringValue)];
    }

    private static IEnumerable<GraphQLField> Fields(IResolveFieldContext context, GraphQLSelectionSet? set) => (set?.Selections ?? [])
        .Where(s => IsIncluded(context.Variables, (IHasDirectivesNode)s))
        .SelectMany(s => s switch
        {
            GraphQLField field => [field],
            GraphQLInlineFragment inline => Fields(context, inline.SelectionSet),
            GraphQLFragmentSpread spread => Fields(context, Fragment(context.Document, spread).SelectionSet),
            _ => Enumerable.Empty<GraphQLField>(),
        });

    public static GraphQLFragmentDefinition Fragment(GraphQLDocument document, GraphQLFragmentSpread spread) =>
        document.Definitions.OfType<GraphQLFragmentDefinition>().First(f => f.FragmentName.Name.Value == spread.FragmentName.Name.Value);

    public static bool IsIncluded(Variables variables, IHasDirectivesNode node) => node.Directives is null || node.Directives.Items.All(d =>
        d.Name.Value == "skip" ? !Holds(variables, d) : d.Name.Value != "include" || Holds(variables, d));

    private static bool Holds(Variables variables, GraphQLDirective directive) => directive.Arguments!.Items[0].Value switch
    {
        GraphQLTrueBooleanValue => true,
        GraphQLVariable variable => variables.ValueFor(variable.Name.Value, out var value) && value.Value is true,
        _ => false,
    };
}
