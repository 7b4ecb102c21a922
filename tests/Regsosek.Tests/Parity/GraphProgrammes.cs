using System.Text.Json.Nodes;

namespace Regsosek.Tests.Parity;

/// <summary>Eligibility by GraphQL.</summary>
internal static class GraphProgrammes
{
    private const string Ranking = "classification{scheme model version stage scope coverage date demonstration}";
    private const string Label = "label{en id}", Amounts = "amounts{value unit per verified where{en id}}";
    private const string Reasons = $"reasons{{clause within outcome needed found source observedOn reason {Label} contest{{en id}}}}";
    private const string Change = $"smallestChange{{verdict changes{{fact {Label} needed contest{{en id}} personId}}}}";
    private const string Benefit = $"benefit{{kind {Amounts} undecided components{{code {Label} person paid {Amounts}}}}}";
    private const string Verdict = $"programme version hash decree householdId verdict missing decidedOn indicative {Ranking} {Reasons} {Benefit} {Change} "
        + $"persons{{personId verdict missing {Reasons} {Benefit} {Change}}} related{{programme kind says{{en id}} verified}}";

    private const string Entry = "householdId personId verdict missing "
        + $"household{{id region familyCard headName memberCount welfareClass decile observedOn {Ranking}}} "
        + "person{id nik name sex birthDate relation}";

    public static async Task<string?> ById(Asking asking)
    {
        var ((id, family), code) = (asking.ById, asking.Query.Programme);
        var query = $"query($id:ID!,$code:String!){{programme(code:$code){{eligibility(householdId:$id{GraphSurfaces.Timed(asking)}){{{Verdict}}}}}}}";
        var reply = await Reply.Post(asking.Http, "/graphql", new { query, variables = new { id, code } });
        var due = ProgrammeSurfaces.Refused(asking);
        if (GraphReply.Differs(reply, due, "programme", "eligibility") is { } refused) return refused;
        if (due is not null) return null;
        return Difference.Loose(
            id, family is null ? null : asking.Oracle.Eligibility(code, family), GraphReply.Told(reply, "programme", "eligibility"));
    }

    public static async Task<string?> Pages(Asking asking)
    {
        const string Page = $"nodes{{{Entry}}} pageInfo{{hasNextPage endCursor}}";
        var document = "query($code:String!,$r:String,$v:String,$n:Int,$a:String){programme(code:$code)"
            + $"{{eligible(region:$r,verdict:$v,first:$n,after:$a{GraphSurfaces.Timed(asking)}){{{Page}}}}}}}";
        var (asked, due) = (asking.Query, ProgrammeSurfaces.Refused(asking));
        var entries = due is null ? asking.Oracle.Eligible(asked.Programme, asked.EligibleRegion, asked.Verdicts) : [];
        var (given, page) = (0, 0);
        for (string? after = null; ;)
        {
            var first = asked.Limits[^(1 + (page++ % asked.Limits.Length))];
            var variables = new { code = asked.Programme, r = asked.EligibleRegion, v = string.Join(',', asked.Verdicts), n = first, a = after };
            var reply = await Reply.Post(asking.Http, "/graphql", new { query = document, variables });
            if (GraphReply.Differs(reply, due, "programme", "eligible") is { } refused) return refused;
            if (due is not null) return null;
            var told = GraphReply.Told(reply, "programme", "eligible");
            List<JsonObject> expected = [.. entries.Skip(given).Take(first).Select(e => e.Bare)];
            if (GraphReply.Compared($"/nodes+{given}", expected, [.. told.GetProperty("nodes").EnumerateArray()], reply.Json,
                ("household", "EligibleHousehold"), ("person", "EligiblePerson")) is { } difference) return difference;
            given += expected.Count;
            var info = told.GetProperty("pageInfo");
            if (info.GetProperty("hasNextPage").GetBoolean() != given < entries.Count)
                return $"/hasNextPage after {given} of {entries.Count}: {info}";
            if (given >= entries.Count) return null;
            after = info.GetProperty("endCursor").GetString();
        }
    }
}
