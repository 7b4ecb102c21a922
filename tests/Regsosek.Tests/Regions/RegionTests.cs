using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;

namespace Regsosek.Tests.Regions;

[Collection(SharedHub.Name)]
public sealed class RegionTests(TestHub hub)
{
    [Theory]
    [InlineData("province", 38)]
    [InlineData("regency", 514)]
    public async Task All_regions_of_a_level_are_there(string level, int count) =>
        Assert.Equal(count, (await hub.Anyone().Json($"/api/v1/regions?level={level}&limit=1000")).Items().Count);

    [Fact]
    public async Task All_91599_regions_are_loaded()
    {
        await using var registry = hub.Registry();
        Assert.Equal(91_599, await registry.Regions.CountAsync());
    }

    [Fact]
    public async Task A_village_has_its_ancestors_kind_and_codes()
    {
        var nafri = await hub.Anyone().Json("/api/v1/regions/91.71.03.2001");
        Assert.Equal("Nafri", nafri.GetProperty("name").GetString());
        Assert.Equal("desa", nafri.GetProperty("kind").GetString());
        Assert.Equal(["91", "91.71", "91.71.03"], nafri.GetProperty("ancestors").EnumerateArray().Select(a => a.GetProperty("code").GetString()));
        var city = await hub.Anyone().Json("/api/v1/regions/91.71");
        Assert.Equal(5, city.GetProperty("childCount").GetInt32());
        Assert.Contains(city.GetProperty("codes").EnumerateArray(), c => c.GetProperty("system").GetString() == "bps" && c.GetProperty("code").GetString() == "9471");
    }

    [Fact]
    public async Task A_code_means_something_in_its_system_only()
    {
        Assert.Equal("Kota Jayapura", Assert.Single((await hub.Anyone().Json("/api/v1/regions?system=bps&code=9471")).Items()).GetProperty("name").GetString());
        Assert.Empty((await hub.Anyone().Json("/api/v1/regions?system=kemendagri&code=9471")).Items());
    }

    [Fact]
    public async Task Jayapura_has_25_kelurahan_and_14_kampung_and_two_units_called_waena()
    {
        var villages = new List<string?>();
        foreach (var district in (await hub.Anyone().Json("/api/v1/regions?parent=91.71")).Items())
            villages.AddRange((await hub.Anyone().Json($"/api/v1/regions?parent={district.GetProperty("code").GetString()}")).Items().Select(v => v.GetProperty("kind").GetString()));
        Assert.Equal((25, 14), (villages.Count(k => k == "kelurahan"), villages.Count(k => k == "desa")));
        Assert.Equal(2, (await hub.Anyone().Json("/api/v1/regions?parent=91.71.05&name=waena")).Items().Count);
    }

    [Fact]
    public async Task Pages_go_on_after_a_code()
    {
        var first = await hub.Anyone().Json("/api/v1/regions?level=district&limit=1000");
        var second = await hub.Anyone().Json($"/api/v1/regions?level=district&limit=1000&cursor={first.GetProperty("next").GetString()}");
        Assert.True(string.CompareOrdinal(first.Items()[^1].GetProperty("code").GetString(), second.Items()[0].GetProperty("code").GetString()) < 0);
    }

    [Fact]
    public async Task An_etag_gives_304()
    {
        var http = hub.Anyone();
        using var answer = await http.GetAsync("/api/v1/regions/91.71");
        http.DefaultRequestHeaders.IfNoneMatch.Add(EntityTagHeaderValue.Parse(answer.Headers.ETag!.ToString()));
        using var again = await http.GetAsync("/api/v1/regions/91.71");
        Assert.Equal(304, (int)again.StatusCode);
        Assert.Equal("", await again.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/v1/regions/00.00", 404, "not-found")]
    [InlineData("/api/v1/regions?level=moon", 400, "invalid-parameter")]
    [InlineData("/api/v1/regions?colour=red", 400, "unknown-parameter")]
    [InlineData("/api/v1/regions?limit=5000", 400, "invalid-parameter")]
    [InlineData("/api/v1/regions?limit=x", 400, "invalid-parameter")]
    [InlineData("/api/v1/regions?system=post", 400, "invalid-parameter")]
    public async Task What_is_not_sound_is_a_problem(string url, int status, string problem)
    {
        using var answer = await hub.Anyone().GetAsync(url);
        await answer.ShouldBe(status, problem);
    }
}
