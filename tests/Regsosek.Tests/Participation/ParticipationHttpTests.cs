using System.Linq.Expressions;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Graph;

namespace Regsosek.Tests.Participation;

[OnEveryEngine]
public sealed class ParticipationHttpTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private const string Stranger = "9171990101909999";

    private sealed record Known(string Nik, Guid Person, Guid Family);

    [Fact]
    public async Task A_delivery_is_told_row_by_row_and_is_the_history_of_the_family()
    {
        var (ministry, somebody) = (await hub.As("kemensos"), await Someone(p => true));
        var delivery = await ministry.Deliver("programme=SEMBAKO&period=2026-01", $"nik,amount\n{somebody.Nik},200000\n{Stranger},200000\n12,1\n");
        Assert.Equal("finished", delivery.GetProperty("state").GetString());
        Assert.Equal((3, 2, 1), (delivery.Number("rows"), delivery.Number("added"), delivery.Number("rejected")));
        Assert.False(delivery.TryGetProperty("matched", out _), "of a few rows nothing is told by their number");

        var rows = await ministry.Rows(delivery);
        Assert.Equal(["standing", "standing", "rejected"], rows.Select(r => r.GetProperty("state").GetString()));
        Assert.Equal((somebody.Family, somebody.Person), (rows[0].GetProperty("householdId").GetGuid(), rows[0].GetProperty("personId").GetGuid()));
        Assert.Equal(("M1", false, "nik-form"), (rows[0].GetProperty("level").GetString(), rows[1].GetProperty("matched").GetBoolean(), rows[2].GetProperty("reason").GetString()));
        Assert.Equal(2, Assert.Single(await ministry.Rows(delivery, "&state=unmatched")).Number("row"));
        Assert.Equal(1, Assert.Single(await ministry.Rows(delivery, "&state=matched")).Number("row"));
        Assert.DoesNotContain(somebody.Nik, JsonSerializer.Serialize(rows), StringComparison.Ordinal);

        var receipt = Of(await ministry.Json($"/api/v1/households/{somebody.Family}/participation"), "SEMBAKO", "2026-01").Single();
        Assert.Equal((200000, somebody.Person), (receipt.Number("amount"), receipt.GetProperty("memberId").GetGuid()));
    }

    [Fact]
    public async Task Rows_come_in_pages_and_as_a_stream()
    {
        var ministry = await hub.As("kemensos");
        var delivery = await ministry.Deliver("programme=PBI-JKN&period=2025-01", "nik\n" + string.Concat(Enumerable.Range(0, 7).Select(n => $"917199010190000{n}\n")));
        List<long> seen = [];
        for (var next = ""; next is not null;)
        {
            var page = await ministry.Json($"{Delivering.Route}/deliveries/{delivery.Id()}/rows?limit=3{next}");
            seen.AddRange(page.Items().Select(r => r.Number("row")));
            next = page.TryGetProperty("next", out var cursor) && !cursor.IsNull() ? $"&cursor={cursor.GetString()}" : null;
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], seen);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Delivering.Route}/deliveries/{delivery.Id()}/rows?limit=2") { Headers = { { "Accept", Delivering.Ndjson } } };
        using var stream = await ministry.SendAsync(request);
        Assert.Equal(7, (await stream.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_same_delivery_again_is_the_same_and_a_newer_one_replaces()
    {
        var (ministry, somebody) = (await hub.As("kemensos"), await Someone(p => true));
        var body = $"nik,amount\n{somebody.Nik},300000\n";
        var first = await ministry.Deliver("programme=ATENSI&period=2025-03", body);
        using (var again = await ministry.Send("programme=ATENSI&period=2025-03", body))
            Assert.Equal(first.Id(), (await again.Json(HttpStatusCode.OK)).Id());
        Assert.NotEqual(first.Id(), (await ministry.Deliver("programme=PKH&period=2025-03", body)).Id());

        var second = await ministry.Deliver("programme=ATENSI", $"{{\"nik\":\"{somebody.Nik}\",\"amount\":450000,\"period\":\"2025-03\"}}", Delivering.Ndjson);
        Assert.Equal((0, 1), (second.Number("added"), second.Number("replaced")));
        Assert.Equal("replaced", Assert.Single(await ministry.Rows(first)).GetProperty("state").GetString());
        var history = Of(await ministry.Json($"/api/v1/households/{somebody.Family}/participation"), "ATENSI", "2025-03");
        Assert.Equal([450000, 300000], history.Select(r => r.Number("amount")));
        Assert.Equal([false, true], history.Select(r => r.TryGetProperty("replacedAt", out var at) && !at.IsNull()));
        await using var registry = hub.Registry();
        Assert.Equal(2, await registry.DeliveredRows.CountAsync(r => r.Programme == "ATENSI"));
    }

    [Fact]
    public async Task A_ministry_delivers_its_own_programmes_alone()
    {
        using (var others = await (await hub.As("kemensos")).Send("programme=PUPUK&period=2026-01", "nik\n1\n")) await others.ShouldBe(403, "programme-not-owned");
        using (var none = await (await hub.As("kemensos")).Send("programme=X&period=2026-01", "nik\n1\n")) await none.ShouldBe(400, "invalid-parameter");
        await hub.Given("bapanas", a => (a.Scopes, a.Programmes) = (["registry.read", "eligibility.read"], ["BERAS"]));
        using (var unscoped = await (await hub.As("bapanas")).Send("programme=BERAS&period=2026-01", "nik\n1\n")) await unscoped.ShouldBe(403, "scope-missing");
        await using var registry = hub.Registry();
        Assert.False(await registry.Deliveries.AnyAsync(d => d.Programme == "PUPUK" || d.Programme == "BERAS"));
    }

    [Theory]
    [InlineData("bps")]
    [InlineData("wali-data")]
    [InlineData("bpkp")]
    [InlineData("prov-papua")]
    public async Task Other_scopes_are_refused(string partner)
    {
        var http = await hub.As(partner);
        using (var sent = await http.Send("programme=PKH&period=2026-01", "nik\n1\n")) await sent.ShouldBe(403, "scope-missing");
        using (var one = await http.GetAsync($"{Delivering.Route}/deliveries/{Guid.Empty}")) await one.ShouldBe(403, "scope-missing");
        using (var rows = await http.GetAsync($"{Delivering.Route}/deliveries/{Guid.Empty}/rows")) await rows.ShouldBe(403, "scope-missing");
    }

    [Fact]
    public async Task A_delivery_of_another_partner_is_as_absent()
    {
        var delivery = await (await hub.As("kemensos")).Deliver("programme=PKH&period=2024-01", $"nik\n{Stranger}\n");
        foreach (var id in new[] { delivery.Id(), Guid.Empty.ToString() })
            foreach (var part in new[] { "", "/rows" })
                using (var answer = await (await hub.As("kementan")).GetAsync($"{Delivering.Route}/deliveries/{id}{part}")) await answer.ShouldBe(404, "not-found");
    }

    [Theory]
    [InlineData("programme=PKH&period=2026-13", "text/csv", 400, "invalid-parameter")]
    [InlineData("programme=PKH&period=2999-01", "text/csv", 400, "invalid-parameter")]
    [InlineData("period=2026-01", "text/csv", 400, "invalid-parameter")]
    [InlineData("programme=PKH&nik=1", "text/csv", 400, "unknown-parameter")]
    [InlineData("programme=PKH&period=2026-01", "application/json", 415, "unsupported-media-type")]
    public async Task What_is_asked_wrongly_is_refused(string query, string type, int status, string code)
    {
        using var answer = await (await hub.As("kemensos")).Send(query, "nik\n1\n", type);
        await answer.ShouldBe(status, code);
    }

    [Fact]
    public async Task An_empty_body_is_none()
    {
        using var answer = await (await hub.As("kemensos")).Send("programme=PKH&period=2026-01", "");
        await answer.ShouldBe(400, "invalid-body");
        await using var registry = hub.Registry();
        Assert.False(await registry.Deliveries.AnyAsync(d => d.Bytes == 0));
    }

    [Fact]
    public async Task A_recipient_outside_the_regions_is_as_nobody_and_without_the_groups_no_level_is_told()
    {
        await hub.Given("bkkbn", a => (a.Regions, a.Scopes, a.Fields) = (["91"], ["registry.read", "participation.write"], FieldGroups.Demography));
        var (inside, outside) = (await Someone(p => p.Household.ProvinceCode == "91"), await Someone(p => p.Household.ProvinceCode == "35"));
        var http = await hub.As("bkkbn");
        var rows = await http.Rows(await http.Deliver("programme=GIZI&period=2026-01", $"nik\n{outside.Nik}\n{Stranger}\n{inside.Nik}\n"));
        Assert.Equal(rows[1].GetRawText().Replace("\"row\":2", "", StringComparison.Ordinal), rows[0].GetRawText().Replace("\"row\":1", "", StringComparison.Ordinal));
        Assert.True(rows[2].GetProperty("matched").GetBoolean());
        foreach (var hidden in new[] { "level", "householdId", "personId" }) Assert.True(!rows[2].TryGetProperty(hidden, out var value) || value.IsNull(), hidden);

        // The owner sees its own rows without the group of programmes received, under its own pseudonyms; a family elsewhere is not there.
        var families = await http.Json("/api/v1/households?limit=500&fields=id");
        var own = new List<JsonElement>();
        foreach (var id in families.Items().Select(h => h.Id())) own.AddRange((await http.Json($"/api/v1/households/{id}/participation")).Items());
        Assert.NotEqual(inside.Person, Assert.Single(own).GetProperty("memberId").GetGuid());
        using (var elsewhere = await http.GetAsync($"/api/v1/households/{outside.Family}/participation")) await elsewhere.ShouldBe(404, "not-found");
    }

    [Fact]
    public async Task Rows_of_a_programme_are_seen_by_its_owner_and_by_whom_the_agreement_grants_it()
    {
        await hub.Given("granted", a => a.Programmes = ["PIP"]);
        await hub.Given("ungranted", a => (a.Programmes, a.Fields) = (["PKH"], FieldGroups.All & ~FieldGroups.Protection));
        var somebody = await Someone(p => true);
        await (await hub.As("kemensos")).Deliver("programme=PKH&period=2023-01", $"nik\n{somebody.Nik}\n");
        Assert.Empty(Of(await (await hub.As("granted")).Json($"/api/v1/households/{somebody.Family}/participation"), "PKH", "2023-01"));
        using (var hidden = await (await hub.As("ungranted")).GetAsync($"/api/v1/households/{somebody.Family}/participation")) await hidden.ShouldBe(403, "field-not-granted");
        using (var status = await (await hub.As("ungranted")).GetAsync("/api/v1/households?programmeStatus=PKH:receiving")) await status.ShouldBe(403, "programme-not-granted");
        using (var status = await (await hub.As("granted")).GetAsync("/api/v1/households?programmeStatus=PKH:receiving")) await status.ShouldBe(403, "programme-not-granted");
        await hub.Change("granted", a => a.Programmes = ["PKH"]);
        Assert.Single(Of(await (await hub.As("granted")).Json($"/api/v1/households/{somebody.Family}/participation"), "PKH", "2023-01"));
    }

    [Fact]
    public async Task Families_are_filtered_by_the_latest_period_delivered()
    {
        await hub.Given("kemendes", a => (a.Programmes, a.Scopes) = ([], ["registry.read", "participation.write"]));
        var http = await hub.As("kemendes");
        var (one, other) = (await Someone(p => p.Household.ProvinceCode == "91"), await Someone(p => p.Household.ProvinceCode == "35"));
        Assert.Empty(await Ids("BLT-DD:receiving"));
        Assert.Empty(await Ids("BLT-DD:not-receiving"));
        await http.Deliver("programme=BLT-DD&period=2025-12", $"nik\n{one.Nik}\n{other.Nik}\n");
        Assert.Equal(new[] { one.Family, other.Family }.Order(), (await Ids("BLT-DD:receiving")).Order());
        await http.Deliver("programme=BLT-DD&period=2025-Q4", $"nik\n{one.Nik}\n");
        Assert.Equal([one.Family], await Ids("BLT-DD:receiving"));
        var all = (await http.Json("/api/v1/households?limit=500&fields=id")).Items().Select(h => h.GetProperty("id").GetGuid()).ToList();
        Assert.Equal(all.Except([one.Family]), await Ids("BLT-DD:not-receiving"));
        Assert.Equal(all, await Ids("BLT-DD:not-receiving,BLT-DD:receiving"));
        List<Guid> paged = [];
        for (var next = ""; next is not null;)
        {
            var page = await http.Json($"/api/v1/households?limit=9&fields=id&count=exact&programmeStatus=BLT-DD:not-receiving{next}");
            Assert.Equal(all.Count - 1, page.Number("total"));
            paged.AddRange(page.Items().Select(h => h.GetProperty("id").GetGuid()));
            next = page.TryGetProperty("next", out var cursor) && !cursor.IsNull() ? $"&cursor={cursor.GetString()}" : null;
        }

        Assert.Equal(all.Except([one.Family]), paged);
        var graph = await http.Post("/graphql", new { query = "{households(programmeStatus:\"BLT-DD:receiving\",first:5){nodes{id}}}" });
        Assert.Equal(one.Family, graph.Data().GetProperty("nodes").EnumerateArray().Single().GetProperty("id").GetGuid());
        foreach (var wrong in new[] { "BLT-DD", "BLT-DD:receives", "X:receiving", ":receiving", "BLT-DD:receiving&asOf=2026-01-01" })
            using (var refused = await http.GetAsync($"/api/v1/households?programmeStatus={wrong}")) await refused.ShouldBe(400, "invalid-parameter");

        async Task<IEnumerable<Guid>> Ids(string status) =>
            (await http.Json($"/api/v1/households?limit=500&fields=id&programmeStatus={status}")).Items().Select(h => h.GetProperty("id").GetGuid());
    }

    private static List<JsonElement> Of(JsonElement history, string programme, string period) =>
        [.. history.Items().Where(r => r.GetProperty("programme").GetString() == programme && r.GetProperty("period").GetString() == period)];

    private async Task<Known> Someone(Expression<Func<Person, bool>> who)
    {
        await using var registry = hub.Registry();
        var adult = registry.Today.AddYears(-20);
        var person = await registry.Persons.Where(who).Where(p => p.NikSealed != null && p.BirthDate < adult && p.Presence == MemberPresence.WithFamily).OrderBy(p => p.Key)
            .Select(p => new { p.NikSealed, p.Id, Family = p.Household.Id }).FirstAsync();
        return new(hub.Get<Seal>().OpenText(person.NikSealed)!, person.Id, person.Family);
    }
}
