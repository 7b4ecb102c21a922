using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Exports;

namespace Regsosek.Tests.Lists;

/// <summary>Lists by HTTP: who is on them, in which order, how they are frozen and pulled, and who has them.</summary>
[OnEveryEngine]
public sealed class ListHttpTests(ListHub hub) : IClassFixture<ListHub>
{
    [Theory]
    [InlineData("kemensos", "PKH", null)]
    [InlineData("kemenkes", "PBI-JKN", null)]
    [InlineData("pemkot-jayapura", "SEMBAKO", "91.71")]
    [InlineData("kemensos", "PIP", "91")]
    public async Task Its_entries_are_those_entitled_in_the_order_of_the_programme_s_list(string partner, string programme, string? region)
    {
        var http = await hub.As(partner);
        var list = await Listed.Drafted(http, new { programme, region });
        var entries = await Listed.Entries(http, list.Id());
        var eligible = await Eligible(http, programme, region, list.GetProperty("knownAt").GetString()!);
        Assert.Equal(list.GetProperty("entries").GetInt64(), entries.Count);
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(e => e.GetProperty("place").GetInt32()));
        Assert.Equal(eligible.Select(Shown), entries.Select(Shown));
        Assert.Equal(entries.Count, list.GetProperty("counts").EnumerateArray().Sum(c => c.GetProperty("inQuota").GetInt64() + c.GetProperty("beyond").GetInt64()));
        await Delete(http, list.Id());
    }

    [Fact]
    public async Task A_frozen_list_is_its_entries_in_every_format_and_never_changes()
    {
        var http = await hub.As("kemensos");
        var list = await Listed.Frozen(http, new { programme = "PKH", formats = new[] { "ndjson", "csv" } });
        var entries = (await Listed.Entries(http, list.Id())).ConvertAll(e => e.GetRawText());
        Assert.True(entries.Count > 0);
        Assert.Equal(entries, await Listed.Lines(http, list));
        var csv = (await Listed.Parts(http, list, "csv")).ConvertAll(Encoding.UTF8.GetString);
        Assert.All(csv, part => Assert.StartsWith("place,inQuota,tied,id,region,familyCard,headName,", part, StringComparison.Ordinal));
        Assert.Equal(entries.Count, csv.Sum(part => part.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1));
        foreach (var verb in (string[])["freeze", "approve", "reject"])
        {
            using var again = await http.PostAsync($"{Listed.Path}/{list.Id()}/{verb}", null);
            await again.ShouldBe(409, "list-not-there");
        }

        await Delete(http, list.Id());
    }

    [Fact]
    public async Task Beyond_the_quota_places_are_kept_and_a_cut_between_equals_says_so()
    {
        var http = await hub.As("kemensos");
        var whole = await Listed.Drafted(http, new { rule = ListHub.Everybody });
        var all = await Listed.Entries(http, whole.Id());
        var unranked = all.Count(e => e.GetProperty("household").GetProperty("decile").IsNull());
        var cut = await Listed.Drafted(http, new { rule = ListHub.Everybody, quota = 3 });
        var entries = await Listed.Entries(http, cut.Id());
        Assert.Equal(all.Select(Shown), entries.Select(Shown));
        Assert.Equal(entries.Select(e => e.GetProperty("place").GetInt32() <= 3), entries.Select(e => e.GetProperty("inQuota").GetBoolean()));
        Assert.Equal(3, cut.GetProperty("counts").EnumerateArray().Sum(c => c.GetProperty("inQuota").GetInt64()));
        Assert.False(cut.TryGetProperty("cut", out _));

        // By key there are no equals; of those without a rank nobody is before another.
        var byKey = await Listed.Drafted(http, new { rule = ListHub.Everybody, quota = 3, order = "id" });
        Assert.False(byKey.TryGetProperty("cut", out _));
        if (unranked > 1)
        {
            var tied = await Listed.Drafted(http, new { rule = ListHub.Everybody, quota = all.Count - 1 });
            Assert.Equal((all.Count - 1, unranked, unranked - 1), Cut(tied));
            Assert.Equal(unranked, (await Listed.Entries(http, tied.Id())).Count(e => e.GetProperty("tied").GetBoolean()));
            await Delete(http, tied.Id());
        }

        foreach (var list in new[] { whole, cut, byKey }) await Delete(http, list.Id());
    }

    [Fact]
    public async Task Gzip_is_what_is_kept_and_a_pull_that_was_cut_goes_on()
    {
        var http = await hub.As("pemkot-jayapura");
        var list = await Listed.Frozen(http, new { rule = new { fact = "memberCount", op = ">", value = 5 }, compression = "gzip", fields = "id,region" });
        using (var answer = await http.GetAsync(list.PartOf())) Assert.Equal("application/gzip", answer.Content.Headers.ContentType?.MediaType);
        var whole = (await Listed.Parts(http, list))[0];
        Assert.StartsWith("{\"place\":1,\"inQuota\":true,\"tied\":false,", Encoding.UTF8.GetString(Exported.Unzipped(whole)), StringComparison.Ordinal);
        using var head = await http.SendAsync(new(HttpMethod.Head, list.PartOf()));
        Assert.Equal((whole.Length, "bytes"), (head.Content.Headers.ContentLength, head.Headers.AcceptRanges.Single()));
        using var rest = await Ranged(http, list.PartOf(), new(20, null), head.Headers.ETag!);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(whole[20..], await rest.Content.ReadAsByteArrayAsync());
        using var beyond = await Ranged(http, list.PartOf(), new(whole.Length, null), head.Headers.ETag!);
        await beyond.ShouldBe(416, "range-not-satisfiable");
        using var absent = await http.GetAsync(list.PartOf(99));
        await absent.ShouldBe(404, "not-found");
        await Delete(http, list.Id());
    }

    [Fact]
    public async Task A_list_of_another_agreement_is_as_absent()
    {
        var list = await Listed.Frozen(await hub.As("kemensos"), new { programme = "PKH" });
        await hub.Given("stranger", a => a.Scopes = [.. ListHub.Scopes]);
        foreach (var http in new[] { await hub.As("kemenkes"), await hub.As("stranger") })
        {
            foreach (var below in (string[])["", "/entries", "/manifest", "/parts/1"])
            {
                using var hidden = await http.GetAsync($"{Listed.Path}/{list.Id()}{below}");
                await hidden.ShouldBe(404, "not-found");
            }

            foreach (var verb in (string[])["freeze", "approve", "reject"])
            {
                using var refused = await http.PostAsync($"{Listed.Path}/{list.Id()}/{verb}", null);
                await refused.ShouldBe(404, "not-found");
            }

            using var deleted = await http.DeleteAsync($"{Listed.Path}/{list.Id()}");
            await deleted.ShouldBe(404, "not-found");
            Assert.Empty((await http.Json(Listed.Path)).Items());
        }

        await Delete(await hub.As("kemensos"), list.Id());
    }

    [Theory]
    [InlineData("{}", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","rule":{"fact":"decile","op":"<=","value":3}}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"NONE"}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PKH"}""", 403, "programme-not-granted")]
    [InlineData("""{"programme":"PBI-JKN","version":77}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","unit":"family"}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","region":"99.99"}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","region":"91.71,91.72"}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","quota":-1}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","order":"name"}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","formats":["xlsx"]}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","formats":[]}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","compression":"zip"}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","knownAt":"2999-01-01T00:00:00Z"}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","fields":"headName"}""", 403, "field-not-granted")]
    [InlineData("""{"programme":"PBI-JKN","formats":["csv"],"fields":"members.age"}""", 400, "invalid-parameter")]
    [InlineData("""{"programme":"PBI-JKN","stage":"final"}""", 409, "stage-not-reached")]
    [InlineData("""{"programme":"PBI-JKN","part":3}""", 400, "invalid-body")]
    [InlineData("""{"rule":{"fact":"colour","op":"=","value":1}}""", 400, "invalid-parameter")]
    [InlineData("""{"rule":{"fact":"province","in":["91"]}}""", 403, "field-not-granted")]
    [InlineData("""{"rule":{"exists":{"fact":"hasNik","in":[1]}}}""", 403, "field-not-granted")]
    [InlineData("""{"rule":{"exists":{"fact":"chronicIllness","in":[7]}}}""", 403, "field-not-granted")]
    [InlineData("""{"rule":{"exists":{"fact":"carer","in":[1]}}}""", 403, "field-not-granted")]
    [InlineData("""{"rule":{"exists":{"fact":"ext:wage","op":"<=","value":1}}}""", 403, "field-not-granted")]
    public async Task What_makes_no_sense_or_is_not_granted_is_a_problem(string body, int status, string problem)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await (await hub.As("kemenkes")).PostAsync(Listed.Path, content);
        await answer.ShouldBe(status, problem);
    }

    [Fact]
    public async Task Without_the_classification_the_order_is_of_keys_and_the_class_is_not_counted()
    {
        await hub.Given("unranked", a => (a.Scopes, a.Fields) = ([.. ListHub.Scopes], Data.FieldGroups.Demography));
        var http = await hub.As("unranked");
        using (var content = new StringContent("""{"programme":"PKH","order":"rank"}""", Encoding.UTF8, "application/json"))
        using (var refused = await http.PostAsync(Listed.Path, content))
            Assert.Equal("rank", (await refused.ShouldBe(403, "field-not-granted")).GetProperty("field").GetString());
        var list = await Listed.Drafted(http, new { programme = "PKH" });
        Assert.Equal("id", list.GetProperty("order").GetString());
        Assert.All(list.GetProperty("counts").EnumerateArray(), c => Assert.False(c.TryGetProperty("welfareClass", out _)));
        await Delete(http, list.Id());
    }

    [Fact]
    public async Task It_needs_the_scope_of_lists_and_that_of_what_is_in_it()
    {
        await hub.Given("reads-lists", a => a.Scopes = ["registry.read", "eligibility.read", "lists.read"]);
        await hub.Given("writes-lists", a => a.Scopes = ["lists.read", "lists.write"]);
        foreach (var partner in (string[])["reads-lists", "writes-lists"])
        {
            foreach (var body in (string[])["""{"programme":"PKH"}""", """{"rule":{"fact":"memberCount","op":">","value":1}}"""])
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await (await hub.As(partner)).PostAsync(Listed.Path, content);
                await answer.ShouldBe(403, "scope-missing");
            }
        }
    }

    private async Task Delete(HttpClient http, string id)
    {
        using var deleted = await http.DeleteAsync($"{Listed.Path}/{id}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await http.GetAsync($"{Listed.Path}/{id}");
        await gone.ShouldBe(404, "not-found");
        Assert.False(Directory.Exists(Path.Combine(hub.ExportsPath, Guid.Parse(id).ToString("n"))));
        await using var registry = hub.Registry();
        Assert.False(await registry.ListEntries.AnyAsync(e => !registry.Lists.Any(l => l.Key == e.ListKey)));
    }

    private static (int, int, int) Cut(JsonElement list) =>
        list.GetProperty("cut") is var cut ? (cut.GetProperty("at").GetInt32(), cut.GetProperty("tied").GetInt32(), cut.GetProperty("inside").GetInt32()) : default;

    /// <summary>What an entry shows of family and person.</summary>
    private static string Shown(JsonElement entry) =>
        entry.GetProperty("household").GetRawText() + (entry.TryGetProperty("person", out var person) ? person.GetRawText() : "");

    private static async Task<List<JsonElement>> Eligible(HttpClient http, string programme, string? region, string knownAt)
    {
        var entries = new List<JsonElement>();
        for (string? cursor = null; ;)
        {
            var page = await http.Json($"/api/v1/programmes/{programme}/eligible?knownAt={knownAt}{(region is null ? "" : $"&region={region}")}{(cursor is null ? "" : $"&cursor={cursor}")}");
            entries.AddRange(page.Items());
            if (!page.TryGetProperty("next", out var next)) return entries;
            cursor = next.GetString();
        }
    }

    private static async Task<HttpResponseMessage> Ranged(HttpClient http, string url, RangeItemHeaderValue range, EntityTagHeaderValue tag)
    {
        var asked = new RangeHeaderValue { Ranges = { range } };
        return await http.SendAsync(new(HttpMethod.Get, url) { Headers = { Range = asked, IfRange = new(tag) } });
    }
}
