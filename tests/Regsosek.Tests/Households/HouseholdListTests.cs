using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Households;

[Collection(SharedHub.Name)]
public sealed class HouseholdListTests(TestHub hub)
{
    private const string Route = "/api/v1/households";

    [Theory]
    [InlineData("")]
    [InlineData("decile")]
    [InlineData("-decile")]
    [InlineData("rank")]
    [InlineData("-rank")]
    public async Task Pages_give_every_family_once_and_in_order(string sort) => await hub.GivesEveryFamilyOnceInOrder(sort, limit: 37);

    [Theory]
    [InlineData("decile=1-4", "memberSex=2&memberAge=60-98")]
    [InlineData("welfareClass=MISKIN_EKSTREM,SANGAT_MISKIN,MISKIN", "floor=5,6,7,8")]
    [InlineData("region=91.71.03", "memberCount=1-3")]
    [InlineData("declaredReceipt=pkh,sembako", "sectorGroup=agriculture")]
    public async Task Filters_narrow_and_combine(string one, string other)
    {
        var http = await hub.As("kemensos");
        var (a, b, both) = (await Ids(one), await Ids(other), await Ids($"{one}&{other}"));
        Assert.NotEmpty(both);
        Assert.True(both.Count < a.Count && both.Count < b.Count, $"{a.Count} and {b.Count} families, {both.Count} both");
        Assert.Equal(a.Intersect(b).Order(), both.Order());

        async Task<HashSet<Guid>> Ids(string query) =>
            [.. (await http.Json($"{Route}?limit=500&fields=id&{query}")).Items().Select(h => h.GetProperty("id").GetGuid())];
    }

    [Fact]
    public async Task Member_filters_hold_for_one_and_the_same_member()
    {
        await using var registry = hub.Registry();
        var today = registry.Today;
        var expected = await registry.Households.CountAsync(h => h.Members.Any(m =>
            m.Sex == PersonSex.Female && m.BirthDate <= today.AddYears(-60) && m.MaritalStatus == MaritalState.Widowed));
        var page = await (await hub.As("kemensos")).Json($"{Route}?limit=1&count=exact&memberSex=2&memberAge=60-150&memberMaritalStatus=4");
        Assert.Equal(expected, page.GetProperty("total").GetInt32());
        Assert.NotEqual(0, expected);
    }

    [Theory]
    [InlineData("colour=red", "unknown-parameter", "colour")]
    [InlineData("decile=eleven", "invalid-parameter", "decile")]
    [InlineData("decile=9-2", "invalid-parameter", "decile")]
    [InlineData("limit=0", "invalid-parameter", "limit")]
    [InlineData("limit=501", "invalid-parameter", "limit")]
    [InlineData("limit=99999999999999999999", "invalid-parameter", "limit")]
    [InlineData("sort=income", "invalid-parameter", "sort")]
    [InlineData("include=dogs", "invalid-parameter", "include")]
    [InlineData("count=maybe", "invalid-parameter", "count")]
    [InlineData("fields=income", "invalid-parameter", "fields")]
    [InlineData("fields=", "invalid-parameter", "fields")]
    [InlineData("floor=42", "invalid-parameter", "floor")]
    [InlineData("welfareClass=7", "invalid-parameter", "welfareClass")]
    [InlineData("region=91'--", "invalid-parameter", "region")]
    [InlineData("region=99", "invalid-parameter", "region")]
    [InlineData("region=91.71,9171990101010001", "invalid-parameter", "region")]
    [InlineData("decile=0", "invalid-parameter", "decile")]
    [InlineData("decile=4-11", "invalid-parameter", "decile")]
    [InlineData("sort=--rank", "invalid-parameter", "sort")]
    [InlineData("decile=1&decile=2", "invalid-parameter", "decile")]
    public async Task A_parameter_that_is_not_known_or_not_sound_is_named(string query, string problem, string parameter)
    {
        using var answer = await (await hub.As("kemensos")).GetAsync($"{Route}?{query}");
        Assert.Equal(parameter, (await answer.ShouldBe(400, problem)).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_client_and_query()
    {
        var next = (await (await hub.As("kemensos")).Json($"{Route}?limit=5&decile=1-5")).GetProperty("next").GetString();
        foreach (var (client, query) in new[] { ("prov-papua", "decile=1-5"), ("kemensos", "decile=1-6"), ("kemensos", "decile=1-5&sort=decile") })
        {
            using var answer = await (await hub.As(client)).GetAsync($"{Route}?limit=5&{query}&cursor={next}");
            await answer.ShouldBe(400, "invalid-cursor");
        }

        using var forged = await (await hub.As("kemensos")).GetAsync($"{Route}?cursor=AAAA");
        await forged.ShouldBe(400, "invalid-cursor");
    }

    [Fact]
    public async Task Sparse_fields_give_those_and_the_id()
    {
        var item = (await (await hub.As("kemensos")).Json($"{Route}?limit=1&fields=decile,members.name")).Items()[0];
        Assert.Equal(["_masked", "classification", "decile", "id", "members"], item.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(["name", "_masked"], item.GetProperty("members")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task An_etag_spares_the_body()
    {
        var http = await hub.As("kemensos");
        using var first = await http.GetAsync($"{Route}?limit=3");
        Assert.True(first.Headers.ETag!.IsWeak);
        http.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag);
        using var again = await http.GetAsync($"{Route}?limit=3");
        Assert.Equal(304, (int)again.StatusCode);
    }

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("text/csv")]
    public async Task A_stream_gives_the_whole_list(string type)
    {
        var http = await hub.As("pemkot-jayapura");
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        using var answer = await http.GetAsync($"{Route}?fields=id,headName,decile");
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        var header = type == "text/csv" ? 1 : 0;
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - header;
        await using var registry = hub.Registry();
        Assert.Equal(await registry.Households.CountAsync(h => h.RegencyCode == "91.71"), lines);
    }

    [Fact]
    public async Task An_unknown_media_type_is_refused()
    {
        var http = await hub.As("kemensos");
        http.DefaultRequestHeaders.Accept.ParseAdd("image/png");
        using var answer = await http.GetAsync(Route);
        await answer.ShouldBe(406, "not-acceptable");
    }

    [Fact]
    public async Task A_family_has_what_clients_rely_on()
    {
        var http = await hub.As("kemensos");
        var id = (await http.Json($"{Route}?limit=1")).Items()[0].GetProperty("id").GetGuid();
        var family = await http.Json($"{Route}/{id}");
        Has(family, "id", "region", "familyCard", "headName", "memberCount", "welfareClass", "decile", "score", "classification", "members");
        Has(family.GetProperty("members")[0], "id", "nik", "name", "sex", "birthDate", "relation");
        Has(family.GetProperty("classification"), "scheme", "model", "version", "stage", "scope", "coverage", "date", "demonstration");

        static void Has(JsonElement row, params string[] members) => Assert.All(members, name => Assert.True(row.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_too()
    {
        using (var answer = await (await hub.As("kemensos")).GetAsync("/api/v1/nothing")) await answer.ShouldBe(404, "no-such-route");
        using (var answer = await (await hub.As("kemensos")).DeleteAsync(Route)) await answer.ShouldBe(405, "method-not-allowed");
        using (var answer = await (await hub.As("kemensos")).GetAsync($"{Route}/12")) await answer.ShouldBe(404, "no-such-route");
    }
}
