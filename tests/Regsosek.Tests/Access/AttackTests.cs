using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Access;

/// <summary>What an attacker tried, kept as tests.</summary>
[OnEveryEngine]
public sealed class AttackTests(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task A_rule_too_large_is_refused_and_the_hub_lives()
    {
        await hub.Given("ruled", _ => { });
        var limit = new { exists = new { fact = "sector", @in = Enumerable.Range(0, 10_000).Select(i => (i % 26) + 1) } };
        using (var answer = await (await hub.As("wali-data")).PatchAsJsonAsync("/api/v1/agreements/ruled", new { version = 1, limit })) await answer.ShouldBe(400, "invalid-parameter");
        Assert.NotEmpty((await (await hub.As("ruled")).Json("/api/v1/households?limit=1")).Items());
    }

    [Fact]
    public async Task The_carer_of_a_younger_person_tells_of_no_hidden_difficulty()
    {
        await hub.Given("health", a => a.Fields = FieldGroups.Health | FieldGroups.Identity);
        await using var registry = hub.Registry();
        var person = await registry.Persons.Include(p => p.Household).FirstAsync(p => p.Presence == MemberPresence.WithFamily && p.Seeing == Difficulty.None && p.Household.HeadName != null);
        (person.BirthDate, person.Behaviour, person.Sadness, person.Carer) = (registry.Today.AddYears(-30), Difficulty.CannotAtAll, Frequency.VeryOften, Caregiver.FamilyMember);
        (person.Hearing, person.Walking, person.Handling, person.Learning) = (Difficulty.None, Difficulty.None, Difficulty.None, Difficulty.None);
        (person.Communicating, person.SelfCare, person.Remembering) = (Difficulty.None, Difficulty.None, Difficulty.None);
        await registry.SaveChangesAsync();
        var members = (await (await hub.As("health")).Json($"/api/v1/households/{person.Household.Id}")).GetProperty("members").EnumerateArray();
        Assert.True(members.Single(m => m.GetProperty("id").GetGuid() == person.Id).GetProperty("carer").IsNull());
    }

    [Fact]
    public async Task A_family_without_a_known_adult_head_shows_no_name_of_a_child()
    {
        await hub.Given("adults", a => a.Fields = FieldGroups.Identity | FieldGroups.Demography);
        await using var registry = hub.Registry();
        var family = await registry.Households.Include(h => h.Members).FirstAsync(h => h.MemberCount > 2);
        foreach (var member in family.Members) (member.Relation, member.BirthDate) = (null, registry.Today.AddYears(-10));
        (family.Notes, family.RespondentName, family.HeadName) = (family.Members[0].Name, family.Members[0].Name, family.Members[0].Name);
        await registry.SaveChangesAsync();
        var seen = await (await hub.As("adults")).Json($"/api/v1/households/{family.Id}");
        foreach (var field in new[] { "headName", "respondentName", "notes" }) Assert.True(seen.GetProperty(field).IsNull(), field);
    }

    [Theory]
    [InlineData("/api/v1/households?memberAge=149-150")]
    [InlineData("/api/v1/households/018f0000-0000-7000-8000-000000000000")]
    [InlineData("/api/v1/households/018f0000-0000-7000-8000-000000000000/classifications")]
    [InlineData("/api/v1/programmes/PKH/eligibility/018f0000-0000-7000-8000-000000000000")]
    [InlineData("/api/v1/programmes/PKH/eligible?region=35.08")]
    public async Task An_empty_answer_is_on_record_too(string route)
    {
        using var answer = await (await hub.As("kemensos")).GetAsync(route);
        var entry = Assert.Single((await (await hub.As("bpkp")).Json($"/api/v1/access-log?requestId={answer.Headers.GetValues("X-Request-Id").Single()}")).Items());
        Assert.Equal(0, entry.GetProperty("families").GetInt32());
    }

    [Fact]
    public async Task With_the_budget_used_up_an_empty_answer_tells_nothing()
    {
        await hub.Given("spent", a => a.Budget = 0);
        using var answer = await (await hub.As("spent")).GetAsync("/api/v1/households?memberAge=149-150&count=exact");
        await answer.ShouldBe(429, "budget-exhausted");
    }

    [Fact]
    public async Task The_same_nik_many_times_suspends_nobody()
    {
        await hub.Given("honest", _ => { });
        await using var registry = hub.Registry();
        var box = await registry.Persons.Where(p => p.NikSealed != null).Select(p => p.NikSealed).FirstAsync();
        var nik = hub.Get<Regsosek.Data.Protection.Seal>().OpenText(box)!;
        var items = (await (await hub.As("honest")).Post("/api/v1/lookup/batch", new { niks = Enumerable.Repeat(nik, 700) })).Items();
        Assert.All(items, i => Assert.True(i.GetProperty("found").GetBoolean()));
    }

    [Fact]
    public async Task A_number_in_a_request_id_is_not_kept()
    {
        var http = await hub.As("kemensos");
        http.DefaultRequestHeaders.Add("X-Request-Id", "9171990101010001");
        using var answer = await http.GetAsync("/api/v1/households?limit=1");
        Assert.NotEqual("9171990101010001", answer.Headers.GetValues("X-Request-Id").Single());
    }

    [Fact]
    public async Task A_bogus_bearer_header_is_counted()
    {
        using var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "x");
        using var answer = await http.GetAsync("/api/v1/regions/91");
        Assert.NotEmpty(answer.Headers.GetValues("RateLimit").Single());
    }
}
