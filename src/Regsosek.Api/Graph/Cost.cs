using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Regsosek.Api.Households;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>What a field costs itself, and by how many rows it multiplies what is below it; null: by the page size of the field above.</summary>
internal sealed record FieldCost(double Own, double? Rows);

/// <summary>Counts a query before it runs, page sizes multiplied in. It hangs on the variables, so it is counted on every request, whether
/// the document is kept or not.</summary>
internal sealed class CostLimit : DocumentExecutionListenerBase
{
    public static readonly CostLimit Instance = new();

    public override Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (!validationResult.IsValid) return Task.CompletedTask;
        var cost = new Cost(context).Of(context.Schema.Query, context.Operation.SelectionSet, null);
        ((GraphRequest)context.UserContext).Cost = cost;
        if (cost > GraphLimits.MaxCost)
        {
            context.Errors.Add(new ExecutionError(Problems.QueryTooCostly.Title,
                new ProblemException(Problems.QueryTooCostly with { Detail = $"The query costs {cost:0}; at most {GraphLimits.MaxCost}." })));
        }

        return Task.CompletedTask;
    }
}

internal sealed class Cost(IExecutionContext context)
{
    private static readonly FieldCost One = new(1, 1), OfAList = new(1, GraphLimits.MembersOfAFamily);

    /// <param name="above">The field whose selection it is.</param>
    public double Of(IGraphType type, GraphQLSelectionSet? set, GraphQLField? above) => (set?.Selections ?? [])
        .Where(selection => Asked.IsIncluded(context.Variables, (IHasDirectivesNode)selection))
        .Sum(selection => selection switch
        {
            GraphQLField field => Of((IObjectGraphType)type, field, above),
            GraphQLInlineFragment inline => Of(Type(inline.TypeCondition) ?? type, inline.SelectionSet, above),
            GraphQLFragmentSpread spread when Asked.Fragment(context.Document, spread) is var fragment =>
                Of(Type(fragment.TypeCondition)!, fragment.SelectionSet, above),
            _ => 0,
        });

    private double Of(IObjectGraphType type, GraphQLField field, GraphQLField? above)
    {
        var schema = context.Schema;
        var definition = type.Fields.Find(field.Name.Value)
            ?? new[] { schema.TypeNameMetaFieldType, schema.SchemaMetaFieldType, schema.TypeMetaFieldType }.First(f => f.Name == field.Name.Value);
        var cost = definition.GetMetadata<FieldCost>(nameof(FieldCost))
            ?? (RowPlan.Bare(definition.ResolvedType!) is ListGraphType ? OfAList : One);
        return field.SelectionSet is null
            ? cost.Own
            : cost.Own + ((cost.Rows ?? PageSize(above)) * Of((IGraphType)definition.ResolvedType!.GetNamedType(), field.SelectionSet, field));
    }

    private int PageSize(GraphQLField? field) =>
        field is not null && context.ArgumentValues?.TryGetValue(field, out var given) == true && given.TryGetValue(Pages.First, out var first)
            && first.Value is int size
            ? Math.Clamp(size, 1, HouseholdQuery.MaxLimit)
            : HouseholdQuery.DefaultLimit;

    private IGraphType? Type(GraphQLTypeCondition? condition) => condition is null ? null : context.Schema.AllTypes[condition.Type.Name.Value];
}
