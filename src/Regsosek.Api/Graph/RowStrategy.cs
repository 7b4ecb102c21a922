using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionNode = GraphQL.Execution.ExecutionNode;

namespace Regsosek.Api.Graph;

/// <summary>Executes a query field after field, for one registry serves one request; a field with a <see cref="RowPlan"/> is one node,
/// whatever is below it.</summary>
internal sealed class RowStrategy : SerialExecutionStrategy
{
    protected override ExecutionNode BuildExecutionNode(
        ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null)
    {
        if (field.SelectionSet is null || !Request(parent).Plans.TryGetValue(field, out var plan))
            return base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode);
        return new RowNode(parent, RowPlan.Bare(graphType), field, fieldDefinition, indexInParentNode, plan);
    }

    /// <summary>The request is the root of its answer.</summary>
    private static GraphRequest Request(ExecutionNode node)
    {
        while (node is not RootExecutionNode) node = node.Parent;
        return (GraphRequest)node.Result!;
    }
}

/// <summary>Rows that are read, and how they are written.</summary>
internal sealed class RowNode(ExecutionNode parent, IGraphType type, GraphQLField field, FieldType definition, int? index, RowPlan plan)
    : ExecutionNode(parent, type, field, definition, index)
{
    public RowPlan Plan => plan;

    public override object? ToValue() => Result;
}
