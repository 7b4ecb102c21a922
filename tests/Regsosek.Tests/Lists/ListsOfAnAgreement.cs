using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Partners;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Exports;

namespace Regsosek.Tests.Lists;

/// <summary>A list lives under its agreement: approved by a second principal when it is large, charged, on record, acknowledged, and withdrawn when that allows it no longer.</summary>
[OnEveryEngine]
public sealed class ListsOfAnAgreement(ListHub hub) : IClassFixture<ListHub>
{
    public static TheoryData<string, Action<Agreement>> Narrowings => new()
    {
        { "fewer-fields", a => a.Fields &= ~FieldGroups.Work },
        { "fewer-regions", a => a.Regions = ["91", "35.07"] },
        { "a-limit", a => a.Limit = """{"fact":"decile","op":"<=","value":4}""" },
        { "no-programme", a => a.Programmes = ["PIP"] },
        { "no-eligibility", a => a.Scopes = ["lists.read", "lists.write"] },
    };

    [Theory, MemberData(nameof(Narrowings), DisableDiscoveryEnumeration = true)]
    public async Task What_the_agreement_allows_no_longer_is_withdrawn(string partner, Action<Agreement> narrow)
    {
        await hub.Given(partner, a => a.Scopes = [.. ListHub.Scopes]);
        var http = await hub.As(partner);
        var list = await Listed.Frozen(http, new { programme = "PKH" });
        await hub.Change(partner, a => a.Budget /= 2);
        (await http.GetAsync(list.PartOf())).EnsureSuccessStatusCode().Dispose();

        await hub.Change(partner, narrow);
        foreach (var below in (string[])["/parts/1", "/manifest", "/entries"])
        {
            using var answer = await http.GetAsync($"{Listed.Path}/{list.Id()}{below}");
            await answer.ShouldBe(410, "list-withdrawn");
        }

        var seen = await http.Json($"{Listed.Path}/{list.Id()}");
        Assert.Equal(("withdrawn", 0, false), (seen.State(), seen.GetProperty("parts").GetArrayLength(), seen.TryGetProperty("counts", out _)));
        await hub.Sweep();
        using (var answer = await http.GetAsync(list.PartOf())) await answer.ShouldBe(410, "list-withdrawn");
        Assert.False(Directory.Exists(Folder(list.Id())));
        await using var registry = hub.Registry();
        Assert.False(await registry.ListEntries.AnyAsync(e => registry.Lists.Single(l => l.Id == Guid.Parse(list.Id())).Key == e.ListKey));
    }

    [Fact]
    public async Task A_large_list_is_frozen_when_a_second_principal_approves()
    {
        await hub.Given("ministry", a => a.Scopes = [.. ListHub.Scopes]);
        await hub.Second("ministry", "director");
        var (drafter, director) = (await hub.As("ministry"), await hub.As("director"));
        var list = await Listed.Drafted(drafter, new { rule = ListHub.Everybody });
        Assert.True(list.GetProperty("entries").GetInt64() > 20);
        Assert.Equal("awaiting-approval", (await Asked(drafter, list, "freeze")).State());
        using (var own = await drafter.PostAsync($"{Listed.Path}/{list.Id()}/approve", null)) await own.ShouldBe(403, "second-principal");

        var rejected = await Asked(director, list, "reject");
        Assert.Equal(("draft", false, "director"), (rejected.State(), rejected.GetProperty("approved").GetBoolean(), rejected.GetProperty("decidedBy").GetString()));
        await Asked(drafter, list, "freeze");
        await Asked(director, list, "approve");
        var frozen = await Listed.Until(director, list.Id(), "freezing");
        Assert.Equal("frozen", frozen.State());
        Assert.Equal("director", (await Listed.Manifest(drafter, list.Id())).GetProperty("approvedBy").GetString());
        Assert.Equal(await Listed.Lines(drafter, frozen), await Listed.Lines(director, frozen));
    }

