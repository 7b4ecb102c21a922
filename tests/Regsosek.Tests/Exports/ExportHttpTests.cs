using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Exports;

/// <summary>Exports by HTTP: what they hold, how they are pulled, and who has them.</summary>
[OnEveryEngine]
public sealed class ExportHttpTests(ExportHub hub) : IClassFixture<ExportHub>
{
    [Fact]
    public async Task Its_parts_together_are_the_stream_of_the_same_list()
    {
        var http = await hub.As("kemensos");
        var whole = await Exported.Made(http, new { reader = "households", query = new { include = "members" } });
        Assert.True(whole.GetProperty("parts").GetArrayLength() > 3);
        Assert.Equal(await Stream(http, "include=members", "application/x-ndjson"), await Exported.Text(http, whole));
        var progress = whole.GetProperty("progress");
        Assert.Equal(progress.GetProperty("of").GetInt64(), progress.GetProperty("done").GetInt64());
        Assert.Equal(progress.GetProperty("of").GetInt64(), whole.GetProperty("families").GetInt64());
        await Delete(http, whole);
    }

    [Theory]
    [InlineData("kemensos", "region=91.71")]
    [InlineData("kemensos", "region=91.71,35.07&decile=1-3&fields=id,region,decile,members.birthDate")]
    [InlineData("kemenkes", "memberAge=0-5&asOf=2026-01-31")]
    [InlineData("pemkot-jayapura", "knownAt=2026-01-31T00:00:00Z")]
    public async Task What_is_asked_of_the_list_may_be_asked_of_an_export(string partner, string list)
    {
        var http = await hub.As(partner);
        var export = await Exported.Made(http, new { reader = "households", query = Texts(list) });
        Assert.Equal(await Stream(http, list, "application/x-ndjson"), await Exported.Text(http, export));
        await Delete(http, export);
    }

    [Fact]
    public async Task Every_part_of_CSV_has_the_header_and_gzip_is_what_is_kept()
    {
        var http = await hub.As("pemkot-jayapura");
        var plain = await Exported.Made(http, new { reader = "households", format = "csv", query = new { fields = "id,region" } });
        var zipped = await Exported.Made(http, new { reader = "households", format = "csv", compression = "gzip", query = new { fields = "id,region" } });
        var parts = await Exported.Parts(http, plain);
        Assert.Equal(parts, (await Exported.Parts(http, zipped)).Select(Exported.Unzipped));
        Assert.All(parts, part => Assert.StartsWith("id,region\r\n", Encoding.UTF8.GetString(part), StringComparison.Ordinal));
        using (var answer = await http.GetAsync(zipped.Part())) Assert.Equal("application/gzip", answer.Content.Headers.ContentType?.MediaType);
        await Delete(http, plain);
        await Delete(http, zipped);
    }

    [Theory]
    [InlineData("kemensos", "region=91.71")]
    [InlineData("kemenkes", "decile=1-9")]
    [InlineData("kemensos", "region=91.71,35.07&fields=id,region,decile,headName,observedOn,floorArea")]
    public async Task Parquet_has_the_columns_and_values_of_CSV_typed(string partner, string list)
    {
        var http = await hub.As(partner);
        var csv = await Exported.Made(http, new { reader = "households", format = "csv", query = Texts(list) });
        var parquet = await Exported.Made(http, new { reader = "households", format = "parquet", query = Texts(list).Append(new("knownAt", csv.GetProperty("knownAt").GetString()!)).ToDictionary() });
        var parts = await Exported.Parts(http, parquet);
        var texts = new List<string>();
        foreach (var part in parts) texts.Add(await ParquetTable.AsCsv(part));
        Assert.Equal((await Exported.Parts(http, csv)).Select(Rows), texts.Select(t => Rows(Encoding.UTF8.GetBytes(t))));
        var types = await ParquetTable.Types(parts[0]);
        Assert.Equal((typeof(int), typeof(DateOnly), typeof(bool)), (types["decile"], types["observedOn"], types["classification.demonstration"]));
        using (var answer = await http.GetAsync(parquet.Part())) Assert.Equal("application/vnd.apache.parquet", answer.Content.Headers.ContentType?.MediaType);
        await Delete(http, csv);
        await Delete(http, parquet);

        static string Rows(byte[] csv)
        {
            using var parser = new CsvHelper.CsvParser(new StringReader(Encoding.UTF8.GetString(csv)), System.Globalization.CultureInfo.InvariantCulture);
            var rows = new StringBuilder();
            while (parser.Read()) rows.AppendJoin('|', parser.Record!).Append('\n');
            return rows.ToString();
        }
    }

    [Fact]
    public async Task A_pull_that_was_cut_goes_on()
    {
        var http = await hub.As("kemensos");
        var export = await Exported.Made(http, new { reader = "households" });
        var whole = (await Exported.Parts(http, export))[0];
        using var head = await http.SendAsync(new(HttpMethod.Head, export.Part()));
        Assert.Equal((whole.Length, "bytes"), (head.Content.Headers.ContentLength, head.Headers.AcceptRanges.Single()));
        var tag = head.Headers.ETag!;

        using var rest = await Ranged(http, export.Part(), new(100, null), tag);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(whole[100..], await rest.Content.ReadAsByteArrayAsync());
        using var end = await Ranged(http, export.Part(), new(null, 7), tag);
        Assert.Equal(whole[^7..], await end.Content.ReadAsByteArrayAsync());
        using var changed = await Ranged(http, export.Part(), new(100, null), new("\"another\""));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var beyond = await Ranged(http, export.Part(), new(whole.Length, null), tag);
        await beyond.ShouldBe(416, "range-not-satisfiable");
        Assert.Equal(whole.Length, beyond.Content.Headers.ContentRange?.Length);
        await Delete(http, export);
    }

