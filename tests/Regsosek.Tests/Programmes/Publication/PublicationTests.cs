using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Programmes;
using Regsosek.Data;
using Regsosek.Data.Programmes;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Programmes.Publication;

/// <summary>A version of a programme is drafted by its ministry, simulated, and published by somebody else of it; then it never changes.</summary>
[OnEveryEngine]
public sealed class PublicationTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private static readonly DateOnly Today = TimeProvider.System.Today();

    [Fact]
    public async Task A_version_is_published_by_a_second_principal_with_its_simulation()
    {
        var (author, reviewer) = (await hub.As("kemensos"), await hub.As("kemensos-review"));
        // A version is published some minutes before its day: tomorrow may be too near.
        var from = hub.Registry().Today.AddDays(2);
        JsonElement draft;
        using (var written = await author.Draft("SEMBAKO", Drafting.Version("SEMBAKO", 2, from, v => v.Figure("maxDecile", 2)))) draft = await written.Json(HttpStatusCode.Created);
        var hash = draft.GetProperty("hash").GetString()!;
        Assert.Equal(hash, (await reviewer.Json("/api/v1/programmes/SEMBAKO/drafts/2")).GetProperty("hash").GetString());
        Assert.Equal(1, (await author.Json("/api/v1/programmes/SEMBAKO")).GetProperty("versions").GetArrayLength());

        using (var own = await Publish(author, hash, Guid.Empty)) await own.ShouldBe(403, "second-principal");
        using (var blind = await Publish(reviewer, hash, Guid.Empty)) await blind.ShouldBe(409, "simulation-required");
        var simulation = await author.Simulated("SEMBAKO", 2);
        var id = simulation.GetProperty("id").GetGuid();
        using (var other = await Publish(reviewer, new string('0', 64), id)) await other.ShouldBe(409, "programme-changed");
        using (var published = await Publish(reviewer, hash, id)) Assert.Equal("published", (await published.Json(HttpStatusCode.OK)).GetProperty("state").GetString());

        var now = await author.Json("/api/v1/programmes/SEMBAKO");
        Assert.Equal([1, 2], now.GetProperty("versions").EnumerateArray().Select(v => v.GetInt32()));
        Assert.Equal((1, from.AddDays(-1).ToString("yyyy-MM-dd")), (now.GetProperty("inForce").GetProperty("version").GetInt32(), now.GetProperty("inForce").GetProperty("validTo").GetString()));
        Assert.Equal(hash, hub.Get<ProgrammeCatalogue>().InForce("SEMBAKO", from)!.Hash);
        using (var again = await author.Draft("SEMBAKO", Drafting.Version("SEMBAKO", 2, from.AddDays(9)))) await again.ShouldBe(409, "programme-published");
        using (var twice = await Publish(reviewer, hash, id)) await twice.ShouldBe(404, "not-found");
        await NeverChanges();
        await IsFoundAtTheStart(hash, from);
    }

    [Fact]
    public async Task A_draft_that_could_not_be_a_version_is_refused_where_it_is_wrong()
    {
        var author = await hub.As("kemensos");
        var from = Today.AddDays(30);
        using (var past = await author.Draft("ATENSI", Drafting.Version("ATENSI", 2, Today.AddDays(-1)))) await past.ShouldBe(400, "invalid-parameter");
        using (var old = await author.Draft("ATENSI", Drafting.Version("ATENSI", 1, from))) await old.ShouldBe(409, "programme-published");
        using (var stranger = await author.Draft("PUPUK", Drafting.Version("PUPUK", 2, from))) await stranger.ShouldBe(403, "programme-not-owned");
        using (var none = await author.Draft("NONE", Drafting.Version("PKH", 2, from))) await none.ShouldBe(404, "not-found");
        using (var clerk = await (await hub.As("kemenkes")).Draft("GIZI", Drafting.Version("GIZI", 2, from))) await clerk.ShouldBe(403, "scope-missing");

        var rule = JsonNode.Parse("""{"all":[{"fact":"decile","op":"<=","value":4},{"fact":"noSuchFact","op":"=","value":1}]}""");
        using (var wrong = await author.Draft("ATENSI", Drafting.Version("ATENSI", 2, from, v => v["rule"] = rule)))
            Assert.Contains("noSuchFact", (await wrong.ShouldBe(422, "programme-refused")).GetProperty("says").GetString(), StringComparison.Ordinal);
        using (var twice = await author.Draft("ATENSI", JsonValue.Create(1))) await twice.ShouldBe(422, "programme-refused");

        // An illness may be a sensitive one: how many the rule finds would tell of it.
        var hidden = JsonNode.Parse("""{"fact":"chronicIllness","op":"=","value":1}""");
        using (var probing = await author.Draft("ATENSI", Drafting.Version("ATENSI", 2, from, v => v["rule"] = hidden)))
            Assert.Contains("chronicIllness", (await probing.ShouldBe(403, "field-not-granted")).GetProperty("detail").GetString(), StringComparison.Ordinal);

        // What a component of the version in force stands on is not shown either, unless it is a component still.
        var severe = Drafting.Version("PKH", 2, from);
        severe["rule"] = new JsonObject { ["all"] = new JsonArray(new JsonObject { ["exists"] = severe["benefit"]!["components"]!.AsArray().Single(c => (string?)c!["code"] == "severe-disability")!["rule"]!.DeepClone() }) };
        using (var moved = await author.Draft("PKH", severe)) await moved.ShouldBe(403, "field-not-granted");
    }

    [Fact]
    public async Task A_draft_taken_back_makes_room_for_another()
    {
        var author = await hub.As("kemensos");
        using (var written = await author.Draft("PBI-JKN", Drafting.Version("PBI-JKN", 2, Today.AddDays(30)))) await written.Json(HttpStatusCode.Created);
        using (var anew = await author.Draft("PBI-JKN", Drafting.Version("PBI-JKN", 3, Today.AddDays(40)))) await anew.Json(HttpStatusCode.Created);
        using (var gone = await author.GetAsync("/api/v1/programmes/PBI-JKN/drafts/2")) await gone.ShouldBe(404, "not-found");
        using (var back = await author.DeleteAsync("/api/v1/programmes/PBI-JKN/drafts/3")) Assert.Equal(HttpStatusCode.NoContent, back.StatusCode);
        Assert.Equal("rejected", (await author.Json("/api/v1/programmes/PBI-JKN/drafts/3")).GetProperty("state").GetString());
        using (var none = await author.PostAsync("/api/v1/programmes/PBI-JKN/drafts/3/simulate", null)) await none.ShouldBe(404, "not-found");
        using (var other = await author.Draft("PBI-JKN", Drafting.Version("PBI-JKN", 3, Today.AddDays(50)))) await other.Json(HttpStatusCode.Created);
    }

    private static Task<HttpResponseMessage> Publish(HttpClient http, string hash, Guid simulation) =>
        http.PostAsJsonAsync("/api/v1/programmes/SEMBAKO/drafts/2/publish", new { hash, simulation });

    private async Task NeverChanges()
    {
        await using var registry = hub.Registry();
        var row = await registry.ProgrammeDocuments.SingleAsync(d => d.Name == "SEMBAKO@2");
        Assert.Equal((ProgrammeState.Published, "kemensos", "kemensos-review"), (row.State, row.DraftedBy, row.DecidedBy));
        Assert.NotNull(row.SimulationKey);
        row.Document = "{}";
        Assert.Contains("never changes", (await Assert.ThrowsAsync<InvalidOperationException>(() => registry.SaveChangesAsync())).Message, StringComparison.Ordinal);
    }

    /// <summary>As another node does, or this one after its next start.</summary>
    private async Task IsFoundAtTheStart(string hash, DateOnly from)
    {
        var catalogue = ProgrammeCatalogue.Load(Path.Combine(Api.Hub.Schema, "programmes"), hub.Get<Api.Rules.Facts>());
        await using var registry = hub.Registry();
        catalogue.Take(await registry.ProgrammeDocuments.Where(d => d.State == ProgrammeState.Published).ToListAsync());
        Assert.Equal(hash, catalogue.InForce("SEMBAKO", from)!.Hash);
    }
}
