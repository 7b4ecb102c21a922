using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Partners;
using Regsosek.Tests.Classification;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Access;

[OnEveryEngine]
public sealed class AgreementTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private const string Route = "/api/v1/households?limit=2";

    [Fact]
    public async Task A_change_holds_from_the_next_request_on()
    {
        await hub.Given("changing", _ => { });
        var http = await hub.As("changing");
        Assert.False((await http.Json(Route)).Items()[0].GetProperty("headName").IsNull());
        await hub.Change("changing", a => a.Fields = FieldGroups.Classification);
        Assert.True((await http.Json(Route)).Items()[0].GetProperty("headName").IsNull());
        await hub.Change("changing", a => a.Regions = []);
        Assert.Empty((await http.Json(Route)).Items());
        await hub.Change("changing", a => a.Status = AgreementStatus.Suspended);
        using var answer = await http.GetAsync(Route);
        await answer.ShouldBe(403, "agreement-not-in-force");
    }

    [Fact]
    public async Task An_agreement_outside_its_dates_opens_nothing()
    {
        await hub.Given("over", _ => { });
        var http = await hub.As("over");
        await hub.Change("over", a => (a.ValidFrom, a.ValidTo) = (a.ValidFrom.AddDays(-9), a.ValidFrom.AddDays(-1)));
        using (var answer = await http.GetAsync(Route)) await answer.ShouldBe(403, "agreement-not-in-force");
        using var token = await hub.AskToken("over", "over-demo");
        Assert.Contains("agreement-not-in-force", (await token.Json(System.Net.HttpStatusCode.BadRequest)).GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_several_purposes_the_token_request_names_one_and_it_is_logged()
    {
        await hub.Given("purposes", a => a.Purposes = ["one", "two"]);
        using (var none = await hub.AskToken("purposes", "purposes-demo"))
            Assert.StartsWith("purpose-required", (await none.Json(System.Net.HttpStatusCode.BadRequest)).GetProperty("error_description").GetString(), StringComparison.Ordinal);
        using (var other = await hub.AskToken("purposes", "purposes-demo", ("purpose", "three")))
            Assert.StartsWith("purpose-not-agreed", (await other.Json(System.Net.HttpStatusCode.BadRequest)).GetProperty("error_description").GetString(), StringComparison.Ordinal);

        using var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new("Bearer", await hub.Token("purposes", ("purpose", "two")));
        await http.Json(Route);
        await using var registry = hub.Registry();
        Assert.Equal("two", await registry.AccessEntries.Where(e => e.Client == "purposes").Select(e => e.Purpose).SingleAsync());
    }

    [Fact]
    public async Task The_end_user_is_required_where_the_agreement_says_so_and_logged()
    {
        await hub.Given("staffed", a => a.RequiresEndUser = true);
        var http = await hub.As("staffed");
        using (var answer = await http.GetAsync(Route)) await answer.ShouldBe(400, "end-user-required");
        http.DefaultRequestHeaders.Add("X-End-User", "staff-7");
        await http.Json(Route);
        await using var registry = hub.Registry();
        Assert.Equal("staff-7", await registry.AccessEntries.Where(e => e.Client == "staffed").Select(e => e.EndUser).SingleAsync());
    }

    [Fact]
    public async Task The_budget_of_distinct_persons_ends_and_counts_nobody_twice()
    {
        await hub.Given("budgeted", a => a.Budget = 10);
        var http = await hub.As("budgeted");
        var id = (await http.Json("/api/v1/households?limit=1")).Items()[0].GetProperty("id").GetGuid();
        for (var i = 0; i < 5; i++) await http.Json($"/api/v1/households/{id}");
        var used = (await http.Json("/api/v1/me")).GetProperty("budget").GetProperty("used").GetInt64();
        Assert.InRange(used, 1, 10);
        using (var answer = await http.GetAsync("/api/v1/households?limit=100")) await answer.ShouldBe(429, "budget-exhausted");
        Assert.Equal(used, (await http.Json("/api/v1/me")).GetProperty("budget").GetProperty("used").GetInt64());
    }

    [Fact]
    public async Task Every_nik_asked_counts_found_or_not()
    {
        await hub.Given("asking", a => a.Budget = 3);
        var http = await hub.As("asking");
        foreach (var serial in new[] { "0001", "0002", "0003", "0003" }) await http.Post("/api/v1/lookup", new { nik = "917199010190" + serial });
        using var answer = await http.PostAsJsonAsync("/api/v1/lookup", new { nik = "9171990101900004" });
        await answer.ShouldBe(429, "budget-exhausted");
    }

    [Fact]
    public async Task A_client_that_tries_numbers_is_suspended_until_a_steward_lets_it_go_on()
    {
        await hub.Given("guessing", _ => { });
        var http = await hub.As("guessing");
        var tried = new { niks = Enumerable.Range(1, 600).Select(i => $"917199020290{i:0000}") };
        using (var caught = await http.PostAsJsonAsync("/api/v1/lookup/batch", tried)) await caught.ShouldBe(403, "client-suspended");
        using (var answer = await http.GetAsync(Route)) await answer.ShouldBe(403, "client-suspended");
        using (var resumed = await (await hub.As("wali-data")).PostAsync("/api/v1/agreements/guessing/clients/guessing/resume", null)) Assert.Equal(204, (int)resumed.StatusCode);
        await http.Json(Route);
    }

    [Fact]
    public async Task A_steward_changes_an_agreement_and_a_second_one_is_told()
    {
        await hub.Given("stewarded", _ => { });
        var steward = await hub.As("wali-data");
        using (var answer = await steward.PatchAsJsonAsync("/api/v1/agreements/stewarded", new { version = 1, fields = new[] { "housing" }, limit = new { fact = "decile", op = "<=", value = 3 } }))
            Assert.Equal(2, (await answer.Json(System.Net.HttpStatusCode.OK)).GetProperty("version").GetInt32());
        using (var late = await steward.PatchAsJsonAsync("/api/v1/agreements/stewarded", new { version = 1, budget = 1 })) await late.ShouldBe(409, "agreement-changed");
        using (var bad = await steward.PatchAsJsonAsync("/api/v1/agreements/stewarded", new { version = 2, limit = new { fact = "income", op = "<", value = 3 } })) await bad.ShouldBe(400, "invalid-parameter");

        await using var registry = hub.Registry();
        var expected = await registry.Households.LongCountAsync(h => h.Rank.Decile <= 3);
        Assert.Equal(expected, (await (await hub.As("stewarded")).Json("/api/v1/households?count=exact")).GetProperty("total").GetInt64());
        foreach (var bad2 in new object[] { new { version = 2, regions = new[] { "zzz" } }, new { version = 2, budget = -5 }, new { version = 2, purposes = Array.Empty<string>() }, new { version = 2, programmes = new[] { "NONE" } } })
        {
            using var refused = await steward.PatchAsJsonAsync("/api/v1/agreements/stewarded", bad2);
            await refused.ShouldBe(400, "invalid-parameter");
        }

        foreach (var wider in new object[]
        {
            new { version = 2, limit = (object?)null }, new { version = 2, fields = new[] { "housing", "work" } }, new { version = 2, budget = 2_000_000 },
            new { version = 2, limit = new { fact = "decile", op = "<=", value = 4 } }, new { version = 2, purposes = new[] { "test", "other" } },
            new { version = 2, programmes = new[] { "PKH", "PIP" } }, new { version = 2, scopes = new[] { "registry.read", "accesslog.read" } },
        })
        {
            using var refused = await steward.PatchAsJsonAsync("/api/v1/agreements/stewarded", wider);
            await refused.ShouldBe(403, "approval-required");
        }

        using (var stopped = await steward.PatchAsJsonAsync("/api/v1/agreements/stewarded", new { version = 2, status = "suspended" })) Assert.True(stopped.IsSuccessStatusCode);
        using (var again = await steward.PatchAsJsonAsync("/api/v1/agreements/stewarded", new { version = 3, status = "active" })) await again.ShouldBe(403, "approval-required");
        var changes = registry.AgreementChanges.Where(c => registry.Agreements.Any(a => a.Code == "stewarded" && a.Key == c.AgreementKey));
        Assert.Equal([(1, "wali-data"), (2, "wali-data")], (await changes.OrderBy(c => c.Version).ToListAsync()).Select(c => (c.Version, c.By)));
    }

    [Fact]
    public async Task Families_without_a_rank_are_outside_a_decile_limit_and_counted()
    {
        await hub.Given("poorest", a => a.Limit = """{"fact":"decile","op":"<=","value":4}""");
        await using var registry = hub.Registry();
        var family = await registry.Households.FirstAsync(h => h.Rank.Decile == 1);
        var http = await hub.As("poorest");
        await http.Json($"/api/v1/households/{family.Id}");
        var before = await NotYetRanked();
        await registry.Unrank(family.Key);
        using (var answer = await http.GetAsync($"/api/v1/households/{family.Id}")) await answer.ShouldBe(404, "not-found");
        Assert.Equal(before + 1, await NotYetRanked());

        async Task<long> NotYetRanked() => (await http.Json("/api/v1/me")).GetProperty("notYetRanked").GetInt64();
    }

    [Fact]
    public async Task The_identity_of_a_person_of_unknown_age_is_hidden_as_a_childs_is()
    {
        await hub.Given("adults-only", a => a.Fields = FieldGroups.Identity | FieldGroups.Demography);
        await using var registry = hub.Registry();
        var person = await registry.Persons.Include(p => p.Household).FirstAsync(p => p.NikHash != null && p.Relation == FamilyRelation.Head && p.BirthDate != null);
        var born = person.BirthDate;
        person.BirthDate = null;
        await registry.SaveChangesAsync();
        var family = await (await hub.As("adults-only")).Json($"/api/v1/households/{person.Household.Id}");
        var member = family.GetProperty("members").EnumerateArray().Single(m => m.GetProperty("id").GetGuid() == person.Id);
        Assert.True(member.GetProperty("name").IsNull() && member.GetProperty("nik").IsNull() && family.GetProperty("headName").IsNull());
        Assert.Equal("child", member.GetProperty("_masked").GetProperty("nik").GetString());
        person.BirthDate = born;
        await registry.SaveChangesAsync();
    }

    [Fact]
    public async Task A_steward_does_not_change_the_agreement_he_acts_under()
    {
        using var answer = await (await hub.As("wali-data")).PatchAsJsonAsync("/api/v1/agreements/demo-wali-data", new { version = 1, scopes = new[] { "registry.read" } });
        await answer.ShouldBe(403, "own-agreement");
    }
}
