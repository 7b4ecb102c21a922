using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Participation;
using Regsosek.Tests.Targeting;

namespace Regsosek.Tests.Cases;

/// <summary>Each error is a case, opened, closed and opened again by assessments, and answered by who has to.</summary>
[OnEveryEngine]
public sealed class CasesOfErrors(CasesHub hub) : IClassFixture<CasesHub>
{
    [Fact]
    public async Task Each_error_is_one_case_and_nothing_else_is()
    {
        var families = await hub.Families();
        await hub.Deliver("SEMBAKO", "2025-10", families.Where((_, i) => i % 2 == 0));
        var ministry = await hub.As("kemensos");
        var due = (await NaiveTargeting.Of(hub, "SEMBAKO", "2025-10")).Subjects
            .Select(s => (Kind: s.Outcome == "entitled-not-receiving" ? "exclusion" : s.Outcome == "not-entitled-receiving" ? "inclusion" : "", s.Family.Id))
            .Where(s => s.Kind.Length > 0).Select(s => $"{s.Kind} {s.Id}").Order(StringComparer.Ordinal).ToList();
        var cases = await ministry.Cases("programme=SEMBAKO");
        Assert.Equal(due, cases.Select(c => $"{c.Text("kind")} {c.Text("householdId")}").Order(StringComparer.Ordinal));
        Assert.Contains(cases, c => c.Text("kind") == "exclusion");
        Assert.Contains(cases, c => c.Text("kind") == "inclusion");
        Assert.All(cases, c => Assert.Equal(("open", "kemensos", "2025-10", 1L, false), (c.Text("state"), c.Text("owner"), c.Text("period"), c.Number("version"), c.GetProperty("overdue").GetBoolean())));

        // The same again opens nothing and changes nothing.
        await hub.Assess("SEMBAKO", "2025-10");
        Assert.Equal(cases.Select(c => c.GetRawText()), (await ministry.Cases("programme=SEMBAKO")).Select(c => c.GetRawText()));
        Assert.Equal(cases.Count(c => c.Text("kind") == "inclusion"), (await ministry.Cases("programme=SEMBAKO&kind=inclusion")).Count);
        Assert.Empty(await ministry.Cases("programme=SEMBAKO&state=closed"));
        Assert.Empty(await ministry.Cases("programme=SEMBAKO&overdue=true"));
        Assert.Empty(await ministry.Cases("programme=SEMBAKO&owner=pemkot-jayapura"));
        Assert.Equal(cases.Count(c => c.Text("region").StartsWith("35.", StringComparison.Ordinal)), (await ministry.Cases("programme=SEMBAKO&region=35")).Count);
    }

    [Fact]
    public async Task A_case_goes_with_its_error_and_comes_back_with_it()
    {
        var (families, ministry) = (await hub.Families(), await hub.As("kemensos"));
        await hub.Deliver("PKH", "2025-01", families.Take(2));

        // One that is entitled in March still: children grow out of the programme.
        var entitled = (await NaiveTargeting.Of(hub, "PKH", "2025-03")).Subjects.Where(s => s.Outcome == "entitled-not-receiving").Select(s => s.Family.Id.ToString()).ToHashSet();
        var missed = (await ministry.Cases("programme=PKH&kind=exclusion")).First(c => entitled.Contains(c.Text("householdId")));
        await using var registry = hub.Registry();
        var key = await registry.Households.Where(h => h.Id == Guid.Parse(missed.Text("householdId"))).Select(h => h.Key).SingleAsync();

        await hub.Deliver("PKH", "2025-02", families.Take(2).Append(key));
        var gone = await ministry.Json($"{CasesHub.Route}/{missed.Id()}");
        Assert.Equal(("closed", "resolved-by-data"), (gone.Text("state"), gone.Text("outcome")));
        Assert.False(gone.TryGetProperty("closedBy", out _));

        // An earlier period is counted, but opens nothing.
        await hub.Assess("PKH", "2025-01");
        Assert.Equal("closed", (await ministry.Json($"{CasesHub.Route}/{missed.Id()}")).Text("state"));
        await hub.Deliver("PKH", "2025-03", families.Take(2));
        var back = await ministry.Json($"{CasesHub.Route}/{missed.Id()}");
        Assert.Equal(("open", "2025-03", 2L), (back.Text("state"), back.Text("period"), back.Number("openings")));
        Assert.Equal(["closed", "reopened"], back.GetProperty("steps").EnumerateArray().Select(s => s.Text("did")));
        Assert.Equal("resolved-by-data", back.GetProperty("steps")[0].Text("says"));
    }

