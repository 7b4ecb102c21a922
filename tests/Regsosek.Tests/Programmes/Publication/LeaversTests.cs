using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Participation;

namespace Regsosek.Tests.Programmes.Publication;

/// <summary>What happened to PBI JKN in May 2025, as it should have gone: the cut is known before it is made, everybody whom it would strike is named with the reason,
/// and who is chronically ill is told apart.</summary>
[OnEveryEngine]
public sealed class LeaversTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private const string Draft = "/api/v1/programmes/PBI-JKN/drafts/2";

    [Fact]
    public async Task A_cut_gives_the_notices_before_anything_happens()
    {
        var ministry = await hub.As("kemensos");
        await using var registry = hub.Registry();
        var members = await registry.Persons.AsNoTracking().Include(p => p.Household).ThenInclude(h => h.Rank)
            .Where(p => p.NikSealed != null && (p.Presence == MemberPresence.WithFamily || p.Presence == MemberPresence.NewMember)).ToListAsync();

        // Members of every decile, as it was: some of them were never entitled.
        var paid = members.Where((_, i) => i % 2 == 0).ToList();
        var body = new StringBuilder("nik\n");
        foreach (var person in paid) body.Append(hub.Get<Seal>().OpenText(person.NikSealed)).Append('\n');
        await ministry.Deliver("programme=PBI-JKN&period=2025-05", body.ToString());
        using (var written = await ministry.Draft("PBI-JKN", Drafting.Version("PBI-JKN", 2, registry.Today.AddDays(60), v => v.Figure("maxDecile", 3)))) await written.Json(HttpStatusCode.Created);
        var simulation = await ministry.Simulated("PBI-JKN", 2);
        var receiving = simulation.GetProperty("report").GetProperty("receiving");
        Assert.Equal("2025-05", receiving.GetProperty("period").GetString());

        var leavers = await All(ministry, Draft + "/leavers?limit=100");
        Assert.Equal(receiving.GetProperty("leaving").GetInt32(), leavers.Count(l => l.GetProperty("receives").GetBoolean()));
        var ids = paid.ToDictionary(p => p.Id);
        Assert.All(leavers, l => Assert.True(l.GetProperty("receives").GetBoolean() == ids.ContainsKey(l.GetProperty("personId").GetGuid())
            && (l.GetProperty("receives").GetBoolean() || l.GetProperty("wasEntitled").GetBoolean())));
        var cut = leavers.Where(l => Outcome(l, "decile") == "FALSE").ToList();
        Assert.True(cut.Count > 20, "the cut strikes many");
        Assert.Equal(
            paid.Count(p => p.Household.Rank.Decile > 3), cut.Count(l => l.GetProperty("receives").GetBoolean()));

        // The chronically ill are told apart: to who may see it.
        var byId = members.ToDictionary(p => p.Id);
        Assert.All(leavers, l => Assert.Equal(
            byId[l.GetProperty("personId").GetGuid()].ChronicIllness is not null and not Illness.None, l.GetProperty("chronicallyIll").GetBoolean()));
        Assert.Contains(leavers, l => l.GetProperty("chronicallyIll").GetBoolean());

        // An agreement of the ministry that shows less shows less of them.
        await hub.Given("kemensos-jayapura", a => (a.Regions, a.Fields, a.Programmes, a.Scopes) = (["91.71"], FieldGroups.Demography | FieldGroups.Classification, ["PBI-JKN"], ["programmes.write"]), of: "kemensos");
        var own = members.Where(p => p.Household.RegencyCode == "91.71").Select(p => p.Key).ToHashSet();
        var few = await All(await hub.As("kemensos-jayapura"), Draft + "/leavers?limit=100");
        Assert.Equal(cut.Count(l => own.Contains(byId[l.GetProperty("personId").GetGuid()].Key)), few.Count);
        Assert.True(few.Count > 0 && few.Count < leavers.Count);
        Assert.All(few, l => Assert.False(l.TryGetProperty("chronicallyIll", out _)));
        Assert.All(few, l => Assert.Equal("FALSE", Outcome(l, "decile")));
        Assert.All(few, l => Assert.Contains(l.GetProperty("reasons").EnumerateArray(), r =>
            r.GetProperty("clause").GetString() == "nik" && r.GetProperty("outcome").IsNull() && r.GetProperty("reason").GetString() == "not-granted"));
        Assert.All(few, l => Assert.False(byId.ContainsKey(l.GetProperty("householdId").GetGuid())));

        // Who sees no clause that changed has nobody on it: being on it would tell his decile. Nor the simulation, counted over more than he sees.
        await hub.Given("kemensos-count", a => (a.Fields, a.Programmes, a.Scopes) = (FieldGroups.Demography, ["PBI-JKN"], ["programmes.write"]), of: "kemensos");
        var blind = await hub.As("kemensos-count");
        Assert.Empty(await All(blind, Draft + "/leavers?limit=100"));
        using (var unseen = await blind.GetAsync($"/api/v1/programmes/PBI-JKN/simulations/{simulation.GetProperty("id").GetGuid()}")) await unseen.ShouldBe(404, "not-found");

        // Nothing has happened to anybody. Then the ministry pays by the cut, and who is ill asks for what was lost.
        Assert.Equal(1, (await ministry.Json("/api/v1/programmes/PBI-JKN")).GetProperty("inForce").GetProperty("version").GetInt32());
        var lost = leavers.Where(l => l.GetProperty("receives").GetBoolean()).Select(l => l.GetProperty("personId").GetGuid()).ToHashSet();
        body = new StringBuilder("nik\n");
        foreach (var person in paid.Where(p => !lost.Contains(p.Id))) body.Append(hub.Get<Seal>().OpenText(person.NikSealed)).Append('\n');
        await ministry.Deliver("programme=PBI-JKN&period=2025-06", body.ToString());
        await IsAskedBack(ministry, leavers.First(l => lost.Contains(l.GetProperty("personId").GetGuid()) && l.GetProperty("chronicallyIll").GetBoolean()), registry.Today);
    }

    /// <summary>The path of a reactivation: a case on its ground, its clock two cycles, its end a decision on record.</summary>
    private static async Task IsAskedBack(HttpClient ministry, JsonElement leaver, DateOnly today)
    {
        var path = leaver.GetProperty("reactivation");
        Assert.Contains("chronically-ill", path.GetProperty("grounds").Strings());
        Assert.Equal(today.AddDays(60).AddMonths(6).ToString("yyyy-MM-dd"), path.GetProperty("answeredBy").GetString());
        using var asked = await ministry.PostAsJsonAsync("/api/v1/cases", new
        {
            programme = "PBI-JKN",
            householdId = leaver.GetProperty("householdId").GetGuid(),
            personId = leaver.GetProperty("personId").GetGuid(),
            ground = "chronically-ill",
        });
        var opened = await asked.Json(HttpStatusCode.Created);
        Assert.Equal(("reactivation", today.AddMonths(6).ToString("yyyy-MM-dd")), (opened.GetProperty("kind").GetString(), opened.GetProperty("dueOn").GetString()));
        var closed = await ministry.Post($"/api/v1/cases/{opened.GetProperty("id").GetGuid()}/close", new { version = opened.GetProperty("version").GetInt32(), outcome = "added", note = "still-entitled" });
        Assert.Equal(("closed", "added"), (closed.GetProperty("state").GetString(), closed.GetProperty("outcome").GetString()));
    }

    private static string? Outcome(JsonElement leaver, string clause) => leaver.GetProperty("reasons").EnumerateArray()
        .Where(r => r.GetProperty("clause").GetString() == clause).Select(r => r.GetProperty("outcome").GetString()).SingleOrDefault();

    private static async Task<List<JsonElement>> All(HttpClient http, string url)
    {
        var all = new List<JsonElement>();
        for (var next = url; ;)
        {
            var page = await http.Json(next);
            all.AddRange(page.Items());
            if (!page.TryGetProperty("next", out var cursor)) return all;
            next = $"{url}&cursor={cursor.GetString()}";
        }
    }
}
