using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Statistics;
using Regsosek.Data.Statistics;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Statistics;

[OnEveryEngine]
public sealed class StatisticsHttpTests(StatisticsHub hub) : IClassFixture<StatisticsHub>
{
    private const string Route = "/api/v1/statistics";

    [Fact]
    public async Task Nation_provinces_and_regencies_are_public_and_rounded()
    {
        var answer = await hub.Anyone().Json($"{Route}?by=class&level=province");
        Assert.Equal(("ppi-2020", "province", true), (answer.GetProperty("model").GetString(), answer.GetProperty("level").GetString(), answer.GetProperty("demonstration").GetBoolean()));
        var regions = answer.GetProperty("regions").EnumerateArray().ToList();
        Assert.Equal(38, regions.Count);
        var papua = regions.Single(r => r.GetProperty("region").GetString() == "91");
        Assert.Equal("Papua", papua.GetProperty("name").GetString());
        Assert.Equal(6, papua.GetProperty("figures").GetArrayLength());

        await using var registry = hub.Registry();
        var run = await registry.Runs.OrderByDescending(r => r.Key).FirstAsync();
        var cells = await registry.Summaries.Where(c => c.RunKey == run.Key && c.Region == "91" && c.Cube == "class").ToDictionaryAsync(c => c.First);
        foreach (var (figure, code) in papua.GetProperty("figures").EnumerateArray().Zip(Enumerable.Range(1, 6)))
            Matches(figure, cells.GetValueOrDefault((short)code), hub.Get<Rounding>());

        // Nobody lives elsewhere here, and that is not told either.
        Assert.True(regions.Single(r => r.GetProperty("region").GetString() == "51").GetProperty("total").GetProperty("hidden").GetBoolean());
    }

    private static void Matches(JsonElement figure, SummaryCell? cell, Rounding rounding)
    {
        Assert.Equal(cell is null, figure.GetProperty("hidden").GetBoolean());
        if (figure.GetProperty("hidden").GetBoolean())
        {
            Assert.Equal(["codes", "hidden"], figure.EnumerateObject().Select(p => p.Name).Order());
            return;
        }

        Assert.Equal(rounding.Of(cell!).Families, figure.GetProperty("families").GetInt64());
        Assert.Equal(0, figure.GetProperty("families").GetInt64() % 5);
        Assert.InRange(figure.GetProperty("families").GetInt64(), cell!.Families - 4, cell.Families + 4);
        Assert.Equal(0, figure.GetProperty("persons").GetInt64() % 20);
        Assert.Equal(cell.Likelihood!.Value / 1e6 / cell.Persons, figure.GetProperty("povertyRate").GetDouble(), 0.5);
    }

    /// <summary>A cell has one figure, whatever is asked with it and in whatever order.</summary>
    [Fact]
    public async Task A_figure_is_the_same_in_every_question()
    {
        var http = hub.Anyone();
        Assert.Equal(Raw(await http.Json($"{Route}?by=floor,class&region=91")), Raw(await http.Json($"{Route}?by=class,floor&region=91")));
        var alone = (await http.Json($"{Route}?by=floor&region=91.71")).GetProperty("regions")[0];
        var among = (await http.Json($"{Route}?by=floor&region=ID&level=regency")).GetProperty("regions").EnumerateArray();
        Assert.Equal(Raw(alone), Raw(among.Single(r => r.GetProperty("region").GetString() == "91.71")));
        Assert.Equal(Raw(alone.GetProperty("total")), Raw((await http.Json($"{Route}?by=toilet&region=91.71")).GetProperty("regions")[0].GetProperty("total")));
        static string Raw(JsonElement json) => json.GetRawText();
    }

    [Theory]
    [InlineData("?by=religion", "unknown-dimension")]
    [InlineData("?by=class,floor,wall", "invalid-parameter")]
    [InlineData("?by=class,class", "invalid-parameter")]
    [InlineData("?region=99", "invalid-parameter")]
    [InlineData("?region=Papua", "invalid-parameter")]
    [InlineData("?level=street", "invalid-parameter")]
    [InlineData("?level=nation&region=91", "invalid-parameter")]
    [InlineData("?level=district&region=91.71", "invalid-parameter")]
    [InlineData("?region=91.71.03.2001", "invalid-parameter")]
    [InlineData("?by=drinkingWater,cookingFuel&level=regency", "invalid-parameter")]
    [InlineData("?decile=1", "unknown-parameter")]
    public async Task What_cannot_be_asked_is_told(string query, string code)
    {
        using var answer = await hub.Anyone().GetAsync(Route + query);
        await answer.ShouldBe(400, code);
    }

