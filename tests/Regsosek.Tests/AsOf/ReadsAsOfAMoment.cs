using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Graph;
using Regsosek.Tests.Parity;

namespace Regsosek.Tests.AsOf;

/// <summary>The parameters of time over HTTP: what they refuse, what is bound to them, that they are on record. What they answer is held by the parity
/// test.</summary>
[OnEveryEngine]
public sealed class ReadsAsOfAMoment(ParityHub hub) : IClassFixture<ParityHub>
{
    private const string List = "/api/v1/households";

    private static readonly Terms All = new()
    {
        Regions = ["ID"],
        Fields = FieldGroups.All,
        Purposes = [Terms.TokenPurpose],
        Programmes = ["PKH"],
        Scopes = ["registry.read", "eligibility.read"],
        IsActive = true,
        Days = (0, null),
        WantsEndUser = false,
        SaysEndUser = false,
    };

    public static MatrixTheoryData<string, string> Faults => new(
        ["", "/{id}", "/{id}/classifications", "PKH/eligibility/{id}", "PKH/eligible"],
        ["asOf=tomorrow", "asOf=2026-02-30", "asOf=1899-12-31", "asOf=2999-01-01", "asOf=", "asOf=2026-01-01&asOf=2026-01-01", "knownAt=2026-01-01",
            "knownAt=2026-01-01T00:00:00", "knownAt=2999-01-01T00:00:00Z", "knownAt=0001-01-01T00:00:00Z", "asOf=2026-01-01&knownAt=now", "asof=2026-01-01"]);

    [Theory, MemberData(nameof(Faults))]
    public async Task A_time_that_does_not_fit_is_named(string route, string query)
    {
        var (http, family) = await Asked();
        var url = (route.StartsWith("PKH", StringComparison.Ordinal) ? "/api/v1/programmes/" : List) + route.Replace("{id}", family, StringComparison.Ordinal);
        using var answer = await http.GetAsync($"{url}?{query}");
        var problem = await answer.ShouldBe(400, query.StartsWith("asof", StringComparison.Ordinal) ? "unknown-parameter" : "invalid-parameter");
        Assert.Equal(query.Split('&')[^1].Split('=')[0], problem.GetProperty("parameter").GetString());
    }

    /// <summary>Numbers are asked of the present: a route that would not heed the time does not take it.</summary>
    [Theory]
    [InlineData("/api/v1/lookup", """{"nik":"9171990101909999"}""")]
    [InlineData("/api/v1/lookup/batch", """{"niks":["9171990101909999"]}""")]
    [InlineData("/api/v1/programmes/PKH/eligibility/batch", """{"niks":["9171990101909999"]}""")]
    public async Task Numbers_are_of_the_present(string route, string body)
    {
        var (http, _) = await Asked();
        using var answer = await http.PostAsJsonAsync($"{route}?asOf=2026-01-01", JsonDocument.Parse(body).RootElement);
        await answer.ShouldBe(400, "unknown-parameter");
    }

    [Fact]
    public async Task The_graph_names_the_time_that_does_not_fit()
    {
        var (http, family) = await Asked();
        foreach (var field in new[] { "households{nodes{id}}", $"household(id:\"{family}\"){{id}}", $"classifications(householdId:\"{family}\"){{decile}}" })
        {
            var at = field.IndexOfAny(['(', '{']);
            var timed = field[at] == '(' ? $"{field[..at]}(asOf:\"x\",{field[(at + 1)..]}" : $"{field[..at]}(asOf:\"x\"){field[at..]}";
            (await http.Ask($"{{{timed}}}")).Error("invalid-parameter");
        }
    }

