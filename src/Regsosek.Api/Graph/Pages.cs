using GraphQL;
using GraphQL.Types;
using Regsosek.Api.Households;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>Connections: forward only, by first and after.</summary>
internal sealed class Pages(GraphTypes types)
{
    public const string First = "first", After = "after";
    private readonly PageInfoType _pageInfo = new(types);

    public IEnumerable<QueryArgument> Arguments =>
    [
        new(types.Int) { Name = First, Description = $"Rows of a page, 1 to {HouseholdQuery.MaxLimit}.", DefaultValue = HouseholdQuery.DefaultLimit },
        new(types.String)
        {
            Name = After,
            Description = "Cursor after which the page begins. Lists go forward only: there is neither last nor before."
        },
    ];

    public static (int First, string? After) Asked(IResolveFieldContext context)
    {
        var first = context.GetArgument<int?>(First) ?? HouseholdQuery.DefaultLimit;
        return first is >= 1 and <= HouseholdQuery.MaxLimit
            ? (first, context.GetArgument<string?>(After))
            : throw new ProblemException(Problems.Invalid(First, $"1 to {HouseholdQuery.MaxLimit}."));
    }

    public ObjectGraphType ConnectionOf(ObjectGraphType node, bool counted = false)
    {
        var edge = new ObjectGraphType { Name = $"{node.Name}Edge", Description = $"One {node.Name} with its place." };
        edge.Has("cursor", GraphTypes.Required(types.String), "Its place.", row => ((Edge)row).Cursor);
        edge.Has("node", GraphTypes.Required(node), "The row.", row => ((Edge)row).Node).Costs(0);

        var connection = new ObjectGraphType { Name = $"{node.Name}Connection", Description = $"A page: rows of {node.Name}." };
        connection.Has("nodes", GraphTypes.Required(GraphTypes.ListOf(node)), "The rows.", row => ((Connection)row).Nodes)
            .CostsByPage();
        connection.Has("edges", GraphTypes.Required(GraphTypes.ListOf(edge)), "The rows with their places.",
            row => ((Connection)row).Edges).CostsByPage();
        connection.Has("pageInfo", GraphTypes.Required(_pageInfo), "Where the page stands.", row => row);
        if (counted)
            connection.Has("totalCount", types.Int, "Rows of the whole list; counted when asked for.", row => ((Connection)row).Total)
                .Costs(GraphLimits.Count);
        return connection;
    }
}
