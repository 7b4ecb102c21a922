using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regsosek.Data.Households;
using Regsosek.Data.Partners;
using Regsosek.Data.Providers;
using Regsosek.Tests.Enumeration;

namespace Regsosek.Tests.Engines;

/// <summary>The suite runs once for each engine there is; one that is not there is skipped by this name.</summary>
public sealed class EngineTests
{
    [Fact]
    public async Task Postgres_is_there_for_the_suite()
    {
        await using var connection = new NpgsqlConnection(There("REGSOSEK_TEST_POSTGRES", "PostgreSQL"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        Assert.True(connection.PostgreSqlVersion.Major >= 15);
    }

    [Fact]
    public async Task Sql_server_is_there_for_the_suite()
    {
        await using var connection = new SqlConnection(There("REGSOSEK_TEST_SQLSERVER", "SQL Server"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        Assert.True(int.Parse(connection.ServerVersion.Split('.')[0], null) >= 15);
    }

    private static string There(string variable, string engine)
    {
        var connection = Environment.GetEnvironmentVariable(variable);
        Assert.SkipUnless(connection is { Length: > 0 }, $"{variable} is not set: nothing is run on {engine}.");
        return connection;
    }
}

/// <summary>What the suite does on SQLite is generated for SQL Server too (<see cref="SqlServerHearing"/>): the ear hears, and the check can fail.</summary>
[OnEveryEngine]
public sealed class HearingTests : IDisposable
{
    private readonly Register _register = new();

    [Fact]
    public async Task A_query_and_a_save_of_any_test_are_heard()
    {
        Assert.SkipUnless(TestDatabase.Engine == Engine.Sqlite, "heard where the whole suite runs");
        var (queries, saves) = SqlServerHearing.Heard;
        await using var registry = _register.Open();
        await registry.Households.CountAsync(h => h.MemberCount * 3 > 17 && h.SourceId != "heard here alone");
        registry.Add(new Partner { Code = "x", Name = "x" });
        await registry.SaveChangesAsync();
        Assert.True(SqlServerHearing.Heard.Queries > queries && SqlServerHearing.Heard.Saves > saves);
    }

    [Fact]
    public async Task What_sql_server_does_not_take_fails_the_test_that_asks_it()
    {
        Assert.SkipUnless(TestDatabase.Engine == Engine.Sqlite, "heard where the whole suite runs");
        var found = SqlServerHearing.Plant();
        await using var registry = _register.Open();
        IQueryable<Household>[] planted = [
            registry.Households.OrderBy(h => h.MemberCount).ThenBy(h => h.Id),
            registry.Households.Where(h => EF.Functions.Glob(h.SourceId!, "a*")),
            registry.Households.FromSqlRaw("SELECT * FROM \"Households\" LIMIT 5"),
        ];
        foreach (var query in planted) await Assert.ThrowsAnyAsync<Exception>(() => query.ToListAsync());
        Assert.Equal(planted.Length, found.Count);
    }

    [Fact]
    public void Queries_saves_and_what_a_caller_may_see_are_written_as_sql_server_takes_them()
    {
        using var registry = _register.Open();
        var page = Assert.Single(SqlServerSql.Check(registry.Households.Where(h => h.Address == null).OrderBy(h => h.Key).Take(50).Expression,
            registry.Caller with { Regions = Data.RegionScope.Of(["91.71", "35"]) }));
        Assert.Contains("SELECT TOP(", page, StringComparison.Ordinal);
        Assert.Contains("OPENJSON(@ef_filter__Regencies)", page, StringComparison.Ordinal);

        registry.AddRange(Enumerable.Range(0, 5).Select(i => new Partner { Code = $"{i}", Name = "x" }));
        Assert.Contains("MERGE [Partners]", string.Join('\n', SqlServerSql.Check(registry)), StringComparison.Ordinal);
        var oneByOne = string.Join('\n', SqlServerSql.Check(registry, oneByOne: true));
        Assert.Contains("INSERT INTO [Partners]", oneByOne, StringComparison.Ordinal);
        Assert.DoesNotContain("MERGE", oneByOne, StringComparison.Ordinal);
    }

    public void Dispose() => _register.Dispose();
}
