using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Regsosek.Api.Graph;

/// <summary>Finds the fields of a document that can be written straight from rows. A directive, a field that waits for a reader, the same
/// name twice: such a selection is left to the ordinary execution, and what is below it is looked at by itself.</summary>
internal sealed class RowPlans(GraphQLDocument document, ISchema schema)
{
    private readonly Dictionary<GraphQLField, RowPlan> _found = [];
    private readonly HashSet<string> _open = [];

    public static IReadOnlyDictionary<GraphQLField, RowPlan> Of(GraphQLDocument document, ISchema schema)
    {
        var plans = new RowPlans(document, schema);
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLOperationDefinition operation) plans.Look(schema.Query, operation.SelectionSet);
            if (definition is GraphQLFragmentDefinition fragment)
                plans.Look(schema.AllTypes[fragment.TypeCondition.Type.Name.Value], fragment.SelectionSet);
        }

        return plans._found;
    }

    private void Look(IGraphType? type, GraphQLSelectionSet? set)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is GraphQLInlineFragment inline) Look(type, inline.SelectionSet);
            if (selection is not GraphQLField { SelectionSet: not null } field) continue;
            if ((type as IObjectGraphType)?.Fields.Find(field.Name.Value) is not { ResolvedType: { } of }) continue;
            if (Plan(of, field.SelectionSet) is { } plan) _found[field] = plan;
            else Look(Named(of), field.SelectionSet);
        }
    }

    private RowPlan? Plan(IGraphType type, GraphQLSelectionSet? set)
    {
        if (Named(type) is ScalarGraphType) return new(type, []);
        var cells = new List<RowPlan.Cell>();
        return Named(type) is IObjectGraphType row && Add(cells, row, set) && cells.DistinctBy(c => c.Name).Count() == cells.Count
            ? new(type, cells)
            : null;
    }

    private bool Add(List<RowPlan.Cell> cells, IObjectGraphType row, GraphQLSelectionSet? set) => set is not null && set.Selections.All(selection =>
        selection is IHasDirectivesNode { Directives: null or { Count: 0 } } && selection switch
        {
            GraphQLField field => Add(cells, row, field),
            GraphQLInlineFragment inline => IsOf(row, inline.TypeCondition) && Add(cells, row, inline.SelectionSet),
            GraphQLFragmentSpread spread => Add(cells, row, spread),
            _ => false,
        });

    private bool Add(List<RowPlan.Cell> cells, IObjectGraphType row, GraphQLField field)
    {
        var name = JsonEncodedText.Encode((field.Alias?.Name ?? field.Name).StringValue);
        if (field.Name.Value == "__typename")
        {
            cells.Add(new(name, null, null, row.Name));
            return true;
        }

        if (row.Fields.Find(field.Name.Value) is not PlainField { IsPlain: true, ResolvedType: { } type } plain) return false;
        if (Plan(type, field.SelectionSet) is not { } value) return false;
        cells.Add(new(name, plain, value, row.Name));
        return true;
    }

    private bool Add(List<RowPlan.Cell> cells, IObjectGraphType row, GraphQLFragmentSpread spread)
    {
        var name = spread.FragmentName.Name.StringValue;
        var fragment = document.Definitions.OfType<GraphQLFragmentDefinition>().FirstOrDefault(f => f.FragmentName.Name.Value == name);
        if (fragment is null || fragment.Directives is { Count: > 0 } || !IsOf(row, fragment.TypeCondition) || !_open.Add(name)) return false;
        var added = Add(cells, row, fragment.SelectionSet);
        _open.Remove(name);
        return added;
    }

    private bool IsOf(IObjectGraphType row, GraphQLTypeCondition? condition) =>
        condition is null || ReferenceEquals(schema.AllTypes[condition.Type.Name.Value], row);

    private static IGraphType Named(IGraphType type)
    {
        while (type is NonNullGraphType or ListGraphType)
            type = type is NonNullGraphType required ? required.ResolvedType! : ((ListGraphType)type).ResolvedType!;
        return type;
    }
}
