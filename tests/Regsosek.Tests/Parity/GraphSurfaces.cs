using System.Text.Json;
using System.Text.Json.Nodes;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Parity;

/// <summary>Families by GraphQL: the same rows; a hidden field that is selected is null, its reason in extensions.masked.</summary>
internal static class GraphSurfaces
{
    private const string Scope = "registry.read";
    private const string Ranking = "scheme model version stage scope coverage date demonstration";
    private const string Standing =
        "run model version stage scope coverage date demonstration decile score likelihood expenditure assumptions missing classes{scheme class}";

    private static readonly (string?, string)[] OfHousehold = [(null, "Household"), ("members", "Member")];

    public static readonly IReadOnlyList<Surface> All =
    [
        new("GraphQL pages", ["GraphQL", "Query.households", "Household.classifications"],
            asking => Pages(asking, body => Reply.Post(asking.Http, "/graphql", body))),
        new("GraphQL by address", ["GraphQLByAddress"], asking => Pages(asking, body => Reply.Get(asking.Http, Address(body)))) { Every = 8 },
        new("GraphQL by id", ["Query.household"], ById),
        new("GraphQL classifications", ["Query.classifications"], Classifications) { Every = 4 },
        new("GraphQL explanation", ["Query.explanation"], Explanation) { Every = 4 },
        new("GraphQL eligibility", ["Query.programme", "Programme.eligibility"], GraphProgrammes.ById) { Every = 4 },
        new("GraphQL eligible", ["Programme.eligible"], GraphProgrammes.Pages) { Every = 4 },
    ];