    [Fact]
    public async Task An_answer_is_given_once_shows_in_the_figures_and_stays()
    {
        var (families, ministry) = (await hub.Families(), await hub.Ministry("kemen-esdm", "LISTRIK"));
        await hub.Deliver("LISTRIK", "2025-06", families.Where((_, i) => i % 2 == 0), "kemen-esdm");
        var missed = await ministry.Cases("programme=LISTRIK&kind=exclusion");
        var paid = await ministry.Cases("programme=LISTRIK&kind=inclusion");
        Assert.True(missed.Count > 1 && paid.Count > 1);
        var exact = "/api/v1/targeting/LISTRIK/own";
        var before = TargetingHub.Outcomes((await ministry.Json(exact)).GetProperty("regions")[0])["not-entitled-receiving"];
        Assert.Equal(0, before.Number("actedOn"));

        var closed = await ministry.Close(paid[0], "justified", "still-entitled");
        Assert.Equal(("closed", "justified", "still-entitled", "kemen-esdm", 2L),
            (closed.Text("state"), closed.Text("outcome"), closed.Text("note"), closed.Text("closedBy"), closed.Number("version")));
        using (var twice = await ministry.Do(closed, "close", new { version = 2, outcome = "justified", note = "other" })) await twice.ShouldBe(409, "case-closed");
        using (var stale = await ministry.Do(missed[0], "close", new { version = 7, outcome = "added", note = "other" })) await stale.ShouldBe(409, "case-changed");
        var objectBy = DateOnly.FromDateTime(DateTimeOffset.Parse(missed[0].Text("openedAt"), null).UtcDateTime).AddDays(30);
        foreach (var wrong in new object[]
        {
            new { version = 1, outcome = "removed", note = "deceased" }, new { version = 1, outcome = "removed", note = "deceased", objectBy = "2020-01-01" },
            new { version = 1, outcome = "added", note = "deceased" }, new { version = 1, outcome = "resolved-by-data", note = "deceased" },
            new { version = 1, outcome = "justified", note = "Rp 100 from Budi" }, new { version = 1, outcome = "gone", note = "other" },
        })
        {
            using var refused = await ministry.Do(paid[1], "close", wrong);
            await refused.ShouldBe(400, "invalid-parameter");
        }

        Assert.Equal($"{objectBy:yyyy-MM-dd}", (await ministry.Close(paid[1], "removed", "moved-away", objectBy)).Text("objectBy"));
        await ministry.Close(missed[0], "added", "condition-changed");
        await hub.Assess("LISTRIK", "2025-06");
        var after = TargetingHub.Outcomes((await ministry.Json(exact)).GetProperty("regions")[0]);
        Assert.Equal(before.Number("families"), after["not-entitled-receiving"].Number("families"));
        Assert.Equal(before.Number("outstanding") - 2, after["not-entitled-receiving"].Number("outstanding"));
        Assert.Equal(2, after["not-entitled-receiving"].Number("actedOn"));
        Assert.Equal(1, after["entitled-not-receiving"].Number("actedOn"));

        // A decision stands, also when the error is still found: the period is the one it was made of.
        foreach (var one in new[] { paid[0], paid[1], missed[0] })
            Assert.Equal("closed", (await ministry.Json($"{CasesHub.Route}/{one.Id()}")).Text("state"));
        Assert.Equal(["closed"], (await ministry.Json($"{CasesHub.Route}/{paid[0].Id()}")).GetProperty("steps").EnumerateArray().Select(s => s.Text("did")));
    }

