using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Access;

/// <summary>Outside the regions or the population limit a family does not exist, on any path.</summary>
[Collection(SharedHub.Name)]
public sealed class ScopeTests(TestHub hub)
{
    [Theory]
    [InlineData("kemensos", "")]
    [InlineData("prov-papua", "91")]
    [InlineData("pemkot-jayapura", "91.71")]
    [InlineData("distrik-abepura", "91.71.03")]
    [InlineData("kampung-nafri", "91.71.03.2001")]
    public async Task A_partner_counts_and_sees_the_families_of_its_regions_only(string partner, string region)
    {
        await using var registry = hub.Registry();
        var expected = await registry.Households.LongCountAsync(h => h.VillageCode.StartsWith(region));
        var page = await (await hub.As(partner)).Json("/api/v1/households?limit=500&count=exact&fields=id,region");
        Assert.NotEqual(0, expected);
        Assert.Equal(expected, page.GetProperty("total").GetInt64());
        Assert.Equal(Math.Min(expected, 500), page.Items().Count);
        Assert.All(page.Items(), h => Assert.StartsWith(region, h.GetProperty("region").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_population_limit_holds_for_rows_and_counts()
    {
        await using var registry = hub.Registry();
        var farming = await registry.Households.LongCountAsync(Populations.Farming);
        Assert.InRange(farming, 1, await registry.Households.LongCountAsync() - 1);
        Assert.Equal(farming, (await (await hub.As("kementan")).Json("/api/v1/households?limit=1&count=exact")).GetProperty("total").GetInt64());

        var poorer = (await (await hub.As("kemenkes")).Json("/api/v1/households?limit=500&fields=decile")).Items();
        Assert.Equal(await registry.Households.CountAsync(Populations.PoorerHalf), poorer.Count);
        Assert.All(poorer, h => Assert.InRange(h.GetProperty("decile").GetInt32(), 1, 5));
    }

    [Theory]
    [InlineData("/api/v1/households/{0}")]
    [InlineData("/api/v1/households/{0}/classifications")]
    [InlineData("/api/v1/programmes/PKH/eligibility/{0}")]
    public Task A_family_of_another_region_answers_byte_for_byte_as_an_absent_one(string route) =>
        IsAsAbsent("pemkot-jayapura", route, inside: h => h.RegencyCode == "91.71", outside: h => h.ProvinceCode == "35");

    // Kementan has identity rights: the ids are the real ones.
    [Theory]
    [InlineData("/api/v1/households/{0}")]
    [InlineData("/api/v1/households/{0}/classifications")]
    [InlineData("/api/v1/programmes/PUPUK/eligibility/{0}")]
    public Task A_family_outside_the_population_limit_answers_byte_for_byte_as_an_absent_one(string route) =>
        IsAsAbsent("kementan", route, inside: Populations.Farming, outside: Populations.NotFarming);

    [Fact]
    public async Task A_nik_of_a_family_outside_the_population_limit_is_not_found()
    {
        var health = await hub.As("kemenkes");
        Assert.True((await health.Post("/api/v1/lookup", new { nik = await Nik(p => p.Household.Rank.Decile <= 5) })).GetProperty("found").GetBoolean());
        var hidden = await health.Post("/api/v1/lookup", new { nik = await Nik(p => p.Household.Rank.Decile > 5) });
        Assert.False(hidden.GetProperty("found").GetBoolean());
        Assert.Equal((await health.Post("/api/v1/lookup", new { nik = "9171990101909999" })).GetRawText(), hidden.GetRawText());
    }

    private async Task IsAsAbsent(string partner, string route, Expression<Func<Household, bool>> inside, Expression<Func<Household, bool>> outside)
    {
        await using var registry = hub.Registry();
        Assert.StartsWith("200", await Ask(await First(inside)), StringComparison.Ordinal);
        var hidden = await Ask(await First(outside));
        Assert.StartsWith("404", hidden, StringComparison.Ordinal);
        Assert.Contains("not-found", hidden, StringComparison.Ordinal);
        Assert.Equal(await Ask(Guid.Parse("018f0000-0000-7000-8000-000000000000")), hidden);

        Task<Guid> First(Expression<Func<Household, bool>> of) => registry.Households.Where(of).OrderBy(h => h.Key).Select(h => h.Id).FirstAsync();

        async Task<string> Ask(Guid id)
        {
            var http = await hub.As(partner);
            http.DefaultRequestHeaders.Add("X-Request-Id", "same");
            using var answer = await http.GetAsync(string.Format(route, id));
            var headers = string.Join('|', answer.Headers.Where(h => h.Key is not "Date" and not "RateLimit")
                .Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
            return $"{(int)answer.StatusCode} {answer.Content.Headers} {headers} {await answer.Content.ReadAsStringAsync()}";
        }
    }

    private async Task<string> Nik(Expression<Func<Person, bool>> whose)
    {
        await using var registry = hub.Registry();
        var box = await registry.Persons.Where(p => p.NikSealed != null).Where(whose).OrderBy(p => p.Key).Select(p => p.NikSealed).FirstAsync();
        return hub.Get<Seal>().OpenText(box)!;
    }

    [Fact]
    public async Task Ids_of_partners_without_identity_are_their_own_and_work_on_their_routes()
    {
        var health = await hub.As("kemenkes");
        var id = (await health.Json("/api/v1/households?limit=1")).Items()[0].GetProperty("id").GetGuid();
        Assert.Equal(id, (await health.Json($"/api/v1/households/{id}")).GetProperty("id").GetGuid());
        using (var foreign = await (await hub.As("kemnaker")).GetAsync($"/api/v1/households/{id}")) await foreign.ShouldBe(404, "not-found");
        using (var real = await (await hub.As("kemensos")).GetAsync($"/api/v1/households/{id}")) await real.ShouldBe(404, "not-found");

        await using var registry = hub.Registry();
        Assert.False(await registry.Households.AnyAsync(h => h.Id == id));
    }
}
