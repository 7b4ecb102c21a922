using GraphQLParser.AST;

namespace Regsosek.Api.Graph;

/// <summary>How far a selection reaches with its fragments spread out: fields and aliases in all, levels of data,
/// levels of introspection.</summary>
internal readonly record struct Extent(int Fields, int Aliases, int Depth, int Introspection)
{
    private const int Enough = 1_000_000;

    public static Extent operator +(Extent a, Extent b) =>
        new(Math.Min(a.Fields + b.Fields, Enough), Math.Min(a.Aliases + b.Aliases, Enough), Math.Max(a.Depth, b.Depth),
            Math.Max(a.Introspection, b.Introspection));

    public Extent Under(GraphQLField field)
    {
        var aliases = Aliases + (field.Alias is null ? 0 : 1);
        return field.Name.StringValue.StartsWith("__", StringComparison.Ordinal)
            ? new(Fields + 1, aliases, 1, Depth + 1)
            : new(Fields + 1, aliases, Depth + 1, Introspection);
    }
}

/// <summary>Measures selections; a fragment is measured once, however often it is spread. A cycle counts once: validation refuses it.</summary>
internal sealed class Extents(GraphQLDocument document)
{
    private readonly Dictionary<string, Extent> _fragments = [];

    public Extent Of(GraphQLSelectionSet? set)
    {
        var sum = default(Extent);
        foreach (var selection in set?.Selections ?? [])
        {
            sum += selection switch
            {
                GraphQLField field => Of(field.SelectionSet).Under(field),
                GraphQLInlineFragment inline => Of(inline.SelectionSet),
                GraphQLFragmentSpread spread => Of(spread.FragmentName.Name.StringValue),
                _ => default,
            };
        }

        return sum;
    }

    private Extent Of(string fragment)
    {
        if (_fragments.TryGetValue(fragment, out var known)) return known;
        _fragments[fragment] = default;
        var found = document.Definitions.OfType<GraphQLFragmentDefinition>().FirstOrDefault(f => f.FragmentName.Name.Value == fragment);
        return _fragments[fragment] = Of(found?.SelectionSet);
    }
}