    [Fact]
    public async Task What_is_not_the_callers_is_as_absent()
    {
        await hub.Deliver("PBI-JKN", "2025-07", (await hub.Families()).Take(9));
        var ministry = await hub.As("kemensos");
        var elsewhere = (await ministry.Cases("programme=PBI-JKN&region=35"))[0];
        Assert.NotEmpty(elsewhere.Text("personId"));
        await hub.Given("city", a => (a.Regions, a.Programmes, a.Scopes) = (["91"], ["PBI-JKN"], ["cases.read", "cases.write"]));
        await hub.Given("others", a => (a.Programmes, a.Scopes) = (["PIP"], ["cases.read"]));
        await hub.Given("blind", a => (a.Programmes, a.Scopes, a.Fields) = (["PBI-JKN"], ["cases.read"], FieldGroups.All & ~FieldGroups.Protection));
        await hub.Given("unscoped", a => a.Programmes = ["PBI-JKN"]);
        var city = await hub.As("city");
        foreach (var id in new[] { elsewhere.Id(), Guid.Empty.ToString() })
        {
            using (var read = await city.GetAsync($"{CasesHub.Route}/{id}")) await read.ShouldBe(404, "not-found");
            using (var write = await city.PostAsJsonAsync($"{CasesHub.Route}/{id}/close", new { version = 1, outcome = "justified", note = "other" })) await write.ShouldBe(404, "not-found");
            using (var write = await city.PostAsJsonAsync($"{CasesHub.Route}/{id}/assign", new { version = 1, owner = "city" })) await write.ShouldBe(404, "not-found");
            using (var ungranted = await (await hub.As("others")).GetAsync($"{CasesHub.Route}/{id}")) await ungranted.ShouldBe(404, "not-found");
            using (var hidden = await (await hub.As("blind")).GetAsync($"{CasesHub.Route}/{id}")) await hidden.ShouldBe(403, "field-not-granted");
            using (var scope = await (await hub.As("unscoped")).GetAsync($"{CasesHub.Route}/{id}")) await scope.ShouldBe(403, "scope-missing");
        }

        Assert.All(await city.Cases("programme=PBI-JKN"), c => Assert.StartsWith("91.", c.Text("region"), StringComparison.Ordinal));
        using (var named = await (await hub.As("others")).GetAsync($"{CasesHub.Route}?programme=PBI-JKN")) await named.ShouldBe(403, "programme-not-granted");
        using (var unknown = await city.GetAsync($"{CasesHub.Route}?nik=1")) await unknown.ShouldBe(400, "unknown-parameter");
        foreach (var wrong in new[] { "kind=x", "state=x", "programme=X", "region=99", "limit=0", "owner=%20" })
            using (var refused = await city.GetAsync($"{CasesHub.Route}?{wrong}")) await refused.ShouldBe(400, "invalid-parameter");
        await using var registry = hub.Registry();
        var reads = await registry.AccessEntries.Where(e => e.Client == "city" && e.Surface == "GET /api/v1/cases/").ToListAsync();
        Assert.Contains(reads, e => e.Families > 0 && e.Fields.HasFlag(FieldGroups.Protection));
    }

    [Fact]
    public async Task The_ministry_hands_a_case_to_the_region_which_answers_it()
    {
        var ministry = await hub.Ministry("bapanas", "BERAS");
        await hub.Deliver("BERAS", "2025-08", (await hub.Families()).Take(5), "bapanas");
        var here = (await ministry.Cases("programme=BERAS&region=91")).First(c => c.Text("kind") == "exclusion");
        await hub.Given("region", a => (a.Regions, a.Programmes, a.Scopes) = (["91"], ["BERAS"], ["cases.read", "cases.write"]));
        await hub.Given("far", a => (a.Regions, a.Programmes, a.Scopes) = (["35"], ["BERAS"], ["cases.read", "cases.write"]));
        var region = await hub.As("region");
        using (var early = await region.Do(here, "close", new { version = 1, outcome = "added", note = "other" })) await early.ShouldBe(403, "case-not-yours");
        foreach (var nobody in new[] { "far", "bpkp", "nobody" })
            using (var refused = await ministry.Do(here, "assign", new { version = 1, owner = nobody })) await refused.ShouldBe(400, "invalid-parameter");
        using (var assigned = await ministry.Do(here, "assign", new { version = 1, owner = "region" })) Assert.Equal("region", (await assigned.Json(HttpStatusCode.OK)).Text("owner"));
        Assert.Equal(here.Id(), Assert.Single(await region.Cases("owner=region")).Id());
        using (var stale = await region.Do(here, "close", new { version = 1, outcome = "added", note = "other" })) await stale.ShouldBe(409, "case-changed");
        using (var closed = await region.Do(here, "close", new { version = 2, outcome = "added", note = "verified-at-home" })) await closed.Json(HttpStatusCode.OK);
        var told = await ministry.Json($"{CasesHub.Route}/{here.Id()}");
        Assert.Equal(["assigned bapanas region", "closed region added"], told.GetProperty("steps").EnumerateArray().Select(s => $"{s.Text("did")} {s.Text("by")} {s.Text("says")}"));
    }

