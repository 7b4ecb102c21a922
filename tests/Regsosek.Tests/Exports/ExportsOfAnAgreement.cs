using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Exports;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Exports;
using Regsosek.Data.Households;
using Regsosek.Data.Partners;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Exports;

/// <summary>An export lives under its agreement: charged, on record, and withdrawn when that allows it no longer; and for its time.</summary>
[OnEveryEngine]
public sealed class ExportsOfAnAgreement(ExportHub hub) : IClassFixture<ExportHub>
{
    private static readonly string[] Both = ["registry.read", "exports.read"];

    public static TheoryData<string, Action<Agreement>> Narrowings => new()
    {
        { "fewer-fields", a => a.Fields &= ~FieldGroups.Work },
        { "fewer-regions", a => a.Regions = ["91", "35.07"] },
        { "a-limit", a => a.Limit = """{"fact":"decile","op":"<=","value":4}""" },
        { "no-reading", a => a.Scopes = ["exports.read"] },
    };

    [Theory, MemberData(nameof(Narrowings), DisableDiscoveryEnumeration = true)]
    public async Task What_the_agreement_allows_no_longer_is_withdrawn(string partner, Action<Agreement> narrow)
    {
        await hub.Given(partner, a => a.Scopes = [.. Both]);
        var http = await hub.As(partner);
        var export = await Exported.Made(http, new { reader = "households" });
        await hub.Change(partner, a => a.Budget /= 2);
        (await http.GetAsync(export.Part())).EnsureSuccessStatusCode().Dispose();

        await hub.Change(partner, narrow);
        using (var answer = await http.GetAsync(export.Part())) await answer.ShouldBe(410, "export-withdrawn");
        var seen = await http.Json($"{Exported.Path}/{export.Id()}");
        Assert.Equal(("withdrawn", 0), (seen.State(), seen.GetProperty("parts").GetArrayLength()));

        await hub.Sweep();
        using (var answer = await http.GetAsync(export.Part())) await answer.ShouldBe(410, "export-withdrawn");
        Assert.False(Directory.Exists(Folder(export.Id())));
    }

    [Fact]
    public async Task A_token_without_the_reader_s_scope_pulls_nothing()
    {
        await hub.Given("half-a-token", a => a.Scopes = [.. Both]);
        var export = await Exported.Made(await hub.As("half-a-token"), new { reader = "households" });
        var half = hub.Anyone();
        half.DefaultRequestHeaders.Authorization = new("Bearer", await hub.Token("half-a-token", ("scope", "exports.read")));
        using (var answer = await half.GetAsync(export.Part())) await answer.ShouldBe(410, "export-withdrawn");
        using (var begun = await half.PostAsJsonAsync(Exported.Path, new { reader = "households" })) await begun.ShouldBe(403, "scope-missing");
    }

    [Fact]
    public async Task What_is_being_built_does_not_expire()
    {
        await hub.Given("slow", a => a.Scopes = [.. Both]);
        var http = await hub.As("slow");
        var export = await Exported.Made(http, new { reader = "households" });
        await Reopen(export.Id());
        await hub.Amend(export.Id(), x => x.ExpiresAt = x.RecordedAt);
        await hub.Sweep();
        Assert.Equal("ready", (await Exported.Ended(http, export.Id())).State());
    }