    [Fact]
    public async Task Two_moments_in_one_document_are_two_answers()
    {
        var (http, _) = await Asked();
        const string Fields = "{nodes{id memberCount classifications{run}}}";
        var (first, second) = (Day(0), Day(200));
        var both = (await http.Ask($"{{a:households(asOf:\"{first}\",first:100){Fields} b:households(asOf:\"{second}\",first:100){Fields} c:households(first:100){Fields}}}")).GetProperty("data");
        Assert.Equal((await http.Ask($"{{a:households(asOf:\"{first}\",first:100){Fields}}}")).Data().GetRawText(), both.GetProperty("a").GetRawText());
        Assert.Equal((await http.Ask($"{{b:households(asOf:\"{second}\",first:100){Fields}}}")).Data().GetRawText(), both.GetProperty("b").GetRawText());
        Assert.Equal((await http.Ask($"{{c:households(first:100){Fields}}}")).Data().GetRawText(), both.GetProperty("c").GetRawText());
        Assert.NotEqual(both.GetProperty("a").GetRawText(), both.GetProperty("b").GetRawText());
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_moment()
    {
        var (http, _) = await Asked();
        var next = (await http.Json($"{List}?limit=2&asOf={Day(0)}")).GetProperty("next").GetString();
        foreach (var other in new[] { "", $"&asOf={Day(1)}", $"&asOf={Day(0)}&knownAt=2026-01-31T00:00:00Z" })
        {
            using var answer = await http.GetAsync($"{List}?limit=2{other}&cursor={next}");
            await answer.ShouldBe(400, "invalid-cursor");
        }

        // One instant, however it is written.
        var known = (await http.Json($"{List}?limit=1&asOf={Day(0)}&knownAt={Known}Z")).GetProperty("next").GetString();
        var local = Uri.EscapeDataString($"{DateTime.Parse(Known, System.Globalization.CultureInfo.InvariantCulture).AddHours(9):yyyy-MM-dd'T'HH:mm:ss}.000+09:00");
        Assert.NotEmpty((await http.Json($"{List}?limit=1&asOf={Day(0)}&knownAt={local}&cursor={known}")).Items());
    }

    [Fact]
    public async Task An_etag_belongs_to_its_moment()
    {
        var (http, family) = await Asked();
        using var now = await http.GetAsync($"{List}/{family}?fields=id");
        using var then = await http.GetAsync($"{List}/{family}?fields=id&asOf={Day(0)}");
        Assert.Equal(await now.Content.ReadAsStringAsync(), await then.Content.ReadAsStringAsync());
        Assert.NotEqual(now.Headers.ETag, then.Headers.ETag);
    }

    [Fact]
    public async Task The_moment_is_on_record()
    {
        var (http, family) = await Asked();
        var asked = $"asOf={Day(0)}&knownAt={Known}Z";
        foreach (var url in new[] { $"{List}?limit=1&{asked}", $"{List}/{family}?{asked}", $"{List}/{family}/classifications?{asked}",
            $"/api/v1/programmes/PKH/eligibility/{family}?{asked}", $"/api/v1/programmes/PKH/eligible?{asked}" })
        {
            using var answer = await http.GetAsync(url);
            Assert.True(answer.IsSuccessStatusCode, url + await answer.Content.ReadAsStringAsync());
            Assert.StartsWith(asked, await Shape(answer), StringComparison.Ordinal);
        }

        using var graph = await http.PostAsJsonAsync("/graphql", new { query = $"{{household(id:\"{family}\",knownAt:\"{Known}Z\"){{id}}}}" });
        Assert.StartsWith($"knownAt={Known}Z", await Shape(graph), StringComparison.Ordinal);

        async Task<string> Shape(HttpResponseMessage answer)
        {
            var request = answer.Headers.GetValues("X-Request-Id").Single();
            await using var registry = hub.Registry();
            return (await registry.AccessEntries.SingleAsync(e => e.RequestId == request)).Shape;
        }
    }

    /// <summary>Noon of yesterday, UTC.</summary>
    private string Known => $"{DrawnData.Instant(hub.Today, 1):yyyy-MM-dd'T'HH:mm:ss}";

    private string Day(int ago) => $"{hub.Today.AddDays(-ago):yyyy-MM-dd}";

    private async Task<(HttpClient Http, string Family)> Asked()
    {
        if (hub.Villages.Count == 0)
        {
            await hub.Store(new Stored { Today = hub.Today, Models = [] });
            await hub.Store(hub.Draw(11, 30));
        }

        await using var registry = hub.Registry();
        var now = DrawnData.Instant(hub.Today, 1);
        var family = await registry.Households.Where(h => h.ValidFrom <= hub.Today && h.RecordedAt <= now).OrderBy(h => h.Key).Select(h => h.Id).FirstAsync();
        return (await hub.Under(All, 0), family.ToString());
    }
}
