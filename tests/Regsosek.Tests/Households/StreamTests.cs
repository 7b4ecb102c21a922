using Microsoft.EntityFrameworkCore;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Households;

/// <summary>A hub with more families than one page of a stream holds.</summary>
public sealed class WideHub : TestHub
{
    protected override double Scale => 0.2;
}

[OnEveryEngine]
public sealed class StreamTests(WideHub hub) : IClassFixture<WideHub>
{
    [Theory]
    [InlineData("application/x-ndjson", 0)]
    [InlineData("text/csv", 1)]
    public async Task A_stream_goes_on_past_its_first_page(string type, int header)
    {
        var http = await hub.As("kemensos");
        http.DefaultRequestHeaders.Accept.ParseAdd(type);
        using var answer = await http.GetAsync("/api/v1/households?fields=id,region", HttpCompletionOption.ResponseHeadersRead);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await using var registry = hub.Registry();
        var families = await registry.Households.CountAsync();
        Assert.True(families > 1000);
        Assert.Equal(families, lines.Length - header);
        Assert.Equal(families, lines.Skip(header).Distinct().Count());
    }

    [Fact]
    public async Task Csv_starts_no_formula()
    {
        await using (var registry = hub.Registry())
        {
            var family = await registry.Households.FirstAsync();
            family.HeadName = "=HYPERLINK(\"x\")";
            await registry.SaveChangesAsync();
        }

        var http = await hub.As("kemensos");
        http.DefaultRequestHeaders.Accept.ParseAdd("text/csv");
        Assert.Contains("'=HYPERLINK", await http.GetStringAsync("/api/v1/households?fields=headName"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_feed_in_an_answer_begins_no_line_of_csv()
    {
        await using (var registry = hub.Registry())
        {
            var family = await registry.Households.OrderBy(h => h.Key).LastAsync();
            family.HeadName = "=1+1\n018f0000-0000-7000-8000-000000000000,forged";
            await registry.SaveChangesAsync();
        }

        var http = await hub.As("kemensos");
        http.DefaultRequestHeaders.Accept.ParseAdd("text/csv");
        var csv = await http.GetStringAsync("/api/v1/households?fields=id,headName");
        Assert.Contains("\"'=1+1\n018f0000-0000-7000-8000-000000000000,forged\"\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_writes_truth_as_json_does()
    {
        var http = await hub.As("kemensos");
        http.DefaultRequestHeaders.Accept.ParseAdd("text/csv");
        var lines = (await http.GetStringAsync("/api/v1/households?limit=1&fields=classification")).Split("\r\n");
        Assert.Equal("classification.demonstration", lines[0].Split(',')[^1]);
        Assert.Equal("true", lines[1].Split(',')[^1]);
    }

    /// <summary>One family in sixteen stands for all: a number that is no multiple of 16 can't be its estimate.</summary>
    [Fact]
    public async Task An_estimated_count_is_near_the_exact_one()
    {
        var (exact, estimated) = (await Total("exact", "region=91.71"), await Total("estimated", "region=91.71"));
        Assert.NotEqual(0, exact % 16);
        Assert.Equal(0, estimated % 16);
        Assert.InRange(estimated, 0.8 * exact, 1.2 * exact);
    }

    [Fact]
    public async Task Of_few_families_the_estimate_is_exact()
    {
        var exact = await Total("exact", "region=35.07");
        Assert.NotEqual(0, exact % 16);
        Assert.Equal(exact, await Total("estimated", "region=35.07"));
    }

    private async Task<long> Total(string count, string filter) =>
        (await (await hub.As("kemensos")).Json($"/api/v1/households?limit=1&count={count}&{filter}")).GetProperty("total").GetInt64();
}
