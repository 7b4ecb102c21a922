using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Households;

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
        var page = await (await hub.As(partner)).Json("/api/v1/households?limit=500&count=exact&fields=id");
        Assert.Equal(expected, page.GetProperty("total").GetInt64());
        Assert.All((await (await hub.As(partner)).Json("/api/v1/households?limit=500")).Items(), h => Assert.StartsWith(region, h.GetProperty("region").GetString(), StringComparison.Ordinal));
        Assert.NotEqual(0, expected);
    }

    [Fact]
    public async Task A_population_limit_holds_for_rows_counts_and_by_id()
    {
        await using var registry = hub.Registry();
        var farming = await registry.Households.LongCountAsync(h => h.Members.Any(m =>
            (m.Presence == MemberPresence.WithFamily || m.Presence == MemberPresence.NewMember) && ((int?)m.Sector <= 6 || (int?)m.BusinessSector <= 6)));
        var total = (await (await hub.As("kementan")).Json("/api/v1/households?limit=1&count=exact")).GetProperty("total").GetInt64();
        Assert.Equal(farming, total);
        Assert.All((await (await hub.As("kemenkes")).Json("/api/v1/households?limit=500")).Items(), h => Assert.InRange(h.GetProperty("decile").GetInt32(), 1, 5));

        var outside = await registry.Households.Where(h => h.Decile > 5).Select(h => h.Id).FirstAsync();
        using var answer = await (await hub.As("kementan")).GetAsync($"/api/v1/households/{Guid.Empty}");
        await answer.ShouldBe(404, "not-found");
        Assert.NotEqual(Guid.Empty, outside);
    }

    [Theory]
    [InlineData("/api/v1/households/{0}")]
    [InlineData("/api/v1/households/{0}/classifications")]
    [InlineData("/api/v1/programmes/PKH/eligibility/{0}")]
    public async Task A_family_out_of_scope_answers_byte_for_byte_as_an_absent_one(string route)
    {
        await using var registry = hub.Registry();
        var foreign = await registry.Households.Where(h => h.ProvinceCode == "35").Select(h => h.Id).FirstAsync();
        var hidden = await Ask(foreign);
        Assert.Equal(await Ask(Guid.Parse("018f0000-0000-7000-8000-000000000000")), hidden);
        Assert.Contains("not-found", hidden, StringComparison.Ordinal);

        async Task<string> Ask(Guid id)
        {
            var http = await hub.As("pemkot-jayapura");
            http.DefaultRequestHeaders.Add("X-Request-Id", "same");
            using var answer = await http.GetAsync(string.Format(route, id));
            return $"{(int)answer.StatusCode} {answer.Content.Headers} {string.Join('|', answer.Headers.Where(h => h.Key is not "Date" and not "RateLimit"))} {await answer.Content.ReadAsStringAsync()}";
        }
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
