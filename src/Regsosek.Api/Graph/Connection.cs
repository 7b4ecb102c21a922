using GraphQL;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>A page on its way out. Its cursors are known when they were asked for; they name a place and give no right to anything.</summary>
internal sealed record Connection(IReadOnlyList<object> Nodes, IReadOnlyList<string>? Cursors, bool HasNext, bool HasPrevious, long? Total)
{
    public IEnumerable<Edge> Edges => Nodes.Select((node, i) => new Edge(Cursors?[i], node));

    public string? StartCursor => Cursors is [var first, ..] ? first : null;
    public string? EndCursor => Cursors is [.., var last] ? last : null;

    public static Connection Of<T>(Page<T> page, string? after)
        where T : class => new(page.Items, page.Places, page.Next is not null, after is not null, page.Total);

    public static bool AsksCursors(IResolveFieldContext context) =>
        Asked.Below(context, "edges").Contains("cursor") || Asked.Below(context, "pageInfo").Overlaps(["startCursor", "endCursor"]);
}

/// <summary>A row with its place.</summary>
internal sealed record Edge(string? Cursor, object Node);
