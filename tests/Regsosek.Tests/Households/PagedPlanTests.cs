using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Graph;

namespace Regsosek.Tests.Households;

/// <summary>How SQLite answers the statements of a page: by an index that gives the rows in order, never by a walk over the whole table.</summary>
[OnEveryEngine]
public sealed partial class PagedPlanTests(HeardHub hub) : IClassFixture<HeardHub>
{
    [Theory]
    [InlineData("kemensos", "limit=2")]
    [InlineData("kemensos", "limit=2&region=91.71.03")]
    [InlineData("kemensos", "limit=2&sort=rank")]
    [InlineData("kemensos", "limit=2&sort=-rank")]
    [InlineData("kemensos", "limit=2&sort=decile")]
    [InlineData("kemensos", "limit=2&sort=-decile")]
    [InlineData("pemkot-jayapura", "limit=2")]
    [InlineData("pemkot-jayapura", "limit=1&region=91.71.03")]
    public async Task A_page_is_read_by_an_index(string partner, string query)
    {
        Assert.SkipUnless(hub.Get<Data.Registries>().Engine == Data.Providers.Engine.Sqlite, "plans of SQLite");
        var http = await hub.As(partner);
        var first = await http.Json($"/api/v1/households?{query}");
        Assert.NotEmpty(first.Items());
        hub.Forget();
        await http.Json($"/api/v1/households?{query}&cursor={first.GetProperty("next").GetString()}");
        var statements = hub.Heard.Where(sql => sql.Contains("FROM \"Households\"", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(statements);
        foreach (var sql in statements) Assert.DoesNotContain(await Plan(sql), IsWholeTable);
    }

    /// <summary>The check can fail: a filter that no index serves walks over the table.</summary>
    [Fact]
    public async Task A_walk_over_the_table_is_told()
    {
        Assert.SkipUnless(hub.Get<Data.Registries>().Engine == Data.Providers.Engine.Sqlite, "plans of SQLite");
        Assert.Contains(await Plan("SELECT * FROM \"Households\" AS \"h\" WHERE \"h\".\"FloorArea\" = @a"), IsWholeTable);
    }

    private static bool IsWholeTable(string line) => WholeTable().IsMatch(line);

    private async Task<List<string>> Plan(string sql)
    {
        await using var connection = new SqliteConnection(hub.Get<Data.Registries>().Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in Parameter().Matches(sql).Select(m => m.Value).Distinct()) command.Parameters.AddWithValue(name, DBNull.Value);
        await using var row = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await row.ReadAsync()) lines.Add(row.GetString(3));

        // The page itself, when ranks are looked up for its rows, is no table.
        var pages = lines.Where(l => l.StartsWith("CO-ROUTINE ", StringComparison.Ordinal)).Select(l => l.Replace("CO-ROUTINE", "SCAN", StringComparison.Ordinal)).ToList();
        return [.. lines.Except(pages)];
    }

    [GeneratedRegex(@"^SCAN [hp]\d*$")]
    private static partial Regex WholeTable();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
