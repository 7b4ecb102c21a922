using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification.Runs;

/// <summary>Runs by HTTP: begun and given up by the statistics office, seen by whoever reads classifications.</summary>
[OnEveryEngine]
public sealed class RunHttpTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private const string Runs = "/api/v1/classification/runs";

    [Fact]
    public async Task A_run_goes_on_in_the_background_until_it_is_in_force()
    {
        var office = await hub.As("bps");
        using var begun = await office.PostAsJsonAsync(Runs, new { seed = "by http", stage = "consulted" });
        var id = (await begun.Json(HttpStatusCode.Accepted)).GetProperty("id").GetGuid();
        var run = await Eventually.Is("published", () => office.Json($"{Runs}/{id}"), r => Text(r, "state") == "published");
        var progress = run.GetProperty("progress");
        Assert.Equal(progress.GetProperty("of").GetInt64(), progress.GetProperty("ranked").GetInt64());
        Assert.Equal(("consulted", "by http", "ID"), (Text(run, "stage"), Text(run, "seed"), Text(run, "scope")));

        var reader = await hub.As("kemensos");
        Assert.Equal(id, (await reader.Json(Runs)).Items()[0].GetProperty("id").GetGuid());
        var family = (await reader.Json("/api/v1/households?limit=1&sort=rank")).Items()[0];
        Assert.Equal("consulted", Text(family.GetProperty("classification"), "stage"));
    }

    [Theory]
    [InlineData("""{"stage":"last"}""", 400, "invalid-parameter")]
    [InlineData("""{"scope":"99.99"}""", 400, "invalid-parameter")]
    [InlineData("""{"scope":"Papua"}""", 400, "invalid-parameter")]
    [InlineData("""{"date":"2999-01-01"}""", 400, "invalid-parameter")]
    [InlineData("""{"knownAt":"2999-01-01T00:00:00Z"}""", 400, "invalid-parameter")]
    [InlineData("""{"seed":""}""", 400, "invalid-parameter")]
    [InlineData("""{"model":"ppi-2023"}""", 422, "model-unusable")]
    [InlineData("""{"model":"nothing@x"}""", 422, "model-unusable")]
    [InlineData("""{"families":1}""", 400, "invalid-body")]
    public async Task Terms_that_make_no_sense_are_problems(string terms, int status, string problem)
    {
        using var body = new StringContent(terms, System.Text.Encoding.UTF8, "application/json");
        using var answer = await (await hub.As("bps")).PostAsync(Runs, body);
        await answer.ShouldBe(status, problem);
    }

    [Theory]
    [InlineData("kemensos")]
    [InlineData("pemkot-jayapura")]
    public async Task Nobody_but_the_statistics_office_begins_or_gives_up_runs(string partner)
    {
        var http = await hub.As(partner);
        using (var begun = await http.PostAsJsonAsync(Runs, new { })) await begun.ShouldBe(403, "scope-missing");
        using (var ended = await http.PostAsync($"{Runs}/{Guid.Empty}/cancel", null)) await ended.ShouldBe(403, "scope-missing");
    }

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();
}
