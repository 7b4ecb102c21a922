using GraphQL.Types;

namespace Regsosek.Api.Graph;

/// <summary>Where a page stands in its list.</summary>
internal sealed class PageInfoType : ObjectGraphType
{
    public PageInfoType(GraphTypes types)
    {
        Name = "PageInfo";
        Description = "Where a page stands in its list.";
        this.Has("hasNextPage", GraphTypes.Required(types.Boolean), "Rows follow this page.", row => ((Connection)row).HasNext);
        this.Has("hasPreviousPage", GraphTypes.Required(types.Boolean), "The page was asked for by after.", row => ((Connection)row).HasPrevious);
        this.Has("startCursor", types.String, "Cursor of the first row; null on an empty page.", row => ((Connection)row).StartCursor);
        this.Has("endCursor", types.String, "Cursor of the last row, to go on with as after; null on an empty page.",
            row => ((Connection)row).EndCursor);
    }
}