    [Fact]
    public async Task The_same_person_behind_another_client_is_no_second_principal()
    {
        await hub.Given("office", a => a.Scopes = [.. ListHub.Scopes]);
        await hub.Second("office", "office-two");
        var (one, two) = (await hub.As("office"), await hub.As("office-two"));
        foreach (var http in new[] { one, two }) http.DefaultRequestHeaders.Add("X-End-User", "staff-7");
        var list = await Listed.Drafted(one, new { rule = ListHub.Everybody });
        await Asked(one, list, "freeze");
        using var refused = await two.PostAsync($"{Listed.Path}/{list.Id()}/approve", null);
        await refused.ShouldBe(403, "second-principal");
    }

    [Fact]
    public async Task Every_pull_is_a_read_of_all_families_of_the_part()
    {
        await hub.Given("logged", a => a.Scopes = [.. ListHub.Scopes]);
        var http = await hub.As("logged");
        var list = await Listed.Frozen(http, new { rule = new { fact = "memberCount", op = ">", value = 5 }, region = "91" });
        await Listed.Parts(http, list);
        using (var ranged = await http.SendAsync(new(HttpMethod.Get, list.PartOf()) { Headers = { Range = new(0, 0) } })) Assert.Equal(HttpStatusCode.PartialContent, ranged.StatusCode);
        await using var registry = hub.Registry();
        var entries = await registry.AccessEntries.Where(e => e.Client == "logged").OrderBy(e => e.Sequence).ToListAsync();
        var due = await registry.Households.Where(h => h.ProvinceCode == "91" && h.MemberCount > 5).Select(h => h.Key).OrderBy(k => k).ToListAsync();
        var written = entries.Where(e => e.Surface == "POST /api/v1/lists/{id}/freeze").ToList();
        Assert.Equal(due, Subjects(written));
        Assert.All(written, e => Assert.Contains($"list={Guid.Parse(list.Id()):n}&part=", e.Shape, StringComparison.Ordinal));
        var pulled = entries.Where(e => e.Surface == "GET /api/v1/lists/{id:guid}/parts/{number:int}").ToList();
        Assert.Equal(due, Subjects(pulled[..^1]));
        Assert.Equal(pulled[0].Subjects, pulled[^1].Subjects);
        Assert.Single(entries, e => e.Surface == "POST /api/v1/lists/");
    }

    [Fact]
    public async Task A_list_that_passes_the_budget_fails_when_it_is_frozen()
    {
        await hub.Given("poor", a => (a.Scopes, a.Budget) = ([.. ListHub.Scopes], 9));
        var http = await hub.As("poor");
        var list = await Listed.Drafted(http, new { rule = new { fact = "memberCount", op = ">", value = 3 }, quota = 5 });
        using (var page = await http.GetAsync($"{Listed.Path}/{list.Id()}/entries?limit=20")) await page.ShouldBe(429, "budget-exhausted");
        await hub.Amend(list.Id(), l => l.Entries = 20);
        await Asked(http, list, "freeze");
        var failed = await Listed.Until(http, list.Id(), "freezing");
        Assert.Equal(("failed", "budget-exhausted", 0), (failed.State(), failed.GetProperty("problem").GetString(), failed.GetProperty("parts").GetArrayLength()));
        await Eventually.Holds("its files go", () => Task.FromResult(!Directory.Exists(Folder(list.Id()))));
    }

    [Fact]
    public async Task A_receipt_is_taken_for_what_was_given_and_for_nothing_else()
    {
        await hub.Given("receiver", a => a.Scopes = [.. ListHub.Scopes]);
        var http = await hub.As("receiver");
        var list = await Listed.Frozen(http, new { programme = "PKH" });
        var path = $"{Listed.Path}/{list.Id()}/receipts";
        var sha256 = list.GetProperty("parts")[0].GetProperty("sha256").GetString()!;
        using (var wrong = await http.PostAsJsonAsync(path, new { part = 1, sha256 = new string('0', 64) })) await wrong.ShouldBe(409, "receipt-differs");
        using (var absent = await http.PostAsJsonAsync(path, new { part = 99, sha256 })) await absent.ShouldBe(404, "not-found");
        await http.Post(path, new { part = 1, sha256 });
        await http.Post(path, new { part = 1, sha256 });
        var manifest = await http.GetByteArrayAsync($"{Listed.Path}/{list.Id()}/manifest");
        var seen = await http.Post(path, new { sha256 = Convert.ToHexStringLower(SHA256.HashData(manifest)) });
        var receipts = seen.GetProperty("receipts").EnumerateArray().ToList();
        Assert.Equal(2, receipts.Count);
        Assert.Equal((1, "receiver"), (receipts[0].GetProperty("part").GetInt32(), receipts[0].GetProperty("by").GetString()));
        Assert.False(receipts[1].TryGetProperty("part", out _));
    }

