using System.Net;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Targeting;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Participation;

namespace Regsosek.Tests.Targeting;

/// <summary>Who is told which figures, and when they come.</summary>
[OnEveryEngine]
public sealed class TargetingHttpTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private const string Route = TargetingHub.Route;

    [Fact]
    public async Task A_delivery_has_its_period_counted_and_the_owner_has_it_counted_anew()
    {
        var ministry = await hub.As("kemensos");
        await ministry.Deliver("programme=PKH&period=2026-Q1", "nik\n9171990101909999\n");
        var first = await Eventually.Is("it is counted", async () =>
        {
            using var answer = await hub.Anyone().GetAsync($"{Route}/PKH");
            return answer.StatusCode == HttpStatusCode.OK ? (await answer.Json(HttpStatusCode.OK)).GetProperty("assessment").GetString() : null;
        }, assessment => assessment is not null);
        using var asked = await ministry.PostAsync($"{Route}/PKH/assess?period=2026-Q1", null);
        var second = (await asked.Json(HttpStatusCode.Accepted)).Id();
        await Eventually.Is("it is counted anew", async () => (await hub.Anyone().Json($"{Route}/PKH")).GetProperty("assessment").GetString(), assessment => assessment == second);
        Assert.NotEqual(first, second);
        await using var registry = hub.Registry();
        Assert.Equal([AssessmentState.Superseded, AssessmentState.Published], await registry.Assessments.Where(a => a.Programme == "PKH").OrderBy(a => a.Key).Select(a => a.State).ToListAsync());
        Assert.Equal(1, await registry.TargetingCells.Where(c => registry.Assessments.Any(a => a.Key == c.AssessmentKey && a.Programme == "PKH")).Select(c => c.AssessmentKey).Distinct().CountAsync());

        using (var others = await (await hub.As("kemnaker")).PostAsync($"{Route}/PKH/assess?period=2026-Q1", null)) await others.ShouldBe(403, "programme-not-owned");
        using (var region = await (await hub.As("prov-papua")).PostAsync($"{Route}/PKH/assess?period=2026-Q1", null)) await region.ShouldBe(403, "scope-missing");
        using (var none = await ministry.PostAsync($"{Route}/PKH/assess?period=2026-01", null)) await none.ShouldBe(409, "not-assessable");
        using (var form = await ministry.PostAsync($"{Route}/PKH/assess?period=2026", null)) await form.ShouldBe(400, "invalid-parameter");
        using (var absent = await ministry.PostAsync($"{Route}/X/assess?period=2026-01", null)) await absent.ShouldBe(404, "not-found");
    }

    [Theory]
    [InlineData("X", 404, "not-found")]
    [InlineData("PKH?by=religion", 400, "unknown-dimension")]
    [InlineData("PKH?region=99", 400, "invalid-parameter")]
    [InlineData("PKH?level=district&region=91.71", 400, "invalid-parameter")]
    [InlineData("PKH?nik=1", 400, "unknown-parameter")]
    [InlineData("LISTRIK", 404, "nothing-assessed")]
    [InlineData("LISTRIK?period=x", 400, "invalid-parameter")]
    public async Task What_cannot_be_asked_is_told(string query, int status, string code)
    {
        using var answer = await hub.Anyone().GetAsync($"{Route}/{query}");
        await answer.ShouldBe(status, code);
    }

    [Fact]
    public async Task Small_regions_are_the_callers_and_exact_figures_the_owners()
    {
        await (await hub.As("kemensos")).Deliver("programme=SEMBAKO&period=2026-02", "nik\n9171990101909999\n");
        await Eventually.Holds("it is counted", async () =>
        {
            using var answer = await hub.Anyone().GetAsync($"{Route}/SEMBAKO");
            return answer.StatusCode == HttpStatusCode.OK;
        });
        var city = await hub.As("pemkot-jayapura");
        Assert.Equal(5, (await city.Json($"{Route}/SEMBAKO/local?region=91.71&level=district&by=class")).GetProperty("regions").GetArrayLength());
        using (var elsewhere = await city.GetAsync($"{Route}/SEMBAKO/local?region=35.07&level=district")) await elsewhere.ShouldBe(404, "not-found");
        using (var wide = await city.GetAsync($"{Route}/SEMBAKO/local?region=91.71")) await wide.ShouldBe(400, "invalid-parameter");
        using (var village = await city.GetAsync($"{Route}/SEMBAKO/local?region=91.71.03&level=village&by=class")) await village.ShouldBe(400, "invalid-parameter");
        using (var scope = await (await hub.As("kemensos")).GetAsync($"{Route}/SEMBAKO/local?region=91.71&level=district")) await scope.ShouldBe(403, "scope-missing");
        using (var own = await city.GetAsync($"{Route}/SEMBAKO/own")) await own.ShouldBe(403, "scope-missing");
        using (var own = await (await hub.As("kemnaker")).GetAsync($"{Route}/SEMBAKO/own")) await own.ShouldBe(403, "programme-not-owned");

        // The owner's: its regions, the groups it is granted, no limit.
        await hub.Change("demo-kemensos", a => (a.Regions, a.Fields) = (["91"], a.Fields & ~FieldGroups.Health));
        try
        {
            var ministry = await hub.As("kemensos");
            Assert.All((await ministry.Json($"{Route}/SEMBAKO/own?region=91&level=regency")).GetProperty("regions").EnumerateArray(),
                r => Assert.StartsWith("91", r.GetProperty("region").GetString(), StringComparison.Ordinal));
            using (var nation = await ministry.GetAsync($"{Route}/SEMBAKO/own")) await nation.ShouldBe(404, "not-found");
            using (var hidden = await ministry.GetAsync($"{Route}/SEMBAKO/own?region=91&by=disability")) await hidden.ShouldBe(403, "field-not-granted");
            await hub.Change("demo-kemensos", a => a.Limit = """{"fact":"decile","op":"<=","value":4}""");
            Assert.False((await ministry.Json($"{Route}/SEMBAKO/own?region=91")).GetProperty("exact").GetBoolean());
        }
        finally
        {
            await hub.Change("demo-kemensos", a => (a.Regions, a.Fields, a.Limit) = (["ID"], a.Fields | FieldGroups.Health, null));
        }
    }

    [Fact]
    public async Task The_graph_gives_the_same_figures()
    {
        await (await hub.As("kemensos")).Deliver("programme=PBI-JKN&period=2026-02", "nik\n9171990101909999\n");
        await Eventually.Holds("it is counted", async () =>
        {
            using var answer = await hub.Anyone().GetAsync($"{Route}/PBI-JKN");
            return answer.StatusCode == HttpStatusCode.OK;
        });
        var rest = (await hub.Anyone().Json($"{Route}/PBI-JKN?by=sexOfHead")).GetProperty("regions")[0];
        const string Asked = "period regions { region outcomes { outcome families persons hidden } figures { code outcome persons } }";
        var graph = await (await hub.As("kemensos")).Post("/graphql", new { query = $"{{ targeting(programme: \"PBI-JKN\", by: \"sexOfHead\") {{ {Asked} }} }}" });
        var told = graph.GetProperty("data").GetProperty("targeting");
        Assert.Equal("2026-02", told.GetProperty("period").GetString());
        var figures = told.GetProperty("regions")[0].GetProperty("figures");
        Assert.Equal(rest.GetProperty("figures").GetArrayLength(), figures.GetArrayLength());
        foreach (var (one, other) in rest.GetProperty("figures").EnumerateArray().Zip(figures.EnumerateArray()))
            Assert.Equal(one.TryGetProperty("persons", out var persons) ? persons.GetInt64() : (long?)null, other.GetProperty("persons").IsNull() ? null : other.Number("persons"));
        var own = $"{{ targeting(programme: \"PBI-JKN\", own: true) {{ {Asked} }} }}";
        Assert.Contains("scope-missing", (await (await hub.As("bps")).Post("/graphql", new { query = own })).GetProperty("errors").GetRawText(), StringComparison.Ordinal);
        Assert.False((await (await hub.As("kemensos")).Post("/graphql", new { query = own })).TryGetProperty("errors", out _));
    }
}