    [Fact]
    public async Task An_export_of_another_is_as_absent()
    {
        var export = await Exported.Made(await hub.As("kemensos"), new { reader = "households", query = new { fields = "id" } });
        await hub.Given("second", a => a.Scopes = ["registry.read", "exports.read"]);
        foreach (var http in new[] { await hub.As("kemenkes"), await hub.As("second") })
        {
            foreach (var url in (string[])[$"{Exported.Path}/{export.Id()}", export.Part()])
            {
                using var hidden = await http.GetAsync(url);
                await hidden.ShouldBe(404, "not-found");
            }

            using var deleted = await http.DeleteAsync($"{Exported.Path}/{export.Id()}");
            await deleted.ShouldBe(404, "not-found");
            Assert.Empty((await http.Json(Exported.Path)).Items());
        }

        await Delete(await hub.As("kemensos"), export);
    }

    [Theory]
    [InlineData("""{"reader":"persons"}""", 400, "invalid-parameter")]
    [InlineData("""{"reader":"households","format":"xlsx"}""", 400, "invalid-parameter")]
    [InlineData("""{"reader":"households","compression":"zip"}""", 400, "invalid-parameter")]
    [InlineData("""{"reader":"households","query":{"sort":"rank"}}""", 400, "invalid-parameter")]
    [InlineData("""{"reader":"households","query":{"limit":"3"}}""", 400, "invalid-parameter")]
    [InlineData("""{"reader":"households","query":{"region":null}}""", 400, "invalid-parameter")]
    [InlineData("""{"reader":"households","query":{"region":"99.99"}}""", 400, "invalid-parameter")]
    [InlineData("""{"reader":"households","query":{"knownAt":"2999-01-01T00:00:00Z"}}""", 400, "invalid-parameter")]
    [InlineData("""{"reader":"households","query":{"colour":"red"}}""", 400, "unknown-parameter")]
    [InlineData("""{"reader":"households","query":{"fields":"headName"}}""", 403, "field-not-granted")]
    [InlineData("""{"reader":"households","format":"csv","query":{"include":"members"}}""", 400, "invalid-parameter")]
    [InlineData("""{"reader":"households","part":3}""", 400, "invalid-body")]
    [InlineData("{}", 400, "invalid-body")]
    public async Task What_makes_no_sense_is_a_problem(string body, int status, string problem)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await (await hub.As("kemenkes")).PostAsync(Exported.Path, content);
        await answer.ShouldBe(status, problem);
    }

    [Fact]
    public async Task It_needs_the_scope_of_exports_and_that_of_what_is_in_it()
    {
        await hub.Given("reads-only", a => a.Scopes = ["registry.read"]);
        await hub.Given("exports-only", a => a.Scopes = ["exports.read"]);
        foreach (var partner in (string[])["reads-only", "exports-only"])
        {
            using var content = new StringContent("""{"reader":"households"}""", Encoding.UTF8, "application/json");
            using var answer = await (await hub.As(partner)).PostAsync(Exported.Path, content);
            await answer.ShouldBe(403, "scope-missing");
        }
    }

    [Fact]
    public async Task A_client_has_so_many_exports_and_no_more()
    {
        await hub.Given("many", a => a.Scopes = ["registry.read", "exports.read"]);
        var http = await hub.As("many");
        for (var i = 1; i <= 3; i++) await Exported.Made(http, new { reader = "households", query = new { decile = $"{i}" } });
        using var content = new StringContent("""{"reader":"households"}""", Encoding.UTF8, "application/json");
        using (var answer = await http.PostAsync(Exported.Path, content)) await answer.ShouldBe(409, "too-many-exports");
        foreach (var export in (await http.Json(Exported.Path)).Items()) await Delete(http, export);
        Assert.Empty((await http.Json(Exported.Path)).Items());
    }

    private async Task Delete(HttpClient http, JsonElement export)
    {
        using var deleted = await http.DeleteAsync($"{Exported.Path}/{export.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await http.GetAsync(export.Part());
        await gone.ShouldBe(404, "not-found");
        Assert.False(Directory.Exists(Path.Combine(hub.ExportsPath, Guid.Parse(export.Id()).ToString("n"))));
    }

    private static Dictionary<string, string> Texts(string list) => list.Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);

    private static async Task<string> Stream(HttpClient http, string list, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/households?{list}") { Headers = { { "Accept", type } } };
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> Ranged(HttpClient http, string url, RangeItemHeaderValue range, EntityTagHeaderValue tag)
    {
        var asked = new RangeHeaderValue { Ranges = { range } };
        return await http.SendAsync(new(HttpMethod.Get, url) { Headers = { Range = asked, IfRange = new(tag) } });
    }
}
