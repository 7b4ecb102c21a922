namespace Regsosek.Api.Graph;

/// <summary>How much one request may ask. A field costs 1, times the rows it is asked of.</summary>
internal static class GraphLimits
{
    /// <summary>Bytes of a body, and of the variables in it.</summary>
    public const int MaxBody = 100 * 1024, MaxVariables = 16 * 1024;

    /// <summary>Of a document, before and after its fragments are spread out.</summary>
    public const int MaxTokens = 3000, MaxNesting = 60, MaxDefinitions = 50, MaxFields = 1000, MaxAliases = 50;

    /// <summary>Levels of fields.</summary>
    public const int MaxDepth = 8, MaxIntrospectionDepth = 15;

    /// <summary>Enough for 500 families with 30 fields each and 30 of every member.</summary>
    public const int MaxCost = 100_000;

    /// <summary>Cost of one statement: a row's own, a page's first, a count over everything in scope.</summary>
    public const int RowRead = 20, PageRead = 1000, Count = 5000;

    /// <summary>Rows of lists that have no page size.</summary>
    public const int MembersOfAFamily = 5, RunsOfAFamily = 10, OfARegion = 3, Programmes = 10, Lists = 20;

    /// <summary>Documents that are kept ready for each client, and the characters they may have together.</summary>
    public const int KeptDocuments = 200, KeptCharacters = 200_000;

    /// <summary>Documents that may be listed for a client.</summary>
    public const int ListedDocuments = 500;
}