    private static async Task<string?> Pages(Asking asking, Func<Body, Task<Reply>> ask)
    {
        var query = asking.Query;
        var due = asking.RefusedNaming(Scope, query with { Fields = null });
        var rows = due is null ? asking.Oracle.List(query) : [];
        var (given, page) = (0, 0);
        for (string? after = null; ;)
        {
            var first = query.Limits[^(1 + (page++ % query.Limits.Length))];
            var reply = await ask(Asked(asking, first, after));
            if (GraphReply.Differs(reply, due, "households") is { } refused) return refused;
            if (due is not null) return null;
            var told = GraphReply.Told(reply, "households");
            var nodes = query.Edges
                ? told.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("node"))
                : told.GetProperty("nodes").EnumerateArray();
            var expected = rows.Skip(given).Take(first).Select(h => Node(asking.Oracle, h, query, query.Members)).ToList();
            if (GraphReply.Compared($"/nodes+{given}", expected, [.. nodes], reply.Json, OfHousehold) is { } difference) return difference;
            if (query.Count && told.GetProperty("totalCount").GetInt64() != rows.Count)
                return $"/totalCount: {rows.Count} was due, not {told.GetProperty("totalCount")}";
            given += expected.Count;
            var info = told.GetProperty("pageInfo");
            if (info.GetProperty("hasNextPage").GetBoolean() != given < rows.Count) return $"/hasNextPage after {given} of {rows.Count} rows: {info}";
            if (given >= rows.Count) return null;
            after = info.GetProperty("endCursor").GetString();
        }
    }

    private static async Task<string?> ById(Asking asking)
    {
        var (id, family) = asking.ById;
        var selection = Selection(asking.Query, members: true);
        var reply = await Reply.Post(asking.Http, "/graphql",
            new { query = $"query($id:ID!){{household(id:$id{Timed(asking)}){{{selection}}}}}", variables = new { id } });
        var due = asking.Refused(Scope);
        if (GraphReply.Differs(reply, due, "household") is { } refused) return refused;
        if (due is not null) return null;
        var told = GraphReply.Told(reply, "household");
        return family is null
            ? Difference.At(id, null, told)
            : GraphReply.Compared(id, [Node(asking.Oracle, family, asking.Query, members: true)], [told], reply.Json, OfHousehold);
    }

    /// <summary>Classifications asked by the id of the family.</summary>
    private static async Task<string?> Classifications(Asking asking)
    {
        var (id, family) = asking.ById;
        var reply = await Reply.Post(asking.Http, "/graphql",
            new { query = $"query($id:ID!){{classifications(householdId:$id{Timed(asking)}){{{Standing}}}}}", variables = new { id } });
        var due = asking.Refused(Scope) ?? (family is not null && !asking.Oracle.Sees(Data.FieldGroups.Classification)
            ? new Refusal("field-not-granted") { Fields = ["classification"] } : null);
        if (GraphReply.Differs(reply, due, "classifications") is { } refused) return refused;
        return due is not null ? null : Difference.At(id, family is null ? null : Standings(asking.Oracle, family),
            GraphReply.Told(reply, "classifications"));
    }

    /// <summary>The place in the run in force, and points for those alone who may see them.</summary>
    private static async Task<string?> Explanation(Asking asking)
    {
        asking = asking.OfNow;
        var (id, family) = asking.ById;
        var reply = await Reply.Post(asking.Http, "/graphql", new
        {
            query = $"query($id:ID!){{explanation(householdId:$id){{standing{{{Standing}}} lines{{line}} contributions{{item}} place{{position}}}}}}",
            variables = new { id },
        });
        var due = asking.Refused(Scope) ?? (family is not null && !asking.Oracle.Sees(Data.FieldGroups.Classification)
            ? new Refusal("field-not-granted") { Fields = ["classification"] } : null);
        if (GraphReply.Differs(reply, due, "explanation") is { } refused) return refused;
        if (due is not null) return null;
        var told = GraphReply.Told(reply, "explanation");
        if (family?.Rank.Decile is null) return Difference.At(id, null, told);
        string[] scored = ["lines", "contributions", "place"];
        if (scored.Any(name => (told.GetProperty(name).ValueKind == JsonValueKind.Null) == asking.Oracle.Sees(Data.FieldGroups.Score))) return "points are shown or hidden against the grant";
        return Difference.At(id, Standings(asking.Oracle, family)[0]!.DeepClone(), told.GetProperty("standing"));
    }

    /// <param name="query">The document.</param>
    /// <param name="variables">Its variables.</param>
    private sealed record Body(string query, Dictionary<string, object?> variables);

    private static string Address(Body body) =>
        $"/graphql?query={Uri.EscapeDataString(body.query)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(body.variables))}";

    /// <summary>As of when, as arguments after others.</summary>
    public static string Timed(Asking asking) => string.Concat(asking.Times.Select(t => $",{t.Name}:\"{t.Text}\""));

    private static Body Asked(Asking asking, int first, string? after)
    {
        var query = asking.Query;
        var variables = new Dictionary<string, object?> { ["first"] = first, ["after"] = after, ["sort"] = query.Sort };
        List<(string Name, string Text)> named = [.. query.Filters, .. asking.Times];
        foreach (var (name, text) in named) variables[name] = text;
        var declared = string.Concat(named.Select(f => $",${f.Name}:String"));
        var given = string.Concat(named.Select(f => $",{f.Name}:${f.Name}"));
        var selection = Selection(query, query.Members);
        var nodes = query.Edges ? $"edges{{cursor node{{{selection}}}}}" : $"nodes{{{selection}}}";
        var count = query.Count ? "totalCount " : "";
        return new(
            $"query($first:Int,$after:String,$sort:String{declared}){{households(first:$first,after:$after,sort:$sort{given})"
                + $"{{{count}{nodes} pageInfo{{hasNextPage endCursor}}}}}}",
            variables);
    }

    /// <summary>With the ids of members always: the reasons name rows by them.</summary>
    private static (IReadOnlyList<string> Family, IReadOnlyList<string>? Member) Selected(Query query, bool members)
    {
        var (fields, ofMember) = Oracle.Selected(query.Fields, members);
        return (fields, ofMember is null ? null : [.. ofMember.Append("id").Distinct()]);
    }

    private static string Selection(Query query, bool members)
    {
        var (fields, ofMember) = Selected(query, members);
        return string.Join(' ', fields.Select(f => f switch
        {
            "classification" => $"classification{{{Ranking}}}",
            "members" => $"members{{{string.Join(' ', ofMember!)}}}",
            _ => f,
        }).Append(query.Standings ? $"classifications{{{Standing}}}" : ""));
    }

    /// <summary>The row of REST, and the classifications where they are asked for.</summary>
    private static JsonObject Node(Oracle oracle, Household family, Query query, bool members)
    {
        var (fields, ofMember) = Selected(query, members);
        var node = oracle.Row(family, fields, ofMember);
        if (!query.Standings) return node;
        var seen = oracle.Sees(Data.FieldGroups.Classification);
        if (!seen) node["_masked"]!["classifications"] = "not-granted";
        node["classifications"] = seen ? Standings(oracle, family) : null;
        return node;
    }

    private static JsonArray Standings(Oracle oracle, Household family)
    {
        var standings = oracle.Standings(family);
        foreach (var standing in standings)
        {
            standing!["classes"] = new JsonArray([.. standing["classes"]!.AsObject().Select(c =>
                new JsonObject { ["scheme"] = c.Key, ["class"] = c.Value!.GetValue<string>() })]);
        }

        return standings;
    }
}
