using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Programmes;

[Collection(SharedHub.Name)]
public sealed class EligibilityHttpTests(TestHub hub)
{
    [Fact]
    public async Task Programmes_are_public_with_rule_decree_and_verified_figures()
    {
        var items = (await hub.Anyone().Json("/api/v1/programmes")).Items();
        Assert.Equal(17, items.Count);
        var drafts = items.Where(p => p.TryGetProperty("draft", out _)).ToList();
        Assert.Equal(["KUR", "LPG", "UMI"], drafts.Select(p => p.GetProperty("code").GetString()));
        Assert.All(items.Except(drafts), p => Assert.False(string.IsNullOrEmpty(p.GetProperty("inForce").GetProperty("decree").GetString())));
        Assert.All(items.Except(drafts), p => Assert.StartsWith("- ", p.GetProperty("inForce").GetProperty("says").GetProperty("id").GetString(), StringComparison.Ordinal));
        Assert.Equal("person", (await hub.Anyone().Json("/api/v1/programmes/PIP")).GetProperty("unit").GetString());
        using var none = await hub.Anyone().GetAsync("/api/v1/programmes/NONE");
        await none.ShouldBe(404, "not-found");
    }

    [Fact]
    public async Task A_verdict_names_every_clause_what_was_needed_and_found()
    {
        var http = await hub.As("kemensos");
        var id = (await http.Json("/api/v1/programmes/PKH/eligible?limit=1")).Items()[0].GetProperty("householdId").GetGuid();
        var verdict = await http.Json($"/api/v1/programmes/PKH/eligibility/{id}");
        Assert.True(verdict.GetProperty("indicative").GetBoolean());
        var reasons = verdict.GetProperty("reasons").EnumerateArray().ToList();
        Assert.All(reasons, r => Assert.False(string.IsNullOrEmpty(r.GetProperty("needed").GetString())));
        var decile = reasons.Single(r => r.GetProperty("needed").GetString()!.StartsWith("decile", StringComparison.Ordinal));
        Assert.Equal(("TRUE", "ranking"), (decile.GetProperty("outcome").GetString(), decile.GetProperty("source").GetString()));
        Assert.Equal("ELIGIBLE", verdict.GetProperty("verdict").GetString());
        Assert.NotEmpty(verdict.GetProperty("benefit").GetProperty("components").EnumerateArray());
    }

    [Fact]
    public async Task A_person_programme_asked_by_family_answers_for_each_person()
    {
        var http = await hub.As("kemensos");
        var id = await Family("memberSchoolParticipation=2");
        var family = await http.Json($"/api/v1/households/{id}");
        var verdict = await http.Json($"/api/v1/programmes/PIP/eligibility/{id}");
        Assert.Equal(family.GetProperty("memberCount").GetInt32(), verdict.GetProperty("persons").GetArrayLength());
        Assert.All(verdict.GetProperty("persons").EnumerateArray(), p => Assert.NotEmpty(p.GetProperty("reasons").EnumerateArray()));
    }

    [Fact]
    public async Task A_clause_on_a_hidden_field_is_null_and_says_not_granted()
    {
        var http = await hub.As("kemnaker");
        var id = (await http.Json("/api/v1/households?limit=1&memberAge=20-40")).Items()[0].GetProperty("id").GetGuid();
        var granted = await http.Json($"/api/v1/programmes/PRAKERJA/eligibility/{id}");
        Assert.DoesNotContain(granted.GetProperty("persons").EnumerateArray().SelectMany(p => p.GetProperty("reasons").EnumerateArray()), r => Reason(r) == "not-granted");

        var health = await hub.As("kemenkes");
        var other = (await health.Json("/api/v1/households?limit=1")).Items()[0].GetProperty("id").GetGuid();
        var hidden = (await health.Json($"/api/v1/programmes/PBI-JKN/eligibility/{other}")).GetProperty("persons").EnumerateArray()
            .SelectMany(p => p.GetProperty("reasons").EnumerateArray()).Where(r => Reason(r) == "not-granted" && r.TryGetProperty("within", out _)).ToList();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, r => Assert.True(r.GetProperty("found").IsNull() && r.GetProperty("outcome").IsNull()));