    [Fact]
    public async Task An_answer_is_kept_until_another_run_is_in_force()
    {
        using var http = hub.Anyone();
        using var first = await http.GetAsync(Route);
        Assert.True(first.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: 60 });
        using var again = await http.SendAsync(new(HttpMethod.Get, Route) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } });
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        await hub.Get<Api.Classification.Runs.Classify>().Run(new() { Seed = "a newer run" });
        using var newer = await http.SendAsync(new(HttpMethod.Get, Route) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } });
        Assert.Equal(HttpStatusCode.OK, newer.StatusCode);
    }

    [Fact]
    public async Task Districts_and_villages_need_the_scope_and_are_the_callers_own()
    {
        var city = await hub.As("pemkot-jayapura");
        var districts = (await city.Json($"{Route}/local?by=class&region=91.71&level=district")).GetProperty("regions").EnumerateArray().ToList();
        Assert.Equal(5, districts.Count);
        Assert.Contains(districts, d => !d.GetProperty("total").GetProperty("hidden").GetBoolean());
        using var elsewhere = await city.GetAsync($"{Route}/local?region=91.03&level=district");
        await elsewhere.ShouldBe(404, "not-found");
        using var two = await city.GetAsync($"{Route}/local?by=class,floor&region=91.71&level=district");
        await two.ShouldBe(400, "invalid-parameter");
        using var wide = await (await hub.As("prov-papua")).GetAsync($"{Route}/local?region=91.71.03&by=floor");
        Assert.Equal(HttpStatusCode.OK, wide.StatusCode);
        using var without = await (await hub.As("kemensos")).GetAsync($"{Route}/local?region=91.71&level=district");
        await without.ShouldBe(403, "scope-missing");
        using var nobody = await hub.Anyone().GetAsync($"{Route}/local?region=91.71&level=district");
        await nobody.ShouldBe(401, "token-missing");
    }

    [Fact]
    public async Task The_graph_gives_the_same_figures()
    {
        var rest = await hub.Anyone().Json($"{Route}?by=class,floor&region=91&level=regency");
        var query = """{ statistics(by: "floor,class", region: "91", level: "regency") { run by level regions { region name total { codes families persons povertyRate coverage hidden } figures { codes families hidden } } } }""";
        var graph = (await (await hub.As("kemensos")).Post("/graphql", new { query })).GetProperty("data").GetProperty("statistics");
        Assert.Equal(rest.GetProperty("run").GetString(), graph.GetProperty("run").GetString());
        foreach (var (one, other) in rest.GetProperty("regions").EnumerateArray().Zip(graph.GetProperty("regions").EnumerateArray()))
        {
            Assert.Equal(one.GetProperty("region").GetString(), other.GetProperty("region").GetString());
            Assert.Equal(Families(one), Families(other));
        }

        var below = """{ statistics(region: "91.71", level: "district") { run } }""";
        var refused = await (await hub.As("kemensos")).Post("/graphql", new { query = below });
        Assert.Contains("scope-missing", refused.GetProperty("errors").GetRawText(), StringComparison.Ordinal);
        Assert.False((await (await hub.As("pemkot-jayapura")).Post("/graphql", new { query = below })).TryGetProperty("errors", out _));
    }

    private static List<long?> Families(JsonElement region) => [.. region.GetProperty("figures").EnumerateArray()
        .Select(f => f.TryGetProperty("families", out var families) && families.ValueKind == JsonValueKind.Number ? families.GetInt64() : (long?)null)];

    /// <summary>Hidden cells are nowhere, small regions only for their own.</summary>
    [Fact]
    public async Task A_hidden_cell_is_not_stored_and_a_small_region_is_its_own_callers()
    {
        var registries = hub.Get<Data.Registries>();
        await using var nobody = registries.For(Data.Caller.Nobody);
        Assert.True(await nobody.Summaries.AnyAsync());
        Assert.False(await nobody.Summaries.AnyAsync(c => c.Level > 2));
        await using var all = hub.Registry();
        Assert.True(await all.Summaries.AnyAsync(c => c.Level > 2));
        Assert.False(await all.Summaries.AnyAsync(c => c.Families < Suppression.Threshold));
        await using var local = registries.For(Data.Caller.Nobody with { Regions = Data.RegionScope.Of(["91.71.03"]) });
        Assert.Equal(["91.71.03"], await local.Summaries.Where(c => c.Level > 2).Select(c => c.Region.Substring(0, 8)).Distinct().ToListAsync());
    }
}
