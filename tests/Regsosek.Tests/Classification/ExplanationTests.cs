using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification.Runs;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification;

/// <summary>Why a family stands where it stands; nobody without the score group learns how points are given.</summary>
[OnEveryEngine]
public sealed class ExplanationTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private static readonly string[] Scored = ["lines", "contributions", "place"];

    [Fact]
    public async Task Points_of_the_items_sum_to_the_score_that_is_shown()
    {
        var http = await hub.As("kemensos");
        foreach (var id in await Ids(http, 20))
        {
            var told = await http.Json($"/api/v1/households/{id}/classifications/explanation");
            var national = told.GetProperty("lines")[0];
            Assert.Equal(told.GetProperty("standing").GetProperty("score").GetInt32(), national.GetProperty("score").GetInt32());
            Assert.Equal(national.GetProperty("score").GetInt32(), told.GetProperty("contributions").EnumerateArray().Sum(c => c.GetProperty("points")[0].GetInt32()));
            Assert.Equal(told.GetProperty("standing").GetProperty("missing").GetArrayLength(), told.GetProperty("missing").GetArrayLength());
            Assert.NotEmpty(told.GetProperty("assumptions").EnumerateArray());
            Assert.InRange(told.GetProperty("place").GetProperty("position").GetInt64(), 1, told.GetProperty("place").GetProperty("of").GetInt64());
        }
    }

    [Theory]
    [InlineData("prov-papua")]
    [InlineData("pemkot-jayapura")]
    public async Task Without_the_score_group_no_points_no_likelihood_and_no_distance(string partner)
    {
        var http = await hub.As(partner);
        var told = await http.Json($"/api/v1/households/{(await Ids(http, 1))[0]}/classifications/explanation");
        Assert.All(Scored, name => Assert.False(told.TryGetProperty(name, out _)));
        Assert.False(told.GetProperty("standing").TryGetProperty("likelihood", out _));
        Assert.True(told.GetProperty("standing").GetProperty("decile").GetInt32() > 0);
    }

    [Fact]
    public async Task What_changed_since_the_run_before_is_named_by_its_question()
    {
        var http = await hub.As("kemensos");
        await hub.Get<Classify>().Run(new() { Seed = "before" });
        await using var registry = hub.Registry();
        var family = await registry.Households.OrderBy(h => h.Key).FirstAsync(h => h.Floor != null && h.Rank.Decile != null);

        // As an import does it: the state before goes to history, the one now is known from now on.
        registry.HouseholdVersions.Add(Api.Enumeration.Versions.Of(family, registry.Today, TimeProvider.System.GetUtcNow().UtcDateTime));
        family.Floor = family.Floor == Data.Households.FloorMaterial.Ceramic ? Data.Households.FloorMaterial.Earth : Data.Households.FloorMaterial.Ceramic;
        family.RecordedAt = TimeProvider.System.GetUtcNow().UtcDateTime;
        await registry.SaveChangesAsync();
        await hub.Get<Classify>().Run(new() { Seed = "after" });

        var changed = (await http.Json($"/api/v1/households/{family.Id}/classifications/explanation")).GetProperty("changed");
        Assert.Equal(["303"], changed.GetProperty("questions").Strings());
        Assert.Equal((false, 0), (changed.GetProperty("model").GetBoolean(), changed.GetProperty("members").GetInt32()));

        // To whom the answer is hidden, that it changed is hidden too.
        await hub.Given("unhoused", g => g.Fields = Data.FieldGroups.Identity | Data.FieldGroups.Classification);
        var hidden = (await (await hub.As("unhoused")).Json($"/api/v1/households/{family.Id}/classifications/explanation")).GetProperty("changed");
        Assert.Equal(["not-granted"], hidden.GetProperty("questions").Strings());
        Assert.False(hidden.TryGetProperty("members", out _));
        using var odd = await http.GetAsync($"/api/v1/households/{family.Id}/classifications/explanation?run={Guid.Empty}");
        await odd.ShouldBe(404, "not-found");
    }

    private static async Task<List<Guid>> Ids(HttpClient http, int limit) =>
        (await http.Json($"/api/v1/households?limit={limit}&fields=id")).Items().ConvertAll((JsonElement h) => h.GetProperty("id").GetGuid());
}
