using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Regsosek.Tests.Graph;

namespace Regsosek.Tests.Engines;

/// <summary>A hub with so many families that PostgreSQL chooses its plans, which are asked for again with the values that were sent.</summary>
public sealed partial class PlansHub : OverheardHub
{
    private readonly ConcurrentQueue<(string Sql, NpgsqlParameter[] Values)> _heard = new();

    /// <summary>Where plans are not read, hardly any.</summary>
    protected override double Scale => TestDatabase.Engine == Data.Providers.Engine.PostgreSql ? 0.5 : 0.001;

    /// <summary>The statements of one request that read families or persons.</summary>
    public async Task<IReadOnlyList<(string Sql, NpgsqlParameter[] Values)>> Hear(Func<Task> request)
    {
        _heard.Clear();
        await request();
        return [.. _heard.Where(h => h.Sql.Contains("\"Households\"", StringComparison.Ordinal) || h.Sql.Contains("\"Persons\"", StringComparison.Ordinal))];
    }

    /// <summary>The tables that a plan reads from one end to the other.</summary>
    /// <param name="mode">force_custom_plan: for these values; force_generic_plan: as a prepared statement may be planned, once for all values.</param>
    public async Task<(IReadOnlyList<string> Scanned, string Plan)> Plan(string sql, NpgsqlParameter[] values, string mode)
    {
        await using var connection = new NpgsqlConnection(Database.Connection);
        await connection.OpenAsync();
        await Do(connection, $"SET plan_cache_mode = {mode}");
        var places = values.Select((v, i) => (Name: v.ParameterName.TrimStart('@'), Place: i + 1)).ToDictionary(v => v.Name, v => $"${v.Place}");
        var types = string.Join(',', values.Select(v => v.DataTypeName ?? v.PostgresType!.FullName));
        var placed = Named().Replace(sql, m => places.TryGetValue(m.Groups[1].Value, out var place) ? place : m.Value);
        await Do(connection, $"PREPARE asked{(values.Length == 0 ? "" : $"({types})")} AS {placed}");
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN (FORMAT JSON) EXECUTE asked{(values.Length == 0 ? "" : $"({string.Join(',', values.Select(v => Literal(v.Value)))})")}";
        var plan = (string)(await command.ExecuteScalarAsync())!;
        return ([.. Nodes(JsonDocument.Parse(plan).RootElement[0].GetProperty("Plan")).Where(n => n.GetProperty("Node Type").GetString() == "Seq Scan")
            .Select(n => n.GetProperty("Relation Name").GetString()!)], plan);
    }

    /// <summary>What autovacuum tells the planner on a server that runs for long.</summary>
    public async Task Analyze()
    {
        await using var connection = new NpgsqlConnection(Database.Connection);
        await connection.OpenAsync();
        await Do(connection, "ANALYZE");
    }

    protected override void Hear(DbCommand command)
    {
        if (command is NpgsqlCommand asked) _heard.Enqueue((asked.CommandText, [.. asked.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];

    private static async Task Do(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string Literal(object? value) => value switch
    {
        null or DBNull => "NULL",
        byte[] bytes => $"'\\x{Convert.ToHexString(bytes)}'::bytea",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        DateOnly day => $"'{day:yyyy-MM-dd}'::date",
        DateTime at => $"'{at:O}'::timestamptz",
        Guid id => $"'{id}'::uuid",
        short or int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        System.Collections.IList { Count: 0 } => "'{}'",
        System.Collections.IEnumerable list => $"ARRAY[{string.Join(',', list.Cast<object?>().Select(Literal))}]",
        Enum code => Convert.ToInt64(code, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => $"'{Convert.ToString(value, CultureInfo.InvariantCulture)}'",
    };

    [GeneratedRegex("@([A-Za-z0-9_]+)")]
    private static partial Regex Named();
}

/// <summary>No page of families reads a person-level table from one end to the other, whatever the values a plan was made for.</summary>
[OnEngine(Data.Providers.Engine.PostgreSql)]
public sealed class Plans(PlansHub hub) : IClassFixture<PlansHub>
{
    public static TheoryData<string, string> Requests
    {
        get
        {
            var requests = new TheoryData<string, string>();
            string[] lists = ["", "&include=members", "&decile=1-4", "&region=91.71.03", "&region=91.71.03.1012&decile=1-4", "&region=91.03,35.07", "&sort=rank", "&sort=-rank"];
            foreach (var client in new[] { "kemensos", "prov-papua", "distrik-abepura", "kampung-nafri" })
                foreach (var list in lists) requests.Add(client, $"/api/v1/households?limit=20{list}");
            requests.Add("kemensos", "{households(first:20,region:\"91\"){nodes{headName members{name nik}}}}");
            return requests;
        }
    }

    [Theory, MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public async Task A_page_scans_no_table_of_families_or_persons(string client, string request)
    {
        Assert.SkipUnless(TestDatabase.Engine == Data.Providers.Engine.PostgreSql, "plans are read on PostgreSQL");
        await hub.Analyze();
        var http = await hub.As(client);
        string? next = null;
        for (var page = 0; page < 2; page++)
        {
            var heard = await hub.Hear(async () =>
            {
                if (request.StartsWith('{')) (await http.Ask(request)).Data();
                else next = (await http.Json(next is null ? request : $"{request}&cursor={next}")).TryGetProperty("next", out var at) ? at.GetString() : null;
            });
            Assert.NotEmpty(heard);
            foreach (var (sql, values) in heard)
            {
                foreach (var mode in new[] { "force_custom_plan", "force_generic_plan" })
                {
                    var (scanned, plan) = await hub.Plan(sql, values, mode);
                    Assert.True(!scanned.Any(table => table is "Households" or "Persons"), $"{mode} of {client} {request}\n{sql}\n{plan}");
                }
            }

            if (next is null) break;
        }
    }
}