    [Fact]
    public async Task The_manifest_says_what_is_in_it_and_is_signed_by_a_published_key()
    {
        await hub.Given("signed", a => a.Scopes = [.. ListHub.Scopes]);
        var http = await hub.As("signed");
        var list = await Listed.Frozen(http, new { programme = "PKH", quota = 2 });
        var signed = await http.GetStringAsync($"{Listed.Path}/{list.Id()}/manifest");
        using var anyone = hub.Anyone();
        var keys = Api.Protection.Jws.Keys(await anyone.GetStringAsync("/.well-known/jwks"));
        Assert.NotNull(Api.Protection.Jws.Read("regsosek-list+jws", signed, keys));
        Assert.Null(Api.Protection.Jws.Read("regsosek-access-segment+jws", signed, keys));
        var manifest = await Listed.Manifest(http, list.Id());
        Assert.Equal(list.GetProperty("ruleHash").GetString(), manifest.GetProperty("ruleHash").GetString());
        Assert.Equal(list.GetProperty("entries").GetInt64(), manifest.GetProperty("entries").GetInt64());
        Assert.Equal(2, manifest.GetProperty("inQuota").GetInt64());
        Assert.Equal("initial", manifest.GetProperty("run").GetProperty("stage").GetString());
        Assert.Equal(list.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("sha256").GetString()),
            manifest.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("sha256").GetString()));
        Assert.Equal(list.GetProperty("counts").GetRawText(), manifest.GetProperty("distribution").GetRawText());
        Assert.Equal(1, manifest.GetProperty("agreementVersion").GetInt32());
    }

    [Fact]
    public async Task What_has_expired_is_not_there_and_its_rows_and_files_go()
    {
        await hub.Given("late", a => a.Scopes = [.. ListHub.Scopes]);
        var http = await hub.As("late");
        var list = await Listed.Frozen(http, new { programme = "PKH" });
        await hub.Amend(list.Id(), l => l.ExpiresAt = l.RecordedAt);
        using (var gone = await http.GetAsync($"{Listed.Path}/{list.Id()}")) await gone.ShouldBe(404, "not-found");
        using (var gone = await http.GetAsync(list.PartOf())) await gone.ShouldBe(404, "not-found");
        await hub.Sweep();
        await using var registry = hub.Registry();
        Assert.False(await registry.Lists.AnyAsync(l => l.Id == Guid.Parse(list.Id())));
        Assert.False(Directory.Exists(Folder(list.Id())));
    }

    [Fact]
    public async Task An_agreement_has_so_many_lists_and_no_more()
    {
        await hub.Given("many", a => a.Scopes = [.. ListHub.Scopes]);
        var http = await hub.As("many");
        for (var i = 1; i <= 6; i++) await Listed.Drafted(http, new { programme = "PKH", quota = i });
        using var content = new StringContent("""{"programme":"PKH"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(Listed.Path, content);
        await answer.ShouldBe(409, "too-many-lists");
        Assert.Equal(6, (await http.Json(Listed.Path)).Items().Count);
    }

    private string Folder(string id) => Path.Combine(hub.ExportsPath, Guid.Parse(id).ToString("n"));

    private static List<long> Subjects(IEnumerable<AccessEntry> entries) => [.. entries.SelectMany(e => PackedSubjects.Read(e.Subjects)).Select(s => s.Subject).Order()];

    private static async Task<JsonElement> Asked(HttpClient http, JsonElement list, string verb)
    {
        using var answer = await http.PostAsync($"{Listed.Path}/{list.Id()}/{verb}", null);
        return await answer.Json(HttpStatusCode.Accepted);
    }
}
