using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Classification;
using Regsosek.Api.Partners;
using Regsosek.Data.Classification;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification;

/// <summary>A model from draft to superseded, as the statistics office writes it and nobody else.</summary>
[OnEveryEngine]
public sealed class ModelLifeTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private const string Models = "/api/v1/classification/models";

    public static TheoryData<string> Others =>
        [.. DemoPartners.Read(Api.Hub.Schema).Where(p => !p.Scopes.Contains(Scopes.ModelsWrite)).Select(p => p.Code)];

    [Fact]
    public async Task A_draft_becomes_published_and_the_next_version_supersedes_it()
    {
        var (office, today) = (await hub.As("bps"), Today());
        var first = await Drafted(office, Document("life", 1));
        Assert.Equal(("draft", false), (first.GetProperty("state").GetString(), first.GetProperty("inForce").GetBoolean()));
        Assert.Equal(Hash(Document("life", 1)), first.GetProperty("hash").GetString());
        var published = await Published(office, "life", 1, first, today);
        Assert.Equal(("published", true, today.ToString("yyyy-MM-dd")), (published.GetProperty("state").GetString(), published.GetProperty("inForce").GetBoolean(), published.GetProperty("from").GetString()));
        Assert.Equal(("life", 1), Named(await hub.Get<PublishedModels>().ForRun("life", today, default)));

        // The second is published for another day: until then the first stays in force.
        var next = today.AddDays(10);
        await Published(office, "life", 2, await Drafted(office, Document("life", 2)), next);
        var before = await office.Json($"{Models}/life/1");
        Assert.Equal(("published", true, next.AddDays(-1).ToString("yyyy-MM-dd")), (before.GetProperty("state").GetString(), before.GetProperty("inForce").GetBoolean(), before.GetProperty("until").GetString()));
        Assert.False((await office.Json($"{Models}/life/2")).GetProperty("inForce").GetBoolean());
        Assert.Equal([1, 1, 2], await InForce("life", today, next.AddDays(-1), next));
        Assert.Null(await hub.Get<PublishedModels>().InForce("life", today.AddDays(-1), default));
    }

    [Fact]
    public async Task A_version_is_superseded_from_the_day_of_the_next_one()
    {
        var (office, today) = (await hub.As("bps"), Today());
        await Published(office, "old", 1, await Drafted(office, Document("old", 1)), today);
        await using (var registry = hub.Registry())
        {
            // As if it had been published yesterday: nobody can wait for a day here.
            await registry.Models.Where(m => m.Model == "old").ExecuteUpdateAsync(u => u.SetProperty(m => m.From, today.AddDays(-1)));
        }

        await Published(office, "old", 2, await Drafted(office, Document("old", 2)), today);
        var versions = (await office.Json(Models)).Items().Where(m => m.GetProperty("model").GetString() == "old").ToList();
        Assert.Equal([("superseded", false), ("published", true)], versions.Select(m => (m.GetProperty("state").GetString(), m.GetProperty("inForce").GetBoolean())));
    }

    [Fact]
    public async Task What_is_published_never_changes()
    {
        var office = await hub.As("bps");
        var draft = await Drafted(office, Document("fixed", 1));
        await Published(office, "fixed", 1, draft, Today());
        using (var again = await Send(office, Models, Document("fixed", 1, "Another"))) await again.ShouldBe(409, "model-published");
        using (var twice = await Publish(office, "fixed", 1, Text(draft, "hash"), Today().AddDays(1))) await twice.ShouldBe(409, "model-published");

        await using var registry = hub.Registry();
        var row = await registry.Models.SingleAsync(m => m.Model == "fixed");
        row.Document = "{}";
        Assert.Contains("never changes", (await Assert.ThrowsAsync<InvalidOperationException>(() => registry.SaveChangesAsync())).Message, StringComparison.Ordinal);
        registry.ChangeTracker.Clear();
        registry.Models.Remove(await registry.Models.SingleAsync(m => m.Model == "fixed"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => registry.SaveChangesAsync());
        registry.ChangeTracker.Clear();

        // Who says that it is a draft finds no draft of it.
        var forged = await registry.Models.AsNoTracking().SingleAsync(m => m.Model == "fixed");
        forged.State = ModelState.Draft;
        registry.Models.Attach(forged);
        forged.Document = "{}";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => registry.SaveChangesAsync());
        Assert.Equal(Document("fixed", 1), await office.GetStringAsync($"{Models}/fixed/1/document"));
    }

    [Fact]
    public async Task A_draft_is_written_anew_until_it_is_published_and_published_only_as_it_was_read()
    {
        var office = await hub.As("bps");
        var read = await Drafted(office, Document("redrawn", 1));
        await Drafted(office, Document("redrawn", 1, "Another title"));
        using (var unseen = await Publish(office, "redrawn", 1, Text(read, "hash"), Today())) await unseen.ShouldBe(409, "model-changed");
        using (var early = await Publish(office, "redrawn", 1, Text(await office.Json($"{Models}/redrawn/1"), "hash"), Today().AddDays(-1))) await early.ShouldBe(400, "invalid-parameter");
        await Published(office, "redrawn", 1, await office.Json($"{Models}/redrawn/1"), Today().AddDays(3));
        var second = await Drafted(office, Document("redrawn", 2));
        using (var before = await Publish(office, "redrawn", 2, Text(second, "hash"), Today().AddDays(3))) await before.ShouldBe(400, "invalid-parameter");
        using (var absent = await Publish(office, "redrawn", 3, "00", Today())) await absent.ShouldBe(404, "not-found");
        using (var odd = await Send(office, $"{Models}/redrawn/2/publish", "{}")) await odd.ShouldBe(400, "invalid-body");
    }

    [Fact]
    public async Task A_document_that_is_no_model_is_refused_with_every_pointer()
    {
        var office = await hub.As("bps");
        using var refused = await Send(office, Models, Document("wrong", 1).Replace("\"codes\": [7, 8]", "\"codes\": [77]", StringComparison.Ordinal).Replace("\"label\": \"test\"", "\"label\": \"\"", StringComparison.Ordinal));
        var findings = (await refused.ShouldBe(422, "model-refused")).GetProperty("findings");
        Assert.Equal(["/label", "/items/0/answers/0/codes"], findings.EnumerateArray().Select(f => f.GetProperty("at").GetString()));
        using (var none = await office.GetAsync($"{Models}/wrong/1")) await none.ShouldBe(404, "not-found");
        using (var plain = await office.PostAsync(Models, new StringContent("x", Encoding.UTF8, "text/plain"))) await plain.ShouldBe(415, "unsupported-media-type");
        using (var large = await office.Offer(Models, new string(' ', 1_100_000))) await large.ShouldBe(413, "body-too-large");
    }

    [Theory, MemberData(nameof(Others))]
    public async Task Nobody_but_the_statistics_office_writes_models_or_sees_drafts(string partner)
    {
        await Drafted(await hub.As("bps"), Document("hidden", 1));
        var http = await hub.As(partner);
        using (var draft = await Send(http, Models, Document("theirs", 1))) await draft.ShouldBe(403, "scope-missing");
        using (var publish = await Publish(http, "hidden", 1, Hash(Document("hidden", 1)), Today())) await publish.ShouldBe(403, "scope-missing");
        using var list = await http.GetAsync(Models);
        if (!list.IsSuccessStatusCode)
        {
            await list.ShouldBe(403, "scope-missing");
            return;
        }

        var seen = await list.Json(HttpStatusCode.OK);
        Assert.DoesNotContain(seen.Items(), m => m.GetProperty("state").GetString() == "draft" || m.TryGetProperty("draftedBy", out _));
        using (var hidden = await http.GetAsync($"{Models}/hidden/1")) await hidden.ShouldBe(404, "not-found");
        using var document = await http.GetAsync($"{Models}/ppi-2020/1/document");
        var scores = DemoPartners.Read(Api.Hub.Schema).Single(p => p.Code == partner).Fields.Contains("score");
        if (scores) Assert.Equal(await File.ReadAllTextAsync(Classification.Published.PathOf("scoring", "ppi-2020.json")), await document.Content.ReadAsStringAsync());
        else await document.ShouldBe(403, "field-not-granted");
    }

    [Fact]
    public async Task What_ships_is_published_with_what_feeds_it_and_what_is_missing()
    {
        var models = (await (await hub.As("kemenkes")).Json(Models)).Items().Where(m => m.TryGetProperty("label", out var label) && label.GetString() == "demonstration model").ToDictionary(m => Text(m, "model"));
        Assert.Equal(["demo-pmt", "ppi-2012", "ppi-2020", "ppi-2023"], models.Keys.Order());
        Assert.All(models.Values, m => Assert.Equal("published", Text(m, "state")));
        Assert.Equal(Classification.Published.Model.Hash, Text(models["ppi-2020"], "hash"));
        Assert.Equal(["Q3", "Q5", "Q6", "Q7", "Q8"], models["ppi-2023"].GetProperty("check").GetProperty("missing").Strings());
        Assert.Equal([true, true, true, false], models.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Value.GetProperty("check").GetProperty("usable").GetBoolean()));
        var closet = models["ppi-2020"].GetProperty("check").GetProperty("inputs").EnumerateArray().Single(i => Text(i, "item") == "Q9");
        Assert.Equal(["309b", "309a"], closet.GetProperty("variables").Strings());
        Assert.Equal(["closet-not-asked"], closet.GetProperty("assumes").Strings());
        Assert.Equal(101, models["ppi-2020"].GetProperty("check").GetProperty("sums").GetProperty("NPL").GetInt32());
    }

    [Fact]
    public async Task No_run_uses_what_cannot_be_computed_or_is_not_there()
    {
        var models = hub.Get<PublishedModels>();
        Assert.Contains("form K does not ask", (await Assert.ThrowsAsync<UnusableModelException>(() => models.ForRun("ppi-2023", Today(), default))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnusableModelException>(() => models.ForRun("ppi-1999", Today(), default));
        await Assert.ThrowsAsync<UnusableModelException>(() => models.ForRun("ppi-2020@7", Today(), default));
        await Assert.ThrowsAsync<UnusableModelException>(() => models.ForRun("ppi-2020", new(2020, 1, 1), default));
        Assert.Equal(("ppi-2020", 1), Named(await models.ForRun("ppi-2020@1", Today(), default)));
    }

    [Fact]
    public async Task What_ships_is_put_in_once_and_a_changed_file_stops_the_start()
    {
        await using var registry = hub.Registry();
        var before = await registry.Models.AsNoTracking().OrderBy(m => m.Key).Where(m => m.DraftedBy == ShippedModels.Author).Select(m => new { m.Key, m.Hash, m.PublishedAt }).ToListAsync();
        Assert.Equal(4, before.Count);
        await Ship(Api.Hub.Schema);
        Assert.Equal(before, await registry.Models.AsNoTracking().OrderBy(m => m.Key).Where(m => m.DraftedBy == ShippedModels.Author).Select(m => new { m.Key, m.Hash, m.PublishedAt }).ToListAsync());

        var folder = Directory.CreateTempSubdirectory("scoring-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(Api.Hub.Schema, "*", SearchOption.AllDirectories).Where(f => f.Contains("scoring") || f.Contains("regions") || f.Contains("questionnaire")))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(Api.Hub.Schema, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var changed = Path.Combine(folder, "scoring", "ppi-2020.json");
            await File.WriteAllTextAsync(changed, (await File.ReadAllTextAsync(changed)).Replace("Simple poverty", "Plain poverty", StringComparison.Ordinal));
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Ship(folder));
            Assert.StartsWith("ppi-2020.json is not the model ppi-2020@1 that is published here", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Task Ship(string schema) => ShippedModels.Publish(hub.Get<Data.Registries>(), new(schema, hub.Get<Api.Reference.DataDictionary>()), hub.Get<TimeProvider>(), default);
    }

    [Fact]
    public async Task A_document_altered_in_the_database_is_told_and_ranks_nobody()
    {
        var office = await hub.As("bps");
        await Published(office, "altered", 1, await Drafted(office, Document("altered", 1)), Today());
        await using (var registry = hub.Registry())
        {
            var other = Document("altered", 1, "Another");
            await registry.Models.Where(m => m.Model == "altered").ExecuteUpdateAsync(u => u.SetProperty(m => m.Document, other));
        }

        await Assert.ThrowsAsync<ModelRefusedException>(() => hub.Get<PublishedModels>().ForRun("altered", Today(), default));
        var shown = (await office.Json($"{Models}/altered/1")).GetProperty("findings")[0];
        Assert.Contains("was altered in the database", shown.GetProperty("says").GetString(), StringComparison.Ordinal);
    }

    private DateOnly Today()
    {
        using var registry = hub.Registry();
        return registry.Today;
    }

    private async Task<int?[]> InForce(string model, params DateOnly[] days) =>
        [.. await Task.WhenAll(days.Select(day => hub.Get<PublishedModels>().InForce(model, day, default)))];

    private static (string, int) Named(ScoringModel model) => (model.Id, model.Version);

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static async Task<JsonElement> Drafted(HttpClient http, string document)
    {
        using var answer = await Send(http, Models, document);
        return await answer.Json(HttpStatusCode.Created);
    }

    private static async Task<JsonElement> Published(HttpClient http, string model, int version, JsonElement draft, DateOnly from)
    {
        using var answer = await Publish(http, model, version, Text(draft, "hash"), from);
        return await answer.Json(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> Publish(HttpClient http, string model, int version, string hash, DateOnly from) =>
        Send(http, $"{Models}/{model}/{version}/publish", JsonSerializer.Serialize(new { from, hash }));

    private static Task<HttpResponseMessage> Send(HttpClient http, string url, string json) =>
        http.PostAsync(url, new StringContent(json, Encoding.UTF8, "application/json"));

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>The smallest scorecard there is.</summary>
    private static string Document(string model, int version, string title = "Test") => $$"""
        {"model": "{{model}}", "version": {{version}}, "date": "2026-11-25", "label": "test", "en": "{{title}}", "id": "Uji", "source": "test", "licence": "test",
         "assumes": [], "assumptions": [], "lines": [{"code": "NPL", "name": "National", "a": 1, "b": -0.1, "maximum": 9}],
         "items": [{"item": "Q1", "en": "Floor?", "id": "Lantai?", "input": {"variables": ["303"]},
           "answers": [{"answer": "poor", "en": "Poor", "id": "Buruk", "codes": [7, 8], "points": [0]}, {"answer": "good", "en": "Good", "id": "Baik", "codes": [1, 2, 3, 4, 5, 6, 9], "points": [9]}]}]}

        """;
}