    [Fact]
    public async Task Who_has_lost_a_programme_asks_it_back_and_the_clock_is_two_cycles()
    {
        var families = await hub.Families();
        var ministry = await hub.Ministry("kemen-pkp", "BSPS");
        await using var registry = hub.Registry();
        await hub.Deliver("BSPS", "2025-01", families.Take(3), "kemen-pkp");
        await hub.Deliver("BSPS", "2025-02", families.Skip(1).Take(2), "kemen-pkp");
        var ids = await registry.Households.Where(h => families.Contains(h.Key)).OrderBy(h => h.Key).Select(h => h.Id).Take(2).ToListAsync();
        await hub.Given("office", a => (a.Programmes, a.Scopes, a.Fields) = (["BSPS", "BSU"], ["cases.read", "cases.write"], FieldGroups.All & ~FieldGroups.Health));
        var office = await hub.As("office");
        var body = new { programme = "BSPS", householdId = ids[0], ground = "chronically-ill" };
        using var first = await office.PostAsJsonAsync(CasesHub.Route, body);
        var opened = await first.Json(HttpStatusCode.Created);
        Assert.Equal(("reactivation", "open", "kemen-pkp", $"{registry.Today.AddMonths(6):yyyy-MM-dd}"), (opened.Text("kind"), opened.Text("state"), opened.Text("owner"), opened.Text("dueOn")));
        Assert.False(opened.TryGetProperty("ground", out _), "who may not see health does not see that somebody is ill");
        Assert.Equal("chronically-ill", (await ministry.Json($"{CasesHub.Route}/{opened.Id()}")).Text("ground"));
        using (var again = await office.PostAsJsonAsync(CasesHub.Route, body)) Assert.Equal(opened.Id(), (await again.Json(HttpStatusCode.OK)).Id());
        using (var kept = await office.PostAsJsonAsync(CasesHub.Route, body with { householdId = ids[1] })) await kept.ShouldBe(409, "nothing-lost");
        using (var none = await office.PostAsJsonAsync(CasesHub.Route, body with { householdId = Guid.Empty })) await none.ShouldBe(404, "not-found");
        using (var person = await office.PostAsJsonAsync(CasesHub.Route, body with { programme = "BSU" })) await person.ShouldBe(400, "invalid-parameter");
        using (var ground = await office.PostAsJsonAsync(CasesHub.Route, body with { ground = "rich" })) await ground.ShouldBe(400, "invalid-parameter");
        using (var foreign = await office.PostAsJsonAsync(CasesHub.Route, body with { programme = "PKH" })) await foreign.ShouldBe(403, "programme-not-granted");

        // Assessments leave it alone; closed and lost still, it is opened again.
        await hub.Assess("BSPS", "2025-02");
        Assert.Equal("open", (await ministry.Json($"{CasesHub.Route}/{opened.Id()}")).Text("state"));
        await ministry.Close(opened, "justified", "condition-changed");
        using var back = await office.PostAsJsonAsync(CasesHub.Route, body);
        Assert.Equal((opened.Id(), 2L), ((await back.Json(HttpStatusCode.OK)).Id(), (await ministry.Json($"{CasesHub.Route}/{opened.Id()}")).Number("openings")));
    }
}