    [Fact]
    public async Task Who_was_in_the_region_then_is_in_it_wherever_he_is_now()
    {
        var http = await hub.As("kemensos");
        var then = hub.Get<TimeProvider>().GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await using (var registry = hub.Registry())
        {
            // The last of the regency moves to another.
            var key = await registry.Households.Where(h => h.RegencyCode == "91.71").MaxAsync(h => h.Key);
            var other = await registry.Households.Where(h => h.RegencyCode == "35.07").Select(h => new { h.ProvinceCode, h.RegencyCode, h.DistrictCode, h.VillageCode }).FirstAsync();
            await Change(h => h.Key == key, h => (h.ProvinceCode, h.RegencyCode, h.DistrictCode, h.VillageCode) = (other.ProvinceCode, other.RegencyCode, other.DistrictCode, other.VillageCode));
        }

        var query = new { region = "91.71", knownAt = then, fields = "id,region" };
        var export = await Exported.Made(http, new { reader = "households", query });
        var list = await http.Json($"/api/v1/households?region=91.71&knownAt={then}&fields=id,region&limit=1&count=exact");
        Assert.Equal(list.GetProperty("total").GetInt64(), export.GetProperty("families").GetInt64());
        Assert.Equal(export.GetProperty("families").GetInt64(), (await Exported.Text(http, export)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Who_receives_is_of_the_present_and_an_export_is_of_an_instant()
    {
        using var answer = await (await hub.As("kemensos")).PostAsJsonAsync(Exported.Path, new { reader = "households", query = new { programmeStatus = "PKH:receiving" } });
        await answer.ShouldBe(400, "invalid-parameter");
    }

    [Fact]
    public async Task What_was_narrowed_and_widened_again_stays_withdrawn()
    {
        await hub.Given("to-and-fro", a => a.Scopes = [.. Both]);
        var http = await hub.As("to-and-fro");
        var export = await Exported.Made(http, new { reader = "households" });
        await Version("to-and-fro", a => a.Fields = FieldGroups.Housing);
        await Version("to-and-fro", a => a.Fields = FieldGroups.All);
        using var answer = await (await Anew("to-and-fro")).GetAsync(export.Part());
        await answer.ShouldBe(410, "export-withdrawn");
    }

    [Fact]
    public async Task An_export_that_is_being_built_is_withdrawn_too()
    {
        await hub.Given("in-the-making", a => a.Scopes = [.. Both]);
        var http = await hub.As("in-the-making");
        var export = await Exported.Made(http, new { reader = "households" });
        await Reopen(export.Id());
        await hub.Change("in-the-making", a => a.Regions = ["91"]);
        await hub.Get<BuildExport>().CarryOn(await Key(export.Id()), default);
        Assert.Equal("withdrawn", (await http.Json($"{Exported.Path}/{export.Id()}")).State());
        Assert.False(Directory.Exists(Folder(export.Id())));
    }

    [Fact]
    public async Task Every_family_is_on_record_when_it_is_written_and_at_every_pull()
    {
        await hub.Given("on-record", a => a.Scopes = [.. Both]);
        var http = await hub.As("on-record");
        var export = await Exported.Made(http, new { reader = "households", query = new { region = "35.07" } });
        await Exported.Parts(http, export);
        using (var cut = new HttpRequestMessage(HttpMethod.Get, export.Part()) { Headers = { { "Range", "bytes=0-0" } } })
            (await http.SendAsync(cut)).EnsureSuccessStatusCode().Dispose();

        await using var registry = hub.Registry();
        var families = await registry.Households.Where(h => h.RegencyCode == "35.07").OrderBy(h => h.Key).ToListAsync();
        var entries = await registry.AccessEntries.Where(e => e.Client == "on-record").OrderBy(e => e.Sequence).ToListAsync();
        var built = entries.Where(e => e.Surface == "POST /api/v1/exports").ToList();
        Assert.Equal(families.Select(h => (h.Key, (int)h.MemberCount!)), Subjects(built).Order());
        Assert.All(built, e => Assert.Contains($"&export={Guid.Parse(export.Id()):n}&part=", e.Shape, StringComparison.Ordinal));
        Assert.All(built, e => Assert.Contains("knownAt=", e.Shape, StringComparison.Ordinal));
        Assert.Single(built.Select(e => e.RequestId).Distinct());

        var pulled = entries.Where(e => e.Surface.StartsWith("GET /api/v1/exports", StringComparison.Ordinal)).ToList();
        Assert.Equal(export.GetProperty("parts").GetArrayLength() + 1, pulled.Count);
        Assert.Equal(families.Select(h => (h.Key, (int)h.MemberCount!)), Subjects(pulled[..^1]).Order());
        Assert.Equal(pulled[0].Subjects, pulled[^1].Subjects);
        Assert.Equal(families.Sum(h => h.MemberCount), (await http.Json("/api/v1/me")).GetProperty("budget").GetProperty("used").GetInt32());
    }

    [Fact]
    public async Task An_export_that_passes_the_budget_fails_and_gives_nothing()
    {
        await hub.Given("poor", a => (a.Scopes, a.Budget) = ([.. Both], 40));
        var http = await hub.As("poor");
        var export = await Exported.Ended(http, (await Exported.Begin(http, new { reader = "households" })).Id());
        Assert.Equal(("failed", "budget-exhausted", 0), (export.State(), export.GetProperty("problem").GetString(), export.GetProperty("parts").GetArrayLength()));
        using (var answer = await http.GetAsync(export.Part())) Assert.Equal(404, (int)answer.StatusCode);
        Assert.False(Directory.Exists(Folder(export.Id())));

        await hub.Change("poor", a => a.Budget = 0);
        using (var refused = await http.PostAsJsonAsync(Exported.Path, new { reader = "households" })) await refused.ShouldBe(429, "budget-exhausted");
    }

    [Fact]
    public async Task What_has_expired_is_not_there_and_its_files_go()
    {
        var http = await hub.As("pemkot-jayapura");
        var export = await Exported.Made(http, new { reader = "households" });
        Assert.True(Directory.Exists(Folder(export.Id())));
        await hub.Amend(export.Id(), x => x.ExpiresAt = x.RecordedAt);
        using (var gone = await http.GetAsync($"{Exported.Path}/{export.Id()}")) await gone.ShouldBe(404, "not-found");
        using (var gone = await http.GetAsync(export.Part())) await gone.ShouldBe(404, "not-found");
        await hub.Sweep();
        await using var registry = hub.Registry();
        Assert.False(await registry.Exports.AnyAsync(x => x.Id == Guid.Parse(export.Id())));
        Assert.False(Directory.Exists(Folder(export.Id())));
    }

    /// <summary>The same bytes come again, whatever happened meanwhile; and on the disk nobody reads them.</summary>
    [Theory]
    [InlineData("ndjson", "region", "91.71")]
    [InlineData("ndjson", "include", "members")]
    [InlineData("csv", "fields", "id,headName")]
    [InlineData("parquet", "fields", "id,headName")]
    public async Task Changes_after_the_instant_do_not_show(string format, string name, string text)
    {
        var http = await hub.As("kemensos");
        var asked = new { reader = "households", format, query = new Dictionary<string, string> { [name] = text } };
        var export = await Exported.Made(http, asked);
        var before = await Exported.Parts(http, export);
        await Reopen(export.Id());
        await Correct("91.71");
        await hub.Get<BuildExport>().CarryOn(await Key(export.Id()), default);
        Assert.Equal(before, await Exported.Parts(http, await Exported.Ended(http, export.Id())));
        var later = await Exported.Made(http, asked);
        Assert.NotEqual(before, await Exported.Parts(http, later));
        var sealedBytes = await File.ReadAllBytesAsync(Path.Combine(Folder(export.Id()), "00001.part"));
        Assert.Equal(-1, sealedBytes.AsSpan().IndexOf("\"region\""u8));
        foreach (var one in (string[])[export.Id(), later.Id()]) (await http.DeleteAsync($"{Exported.Path}/{one}")).EnsureSuccessStatusCode().Dispose();
    }

    private string Folder(string id) => Path.Combine(hub.ExportsPath, Guid.Parse(id).ToString("n"));

    private static IEnumerable<(long, int)> Subjects(IEnumerable<AccessEntry> entries) => entries.SelectMany(e => PackedSubjects.Read(e.Subjects));

    private async Task<long> Key(string id)
    {
        await using var registry = hub.Registry();
        return (await registry.Exports.SingleAsync(x => x.Id == Guid.Parse(id))).Key;
    }

    /// <summary>As a kill would leave it: being built, with parts that are not there.</summary>
    private async Task Reopen(string id)
    {
        await using var registry = hub.Registry();
        var export = await registry.Exports.Include(x => x.Parts).SingleAsync(x => x.Id == Guid.Parse(id));
        export.State = ExportState.Building;
        foreach (var part in export.Parts.Where(p => p.Number % 2 == 1)) part.Hash = null;
        await registry.SaveChangesAsync();
    }

    /// <summary>A later answer of the first family of a regency, as an import takes it in.</summary>
    private Task Correct(string regency) => Change(h => h.RegencyCode == regency, h => h.HeadName += " the other");

    private async Task Change(System.Linq.Expressions.Expression<Func<Household, bool>> which, Action<Household> how)
    {
        await using var registry = hub.Registry();
        var now = await registry.Households.Where(which).OrderBy(h => h.Key).FirstAsync();
        var was = new HouseholdVersion { Source = "", SourceId = "", ProvinceCode = "", RegencyCode = "", DistrictCode = "", VillageCode = "" };
        foreach (var property in typeof(HouseholdRecord).GetProperties().Where(p => p.CanWrite)) property.SetValue(was, property.GetValue(now));
        var at = hub.Get<TimeProvider>().GetUtcNow().UtcDateTime;
        (was.ValidTo, was.SupersededAt) = (registry.Today, at);
        how(now);
        (now.ObservedOn, now.ValidFrom, now.RecordedAt) = (registry.Today, registry.Today, at);
        registry.HouseholdVersions.Add(was);
        await registry.SaveChangesAsync();
    }

    /// <summary>A change as the steward makes it: the version before is kept.</summary>
    private async Task Version(string code, Action<Agreement> how)
    {
        await using var registry = hub.Registry();
        var agreement = await registry.Agreements.SingleAsync(a => a.Code == code);
        registry.AgreementChanges.Add(new()
        {
            AgreementKey = agreement.Key,
            Version = agreement.Version,
            Before = Api.Partners.AgreementTerms.Of(agreement).Write(),
            By = "test",
            At = agreement.ChangedAt ?? new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        });
        agreement.Version++;
        how(agreement);
        await registry.SaveChangesAsync();
    }

    /// <summary>With a token as new as the agreement.</summary>
    private async Task<HttpClient> Anew(string client)
    {
        var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new("Bearer", await hub.Token(client));
        return http;
    }
}