        static string? Reason(System.Text.Json.JsonElement r) => r.TryGetProperty("reason", out var reason) ? reason.GetString() : null;
    }

    [Fact]
    public async Task A_programme_outside_the_agreement_is_refused()
    {
        using var answer = await (await hub.As("kementan")).GetAsync("/api/v1/programmes/PKH/eligible");
        await answer.ShouldBe(403, "programme-not-granted");
    }

    [Theory]
    [InlineData("PKH", "kemensos")]
    [InlineData("SEMBAKO", "pemkot-jayapura")]
    [InlineData("PIP", "prov-papua")]
    [InlineData("PBI-JKN", "kemenkes")]
    public async Task The_list_is_in_rank_order_and_agrees_with_single_verdicts(string programme, string partner)
    {
        var http = await hub.As(partner);
        var entries = new List<System.Text.Json.JsonElement>();
        for (string? next = ""; next is not null;)
        {
            var page = await http.Json($"/api/v1/programmes/{programme}/eligible?limit=60&verdict=ELIGIBLE,UNKNOWN{(next.Length > 0 ? $"&cursor={next}" : "")}");
            entries.AddRange(page.Items());
            next = page.TryGetProperty("next", out var more) && entries.Count < 180 ? more.GetString() : null;
        }

        Assert.NotEmpty(entries);
        var deciles = entries.Select(e => e.GetProperty("household").GetProperty("decile").GetInt32()).ToList();
        Assert.Equal(deciles.Order(), deciles);
        Assert.All(entries.Where(e => e.GetProperty("verdict").GetString() == "UNKNOWN"), e => Assert.NotEmpty(e.GetProperty("missing").EnumerateArray()));
        foreach (var entry in entries.Take(25))
        {
            var single = await http.Json($"/api/v1/programmes/{programme}/eligibility/{entry.GetProperty("householdId").GetString()}");
            var verdict = entry.TryGetProperty("personId", out var person)
                ? single.GetProperty("persons").EnumerateArray().Single(p => p.GetProperty("personId").GetString() == person.GetString()).GetProperty("verdict")
                : single.GetProperty("verdict");
            Assert.Equal(entry.GetProperty("verdict").GetString(), verdict.GetString());
        }
    }

    [Fact]
    public async Task A_batch_of_niks_gets_verdicts_in_order()
    {
        await using var registry = hub.Registry();
        var boxes = await registry.Persons.Where(p => p.NikSealed != null).OrderBy(p => p.Key).Take(40).Select(p => p.NikSealed).ToListAsync();
        var niks = boxes.Select(b => hub.Get<Seal>().OpenText(b)!).Append("9171990101909999").ToArray();
        var items = (await (await hub.As("kemensos")).Post("/api/v1/programmes/SEMBAKO/eligibility/batch", new { niks })).Items();
        Assert.Equal(41, items.Count);
        Assert.All(items.Take(40), i => Assert.True(i.GetProperty("found").GetBoolean()));
        Assert.False(items[40].GetProperty("found").GetBoolean());
        using var many = await (await hub.As("kemensos")).PostAsJsonAsync("/api/v1/programmes/SEMBAKO/eligibility/batch", new { niks = Array.Empty<string>() });
        await many.ShouldBe(400, "invalid-parameter");
    }

    [Theory]
    [InlineData("verdict=MAYBE", "verdict")]
    [InlineData("limit=0", "limit")]
    [InlineData("region=1.2.3.4.5", "region")]
    [InlineData("region=99.99", "region")]
    [InlineData("limit=x", "limit")]
    public async Task A_list_parameter_that_is_not_sound_is_named(string query, string parameter)
    {
        using var answer = await (await hub.As("kemensos")).GetAsync($"/api/v1/programmes/PKH/eligible?{query}");
        Assert.Equal(parameter, (await answer.ShouldBe(400, "invalid-parameter")).GetProperty("parameter").GetString());
    }

    private async Task<Guid> Family(string filter) =>
        (await (await hub.As("kemensos")).Json($"/api/v1/households?limit=1&{filter}")).Items()[0].GetProperty("id").GetGuid();
}
