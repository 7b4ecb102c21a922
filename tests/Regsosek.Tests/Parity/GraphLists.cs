using System.Text.Json.Nodes;

namespace Regsosek.Tests.Parity;

/// <summary>Entries of a list by GraphQL: what a programme's list shows, whatever fields the list was drafted with.</summary>
internal static class GraphLists
{
    private const string Ranking = "classification{scheme model version stage scope coverage date demonstration}";
    private const string Shown = "place inQuota tied householdId personId "
        + $"household{{id region familyCard headName memberCount welfareClass decile observedOn {Ranking}}} "
        + "person{id nik name sex birthDate relation}";

    public static async Task<string?> Differs(Asking asking, string id, List<JsonObject> expected)
    {
        var first = asking.Query.Limits[0];
        var given = 0;
        for (string? after = null; ;)
        {
            var query = $"query($id:ID!,$n:Int,$a:String){{list(id:$id){{state entries(first:$n,after:$a){{nodes{{{Shown}}} pageInfo{{hasNextPage endCursor}}}}}}}}";
            var reply = await Reply.Post(asking.Http, "/graphql", new { query, variables = new { id, n = first, a = after } });
            if (reply.Status != 200 || reply.Json.TryGetProperty("errors", out _)) return $"GraphQL list: {reply.Status} {reply.Body}";
            var told = GraphReply.Told(reply, "list", "entries");
            List<JsonObject> due = [.. expected.Skip(given).Take(first).Select(Bare)];
            if (GraphReply.Compared($"/list+{given}", due, [.. told.GetProperty("nodes").EnumerateArray()], reply.Json,
                ("household", "ListedHousehold"), ("person", "ListedPerson")) is { } difference) return difference;
            given += due.Count;
            var info = told.GetProperty("pageInfo");
            if (info.GetProperty("hasNextPage").GetBoolean() != given < expected.Count) return $"/hasNextPage after {given} of {expected.Count}: {info}";
            if (given >= expected.Count) return null;
            after = info.GetProperty("endCursor").GetString();
        }
    }

    private static JsonObject Bare(JsonObject entry)
    {
        var bare = (JsonObject)entry.DeepClone();
        bare.TryAdd("personId", null);
        bare.TryAdd("person", null);
        return bare;
    }
}
