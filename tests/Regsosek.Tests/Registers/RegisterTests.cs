using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Regsosek.Api.Registers.Intake;
using Regsosek.Data;
using Regsosek.Data.Registers;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Registers;

/// <summary>A ministry sends what form K does not hold, and rules read it.</summary>
[OnEveryEngine]
public sealed class RegisterTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private const string Csv = "text/csv", Ndjson = "application/x-ndjson";
    private static readonly string[] Simluhtan = ["landArea", "commodity", "farmerGroup"];

    [Fact]
    public async Task What_was_unknown_is_decided_clause_by_clause_and_unknown_again_when_it_is_taken_back()
    {
        var farming = await Declared("simluhtan");
        var (family, person, nik) = (await Farmers()).Last();
        Assert.Equal("UNKNOWN", (await Verdict(family, person)).GetProperty("verdict").GetString());

        var sent = await Sent(farming, "2026-1", Csv, $"nik;observedOn;landArea;commodity;farmerGroup\n{nik};2026-08-01;0.5;Padi;ya\n");
        Assert.Equal((1, 1, 0), (Count(sent, "lines"), Count(sent, "added"), Count(sent, "rejected")));
        var verdict = await Verdict(family, person);
        Assert.Equal("ELIGIBLE", verdict.GetProperty("verdict").GetString());
        var land = verdict.GetProperty("reasons").EnumerateArray().Single(r => r.GetProperty("clause").GetString() == "land");
        Assert.Equal(("TRUE", "0.5", "register", "2026-08-01"), (land.GetProperty("outcome").GetString(), land.GetProperty("found").GetString(),
            land.GetProperty("source").GetString(), land.GetProperty("observedOn").GetString()));
        Assert.Contains(person, (await Listed("ELIGIBLE")).Select(e => e.Person));

        await Sent(farming, "2026-2", Ndjson, $$"""{ "nik": "{{nik}}", "landArea": 2.5 }""");
        Assert.Equal("NOT_ELIGIBLE", (await Verdict(family, person)).GetProperty("verdict").GetString());
        await Sent(farming, "2026-3", Ndjson, $$"""{ "nik": "{{nik}}", "landArea": null, "commodity": null, "farmerGroup": null }""");
        Assert.Equal("UNKNOWN", (await Verdict(family, person)).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task What_was_believed_stays_for_reads_as_of_then()
    {
        var farming = await Declared("simluhtan");
        var (family, person, nik) = (await Farmers()).SkipLast(1).Last();
        await Sent(farming, "then", Ndjson, $$"""{ "nik": "{{nik}}", "landArea": 1, "commodity": "kopi", "farmerGroup": true }""");
        var then = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        await Sent(farming, "later", Ndjson, $$"""{ "nik": "{{nik}}", "landArea": 9 }""");
        Assert.Equal("NOT_ELIGIBLE", (await Verdict(family, person)).GetProperty("verdict").GetString());
        Assert.Equal("ELIGIBLE", (await Verdict(family, person, $"?knownAt={then}")).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task What_was_said_of_a_day_stays_true_of_it_when_the_register_says_otherwise_later()
    {
        var farming = await Declared("simluhtan");
        var (family, person, nik) = (await Farmers()).SkipLast(2).Last();
        var (today, before) = (TimeProvider.System.Today(), TimeProvider.System.Today().AddDays(-1));
        await Sent(farming, "first-said", Ndjson, $$"""{ "nik": "{{nik}}", "observedOn": "{{before:yyyy-MM-dd}}", "landArea": 1, "commodity": "kopi", "farmerGroup": true }""");
        await Sent(farming, "then-said", Ndjson, $$"""{ "nik": "{{nik}}", "observedOn": "{{today:yyyy-MM-dd}}", "landArea": null }""");
        await Sent(farming, "late", Ndjson, $$"""{ "nik": "{{nik}}", "observedOn": "{{before:yyyy-MM-dd}}", "landArea": 1.5 }""");
        Assert.Equal("UNKNOWN", (await Verdict(family, person)).GetProperty("verdict").GetString());
        Assert.Equal("ELIGIBLE", (await Verdict(family, person, $"?asOf={before:yyyy-MM-dd}")).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_another_under_its_name_is_refused()
    {
        var farming = await Declared("simluhtan");
        var niks = (await Farmers()).Skip(2).Take(3).Select(f => f.Nik).ToList();
        var file = "nik,landArea\n" + string.Concat(niks.Select(nik => $"{nik},0.25\n"));
        var first = await Sent(farming, "twice", Csv, file);
        Assert.Equal(first.ToString(), (await Sent(farming, "twice", Csv, file)).ToString());
        Assert.Equal((3, 0), (Count(first, "added"), Count(first, "changed")));
        Assert.Equal(3, Count(await Sent(farming, "thrice", Csv, file), "unchanged"));
        using var other = await Put(farming, "twice", Csv, file + "1");
        await other.ShouldBe(409, "delivery-closed");
    }

    [Fact]
    public async Task A_delivery_that_was_cut_goes_on_behind_its_last_line()
    {
        var farming = await Declared("simluhtan");
        var niks = (await Farmers()).Skip(5).Take(2).Select(f => f.Nik).ToList();
        await Sent(farming, "cut", Csv, $"nik,landArea\n{niks[0]},1\n");
        await using (var registry = hub.Registry())
        {
            // As a hub leaves it that was killed behind the first batch.
            await registry.RegisterDeliveries.Where(d => d.Name == "cut").ExecuteUpdateAsync(u => u.SetProperty(d => d.FinishedAt, (DateTime?)null));
        }

        using (var other = await Put(farming, "cut", Csv, $"nik,landArea\n{niks[0]},2\n{niks[1]},1\n")) await other.ShouldBe(409, "delivery-closed");
        using (var shorter = await Put(farming, "cut", Csv, "nik,landArea\n")) await shorter.ShouldBe(409, "delivery-closed");
        var whole = await Sent(farming, "cut", Csv, $"nik,landArea\n{niks[0]},1\n{niks[1]},1\n");
        Assert.Equal((2, 2, 0), (Count(whole, "lines"), Count(whole, "added"), Count(whole, "unchanged")));
        Assert.False(whole.GetProperty("finishedAt").IsNull());
    }

    [Fact]
    public async Task A_bad_line_is_refused_with_its_column_and_never_its_value_and_the_rest_is_in()
    {
        var farming = await Declared("simluhtan");
        var nik = (await Farmers()).Skip(7).First().Nik;
        var sent = await Sent(farming, "bad", Ndjson, $$"""
            { "nik": "12", "landArea": 1 }
            { "nik": "{{nik}}", "landArea": "much" }
            { "nik": "{{nik}}", "observedOn": "2999-01-01" }
            { "nik": "{{nik}}", "wage": 1 }
            nothing
            {{new string('x', 100_000)}}
            { "nik": "{{nik}}", "commodity": "a\u0000b" }
            { "nik": "{{nik}}", "landArea": 1 }
            """);
        Assert.Equal((8, 1, 7), (Count(sent, "lines"), Count(sent, "added"), Count(sent, "rejected")));
        Assert.Equal(["nik", "landArea", "observedOn", "", "", "", "commodity"], sent.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("at").GetString()));
        Assert.DoesNotContain("much", sent.ToString());
        Assert.DoesNotContain(nik, sent.ToString());
        await using var registry = hub.Registry();
        Assert.Equal(7, await registry.RegisterFaults.CountAsync(f => f.Delivery.Name == "bad"));
    }

    [Fact]
    public async Task Whether_the_hub_knows_a_person_is_not_told()
    {
        var farming = await Declared("simluhtan");
        var nik = (await Farmers()).Skip(8).First().Nik;
        var known = await Sent(farming, "known", Csv, $"nik,landArea\n{nik},1\n");
        var unknown = await Sent(farming, "stranger", Csv, "nik,landArea\n9171990101700123,1\n");
        Assert.Equal(Bare(known), Bare(unknown));

        static string Bare(JsonElement view) => string.Join(',', view.EnumerateObject().Where(m => m.Name is not ("name" or "startedAt" or "finishedAt")));
    }

    [Fact]
    public async Task A_register_is_its_partner_s_own_and_sends_what_is_his_to_send()
    {
        await Declared("simluhtan");
        var others = await hub.As("kemnaker");
        using (var foreign = await others.GetAsync("/api/v1/registers/simluhtan")) await foreign.ShouldBe(404, "not-found");
        using (var foreign = await Put(others, "mine", Csv, "nik,landArea\n")) await foreign.ShouldBe(404, "not-found");
        using (var taken = await Declare(others, "simluhtan", ["wage"])) await taken.ShouldBe(404, "not-found");
        using (var notTheirs = await Declare(others, "land", ["landArea"])) await notTheirs.ShouldBe(403, "fact-not-yours");
        using (var twice = await Declare(await hub.As("kementan"), "other", ["landArea"])) await twice.ShouldBe(409, "register-taken");
        using (var form = await Declare(others, "form", ["age"])) await form.ShouldBe(400, "invalid-parameter");
        using (var without = await Declare(await hub.As("kemenkes"), "health", ["orphan"])) await without.ShouldBe(403, "scope-missing");
        Assert.DoesNotContain((await others.Json("/api/v1/registers")).Items(), r => r.GetProperty("code").GetString() == "simluhtan");
    }

    [Theory]
    [InlineData(Csv, "nik,wage\n", 400, "invalid-body")]
    [InlineData(Csv, "landArea\n1\n", 400, "invalid-body")]
    [InlineData("application/json", "[]", 415, "unsupported-media-type")]
    public async Task What_is_no_file_of_the_register_is_refused_whole(string type, string file, int status, string code)
    {
        using var answer = await Put(await Declared("simluhtan"), $"refused-{status}", type, file);
        await answer.ShouldBe(status, code);
    }

    [Fact]
    public async Task What_is_named_no_longer_is_said_no_longer_and_past_its_day_nothing_reads_it_and_the_night_deletes_it()
    {
        var social = await hub.As("kemensos");
        using (var declared = await Declare(social, "yatim", ["orphan", "victimOfGraveViolation"])) await declared.Json(HttpStatusCode.OK);
        var nik = (await Farmers()).Skip(9).First().Nik;
        using (var sent = await Put(social, "one", Csv, $"nik,orphan,victimOfGraveViolation\n{nik},true,true\nx,true,true\n", "yatim")) await sent.Json(HttpStatusCode.OK);
        await using var registry = hub.Registry();
        Assert.Equal(1, await registry.RegisteredFacts.CountAsync(f => f.Fact == "victimOfGraveViolation"));
        using (var anew = await Declare(social, "yatim", ["orphan"])) await anew.Json(HttpStatusCode.OK);
        Assert.Equal(0, await registry.RegisteredFacts.CountAsync(f => f.Fact == "victimOfGraveViolation"));
        Assert.Equal(1, await registry.RegisteredFacts.CountAsync(f => f.Fact == "orphan"));
        var yesterday = registry.Today.AddDays(-1);
        var key = await registry.Registers.Where(r => r.Code == "yatim").Select(r => r.Key).SingleAsync();
        await registry.Registers.Where(r => r.Key == key).ExecuteUpdateAsync(u => u.SetProperty(r => r.RetainUntil, yesterday));
        await registry.Retain(key, yesterday, default);
        Assert.Equal(0, await registry.RegisteredFacts.CountAsync(f => f.Fact == "orphan"));
        Assert.Equal(2, await ActivatorUtilities.CreateInstance<ForgetFacts>(hub.App.Services).Run(default));
        Assert.Equal(0, await registry.RegisteredFacts.IgnoreQueryFilters().CountAsync(f => f.Fact == "orphan"));
        Assert.Equal(0, await registry.RegisterFaults.CountAsync(f => f.Delivery.Name == "one"));
    }

    /// <summary>Farmers of whom only the register's facts are missing.</summary>
    private async Task<IEnumerable<(Guid Family, Guid Person, string Nik)>> Farmers() => (await Listed("UNKNOWN")).Where(f => f.Nik.Length == 16);

    private async Task<List<(Guid Family, Guid Person, string Nik)>> Listed(string verdict)
    {
        var http = await hub.As("kemensos");
        return (await http.Json($"/api/v1/programmes/PUPUK/eligible?verdict={verdict}&limit=200")).Items().ConvertAll(e =>
            (e.GetProperty("householdId").GetGuid(), e.GetProperty("personId").GetGuid(), e.GetProperty("person").GetProperty("nik").GetString() ?? ""));
    }

    private async Task<JsonElement> Verdict(Guid family, Guid person, string query = "") =>
        (await (await hub.As("kemensos")).Json($"/api/v1/programmes/PUPUK/eligibility/{family}{query}")).GetProperty("persons").EnumerateArray()
            .Single(p => p.GetProperty("personId").GetGuid() == person);

    private async Task<HttpClient> Declared(string code)
    {
        var farming = await hub.As("kementan");
        using var answer = await Declare(farming, code, Simluhtan);
        await answer.Json(HttpStatusCode.OK);
        return farming;
    }

    private static Task<HttpResponseMessage> Declare(HttpClient http, string code, string[] facts) => http.PutAsJsonAsync($"/api/v1/registers/{code}",
        new { facts, purpose = "Fertiliser by name and address", retainUntil = TimeProvider.System.Today().AddYears(1) });

    private static async Task<JsonElement> Sent(HttpClient http, string name, string type, string file)
    {
        using var answer = await Put(http, name, type, file);
        return await answer.Json(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> Put(HttpClient http, string name, string type, string file, string code = "simluhtan") =>
        http.PutAsync($"/api/v1/registers/{code}/deliveries/{name}", new StringContent(file, Encoding.UTF8, type));

    private static int Count(JsonElement view, string member) => view.GetProperty(member).GetInt32();
}
