using GraphQL.Validation.Complexity;

namespace Regsosek.Api.Graph;

/// <summary>How much one request may ask. A field costs 1, times the rows it is asked of.</summary>
internal static class GraphLimits
{
    public const int MaxBody = 100 * 1024, MaxDefinitions = 50, MaxFields = 1000, MaxDepth = 8, MaxIntrospectionDepth = 15;

    /// <summary>Enough for 500 families with 30 fields each and 30 of every member.</summary>
    public const int MaxCost = 100_000;

    /// <summary>Cost of one statement: a row's own, a page's first, a count over everything in scope.</summary>
    public const int RowRead = 20, PageRead = 1000, Count = 5000;

    /// <summary>Rows of lists that have no page size.</summary>
    public const int MembersOfAFamily = 5, RunsOfAFamily = 10, OfARegion = 3, Programmes = 10;

    public static void Set(ComplexityOptions options)
    {
        options.MaxComplexity = MaxCost;
        options.DefaultListImpactMultiplier = MembersOfAFamily;
    }
}
