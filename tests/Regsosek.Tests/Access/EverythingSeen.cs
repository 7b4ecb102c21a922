using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Regsosek.Api.Partners;
using Regsosek.Tests.Graph;

namespace Regsosek.Tests.Access;

/// <summary>Asks everything there is for one partner and keeps all that comes back, headers and refusals too.
/// Where the agreement has the scope, an answer must come.</summary>
internal sealed class EverythingSeen(TestHub hub, HttpClient http, PartnerDocument partner)
{
    private const string Households = "/api/v1/households", Any = "ELIGIBLE,UNKNOWN,NOT_ELIGIBLE";
    private readonly StringBuilder _seen = new();

    public static async Task<string> By(TestHub hub, PartnerDocument partner, IReadOnlyList<string> niks)
    {
        var all = new EverythingSeen(hub, await hub.As(partner.Code), partner);
        await all.OfFamilies();
        foreach (var programme in partner.Programmes.DefaultIfEmpty("PKH")) await all.OfProgramme(programme, niks);
        await all.OfNumbers(niks);
        await all.OfGraph();
        await all.Pages("/api/v1/access-log?limit=200", "accesslog.read");
        await all.Get("/api/v1/agreements", "partners.manage");
        await all.Get("/api/v1/classification/models", "registry.read");
        await all.Get("/api/v1/me");
        return all._seen.ToString();
    }

    private bool Reads => partner.Scopes.Contains("registry.read");

    private async Task OfFamilies()
    {
        await Pages($"{Households}?limit=500&include=members&count=exact", "registry.read");
        await Get($"{Households}?include=members", "registry.read", "application/x-ndjson");
        await Get(Households, "registry.read", "text/csv");
        foreach (var id in await Ids())
        {
            await Get($"{Households}/{id}", "registry.read");
            var standings = await Get($"{Households}/{id}/classifications", "registry.read");
            if (standings.Contains("\"decile\"", StringComparison.Ordinal)) await Get($"{Households}/{id}/classifications/explanation", "registry.read");
        }
    }

    private async Task OfProgramme(string programme, IReadOnlyList<string> niks)
    {
        await OfGraph(programme);
        foreach (var id in await Ids()) await Get($"/api/v1/programmes/{programme}/eligibility/{id}", "eligibility.read");
        await Pages($"/api/v1/programmes/{programme}/eligible?limit=500&verdict={Any}", "eligibility.read");
        await Post($"/api/v1/programmes/{programme}/eligibility/batch", "eligibility.read", new { niks });
    }

    private async Task OfNumbers(IReadOnlyList<string> niks)
    {
        foreach (var nik in niks.Take(50)) await Post("/api/v1/lookup", "registry.read", new { nik });
        await Post("/api/v1/lookup/batch", "registry.read", new { niks });
    }

    private async Task OfGraph()
    {
        for (string? after = null; ;)
        {
            var page = $"totalCount edges{{cursor}} nodes{{{hub.Every("Household")}}} pageInfo{{endCursor hasNextPage}}";
            var answer = await Graph("registry.read", $"households(first:50,after:$after){{{page}}}", after);
            if (answer?.HasNext() != true) break;
            after = answer.Value.EndCursor();
        }

        foreach (var id in await Ids())
        {
            await Graph("registry.read", $"household(id:\"{id}\"){{{hub.Every("Household")}}}");
            await Graph("registry.read", $"classifications(householdId:\"{id}\"){{{hub.Every("Standing")}}}");
            await Graph("registry.read", $"explanation(householdId:\"{id}\"){{{hub.Every("Explanation")}}}");
        }
    }

    private async Task OfGraph(string programme)
    {
        foreach (var id in (await Ids()).Take(30))
            await Graph("eligibility.read", $"programme(code:\"{programme}\"){{eligibility(householdId:\"{id}\"){{{hub.Every("Eligibility")}}}}}");
        for (string? after = null; ;)
        {
            var page = $"edges{{cursor}} nodes{{{hub.Every("EligibleEntry")}}} pageInfo{{endCursor hasNextPage}}";
            var answer = await Graph("eligibility.read", $"programme(code:\"{programme}\"){{eligible(verdict:\"{Any}\",first:100,after:$after){{{page}}}}}", after);
            if (answer?.GetProperty("eligible").HasNext() != true) return;
            after = answer.Value.GetProperty("eligible").EndCursor();
        }
    }

    /// <summary>One field of the graph; null where the agreement lacks the scope, which must be said.</summary>
    private async Task<JsonElement?> Graph(string scope, string field, string? after = null)
    {
        var query = field.Contains("$after", StringComparison.Ordinal) ? $"query($after:String){{{field}}}" : $"{{{field}}}";
        var answer = JsonDocument.Parse(await Post("/graphql", "", new { query, variables = new { after } })).RootElement;
        if (partner.Scopes.Contains(scope)) return answer.Data();
        answer.Error("scope-missing");
        return null;
    }

    /// <summary>Ids that this partner has, or some that are real when it has none.</summary>
    private async Task<IEnumerable<string>> Ids()
    {
        var list = await (await hub.As(Reads ? partner.Code : "kemensos")).Json($"{Households}?limit=500&fields=id");
        var ids = list.Items().Select(h => h.GetProperty("id").GetString()!);
        return Reads ? ids : ids.Take(3);
    }

    private async Task Pages(string url, string scope)
    {
        for (var next = url; ;)
        {
            var page = JsonDocument.Parse(await Get(next, scope)).RootElement;
            if (!page.TryGetProperty("next", out var cursor) || cursor.IsNull()) return;
            next = $"{url}&cursor={cursor.GetString()}";
        }
    }

    private async Task<string> Get(string url, string scope = "", string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Accept", type } } };
        return await Keep(await http.SendAsync(request), scope);
    }

    private async Task<string> Post(string url, string scope, object body) => await Keep(await http.PostAsJsonAsync(url, body), scope);

    private async Task<string> Keep(HttpResponseMessage answer, string scope)
    {
        using var own = answer;
        var body = await answer.Content.ReadAsStringAsync();
        var expected = scope.Length == 0 || partner.Scopes.Contains(scope) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        Assert.True(expected == answer.StatusCode, $"{answer.RequestMessage!.RequestUri!.PathAndQuery}: {(int)answer.StatusCode} {body}");
        _seen.Append(answer.Headers).Append(answer.Content.Headers).AppendLine(body);
        return body;
    }
}
