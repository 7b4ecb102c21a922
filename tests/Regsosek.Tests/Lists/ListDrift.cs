using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Exports;

namespace Regsosek.Tests.Lists;

/// <summary>What of a frozen list is no longer so, and what its owner has to say of it; the list itself stays.</summary>
[OnEveryEngine]
public sealed class ListDrift(ListHub hub) : IClassFixture<ListHub>
{
    private static readonly object Large = new { fact = "memberCount", op = ">", value = 5 };

    [Fact]
    public async Task Who_left_and_who_entered_is_told_with_why_and_the_list_stays()
    {
        await hub.Given("drifting", a => a.Scopes = [.. ListHub.Scopes]);
        var http = await hub.As("drifting");
        var list = await Listed.Frozen(http, new { rule = Large });
        var lines = await Listed.Lines(http, list);
        Assert.Empty((await http.Json($"{Listed.Path}/{list.Id()}/drift")).Items());
        Assert.Empty((await http.Json($"{Listed.Path}/{list.Id()}/drift?kind=entered")).Items());

        await using var registry = hub.Registry();
        var inside = await registry.Households.Where(h => h.MemberCount > 5).OrderBy(h => h.Key).ToListAsync();
        var other = await registry.Households.Where(h => h.MemberCount <= 5).OrderBy(h => h.Key).FirstAsync();
        (inside[0].MemberCount, other.MemberCount) = (2, 9);
        await registry.SaveChangesAsync();
        var left = Assert.Single((await http.Json($"{Listed.Path}/{list.Id()}/drift?limit=500")).Items());
        Assert.Equal(("not-eligible", inside[0].Id), (left.GetProperty("reason").GetString(), left.GetProperty("householdId").GetGuid()));
        var clause = Assert.Single(left.GetProperty("clauses").EnumerateArray());
        Assert.Equal(("FALSE", "2"), (clause.GetProperty("outcome").GetString(), clause.GetProperty("found").GetString()));
        var entered = Assert.Single((await http.Json($"{Listed.Path}/{list.Id()}/drift?kind=entered")).Items());
        Assert.Equal(("new", other.Id), (entered.GetProperty("reason").GetString(), entered.GetProperty("householdId").GetGuid()));

        // A page looks at so many entries, and says that more follow.
        var first = await http.Json($"{Listed.Path}/{list.Id()}/drift?limit=1");
        Assert.True(first.TryGetProperty("next", out _));
        Assert.Equal(lines, await Listed.Lines(http, list));
        var logged = await registry.AccessEntries.Where(e => e.Client == "drifting" && e.Surface.Contains("/drift")).CountAsync();
        Assert.Equal(5, logged);
    }

    [Fact]
    public async Task Of_who_is_hidden_and_of_a_hidden_clause_nothing_is_told()
    {
        await hub.Given("blind", a => (a.Scopes, a.Fields, a.Regions) = ([.. ListHub.Scopes], Data.FieldGroups.Demography, ["35", "91"]));
        var http = await hub.As("blind");
        var list = await Listed.Frozen(http, new { programme = "PKH" });
        await using var registry = hub.Registry();
        var keys = await registry.ListEntries.Where(e => registry.Lists.Single(l => l.Id == Guid.Parse(list.Id())).Key == e.ListKey).OrderBy(e => e.Place).Select(e => e.HouseholdKey).ToListAsync();
        var (first, last) = (keys[0], keys[^1]);
        var family = await registry.Households.SingleAsync(h => h.Key == first);
        var moved = await registry.Households.SingleAsync(h => h.Key == last);
        var rank = await registry.Ranks.Where(r => r.HouseholdKey == family.Key).ToListAsync();
        rank.ForEach(r => (r.Decile, r.Percentile, r.WelfareClass) = (10, 99.5, WelfareClass.TIDAK_MISKIN));
        (moved.ProvinceCode, moved.RegencyCode, moved.DistrictCode, moved.VillageCode) = ("11", "11.01", "11.01.01", "11.01.01.2001");
        await registry.SaveChangesAsync();
        var drift = (await http.Json($"{Listed.Path}/{list.Id()}/drift?limit=500")).Items();
        var gone = drift.Single(d => d.GetProperty("reason").GetString() == "not-there");
        Assert.Equal((keys.Count, false), (gone.GetProperty("place").GetInt32(), gone.TryGetProperty("householdId", out _)));
        var left = drift.Single(d => d.GetProperty("place").GetInt32() == 1);
        Assert.Equal("not-eligible", left.GetProperty("reason").GetString());
        Assert.All(left.GetProperty("clauses").EnumerateArray().Where(c => c.GetProperty("needed").GetString()!.Contains("decile", StringComparison.Ordinal)),
            c => Assert.Equal("not-granted", c.GetProperty("reason").GetString()));
        Assert.DoesNotContain(drift, d => d.TryGetProperty("was", out _));
    }

    [Fact]
    public async Task A_notice_is_told_to_whoever_pulls()
    {
        await hub.Given("notices", a => a.Scopes = [.. ListHub.Scopes]);
        var http = await hub.As("notices");
        var draft = await Listed.Drafted(http, new { rule = Large });
        var path = $"{Listed.Path}/{draft.Id()}/notices";
        using (var early = await http.PostAsJsonAsync(path, new { kind = "recall", reason = "Early" })) await early.ShouldBe(409, "list-not-there");
        var list = await Listed.Frozen(http, new { rule = Large, quota = 3 });
        path = $"{Listed.Path}/{list.Id()}/notices";
        using (var made = await http.PostAsJsonAsync(path, new { kind = "recall", places = new[] { 2, 1, 2 }, reason = "Paid by another programme" }))
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using (var made = await http.PostAsJsonAsync(path, new { kind = "amendment", reason = "The period is a month longer" })) Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        foreach (var wrong in new object[] { new { kind = "other", reason = "x" }, new { kind = "recall", reason = "" }, new { kind = "recall", places = new[] { 9999 }, reason = "x" },
            new { kind = "recall", reason = "See 9171990101909999" } })
        {
            using var refused = await http.PostAsJsonAsync(path, wrong);
            await refused.ShouldBe(400, "invalid-parameter");
        }

        Assert.Equal(2, (await http.Json($"{Listed.Path}/{list.Id()}")).GetProperty("notices").GetInt32());
        var notices = (await http.Json(path)).Items();
        Assert.Equal(["recall", "amendment"], notices.Select(n => n.GetProperty("kind").GetString()));
        Assert.Equal([1, 2], notices[0].GetProperty("places").EnumerateArray().Select(p => p.GetInt32()));
        Assert.False(notices[1].TryGetProperty("places", out _));
    }
}
