using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Regsosek.Api.Households;
using Regsosek.Data;
using Regsosek.Tests.Graph;

namespace Regsosek.Tests.Engines;

/// <summary>A hub with so many families that PostgreSQL chooses its plans, which are asked for again with the values that were sent. eng/million.sh gives a
/// database of its own, on which they are also run.</summary>
public sealed partial class PlansHub : OverheardHub
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("REGSOSEK_PLANS_REGISTRY"),
        GivenKeys = Environment.GetEnvironmentVariable("REGSOSEK_PLANS_KEYS");

    private readonly ConcurrentQueue<(string Sql, NpgsqlParameter[] Values)> _heard = new();

    public static bool IsGiven => Given is not null;

    private string Connection => Given ?? Database.Connection;

    protected override bool IsOverheard => Given is null;

    protected override IEnumerable<string> Settings =>
        Given is null ? [] : [$"--ConnectionStrings:Registry={Given}", $"--Keys:Path={GivenKeys}", "--Demo:Seed=false"];

    /// <summary>Where plans are not read, hardly any.</summary>
    protected override double Scale => TestDatabase.Engine == Data.Providers.Engine.PostgreSql ? 0.5 : 0.001;

    /// <summary>The statements of one request that read families or persons.</summary>
    public async Task<IReadOnlyList<(string Sql, NpgsqlParameter[] Values)>> Hear(Func<Task> request)
    {
        _heard.Clear();
        await request();
        return [.. _heard.Where(h => h.Sql.Contains("\"Households\"", StringComparison.Ordinal) || h.Sql.Contains("\"Persons\"", StringComparison.Ordinal)
            || h.Sql.Contains("States\"", StringComparison.Ordinal))];
    }

    /// <summary>The plans that PostgreSQL may take of a statement, and the tables each reads from one end to the other: that for these values, and, where it
    /// costs no more, that for any values, which a prepared statement then keeps.</summary>
    public async Task<IReadOnlyList<(IReadOnlyList<string> Scanned, string Plan)>> Plans(string request, string sql, NpgsqlParameter[] values)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await Do(connection, "SET jit = off");

        // Of few families a scan is soon read: here is asked whether an index can serve at all, and of a million which plan is chosen.
        if (!IsGiven) await Do(connection, "SET enable_seqscan = off");
        var places = values.Select((v, i) => (Name: v.ParameterName.TrimStart('@'), Place: i + 1)).ToDictionary(v => v.Name, v => $"${v.Place}");
        var types = string.Join(',', values.Select(v => v.DataTypeName ?? v.PostgresType!.FullName));
        var placed = Named().Replace(sql, m => places.TryGetValue(m.Groups[1].Value, out var place) ? place : m.Value);
        await Do(connection, $"PREPARE asked{(values.Length == 0 ? "" : $"({types})")} AS {placed}");
        var execute = $"EXECUTE asked{(values.Length == 0 ? "" : $"({string.Join(',', values.Select(v => Literal(v.Value)))})")}";
        var plans = new List<(IReadOnlyList<string>, string)>();
        double? least = null;
        foreach (var mode in new[] { "force_custom_plan", "force_generic_plan" })
        {
            await Do(connection, $"SET plan_cache_mode = {mode}");
            var plan = await Text(connection, $"EXPLAIN (FORMAT JSON) {execute}");
            var root = JsonDocument.Parse(plan).RootElement[0].GetProperty("Plan");
            var cost = root.GetProperty("Total Cost").GetDouble();
            if (cost > least) continue;
            least ??= cost + PlanningCost;
            plans.Add(([.. Nodes(root).Where(n => n.GetProperty("Node Type").GetString() == "Seq Scan").Select(n => n.GetProperty("Relation Name").GetString()!)], plan));
            if (Given is not null) Record($"{mode[6..]} {request}", await Text(connection, $"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {execute}"));
        }

        return plans;
    }

    // What PostgreSQL adds to the plan for these values, because it is made each time: 2.5 for each table, of which there are fewer than 20.
    private const double PlanningCost = 50;

    private static void Record(string request, string plan)
    {
        var root = JsonDocument.Parse(plan).RootElement[0];
        Directory.CreateDirectory(Folders.Output);
        File.AppendAllText(Path.Combine(Folders.Output, "plans.tsv"), string.Create(CultureInfo.InvariantCulture,
            $"{root.GetProperty("Execution Time").GetDouble():F1}\t{Nodes(root.GetProperty("Plan")).Sum(Read):F0}\t{request}\t{JsonSerializer.Serialize(root)}\n"));
    }

    /// <summary>Families and persons that a step read, with those it then left out.</summary>
    private static double Read(JsonElement node) =>
        node.TryGetProperty("Relation Name", out var table) && table.GetString() is "Households" or "Persons"
            ? node.GetProperty("Actual Loops").GetDouble() * (node.GetProperty("Actual Rows").GetDouble()
                + (node.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetDouble() : 0))
            : 0;

    /// <summary>What autovacuum tells the planner on a server that runs for long.</summary>
    public async Task Analyze()
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await Do(connection, Given is null ? "ANALYZE" : "SELECT 1");
    }

    protected override bool Owns(DbConnection connection) => connection.Database == new NpgsqlConnectionStringBuilder(Connection).Database;

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

    private static async Task<string> Text(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)(await command.ExecuteScalarAsync())!;
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
            string[] lists = ["", "&include=members", "&decile=1-4", "&region=91.71.03", "&region=91.71.03.1012&decile=1-4", "&region=91.03,35.07",
                "&region=91.03,35.07&sort=rank", .. HouseholdQuery.Sorts.Keys.SelectMany(sort => new[] { $"&sort={sort}", $"&sort=-{sort}" })];
            foreach (var client in new[] { "kemensos", "prov-papua", "distrik-abepura", "kampung-nafri", "kementan" })
                foreach (var list in lists) requests.Add(client, $"/api/v1/households?limit=20{list}");
            foreach (var client in new[] { "kemensos", "prov-papua" })
                foreach (var status in new[] { "PKH:receiving", "PKH:not-receiving" }) requests.Add(client, $"/api/v1/households?limit=20&programmeStatus={status}");
            requests.Add("kemensos", "{households(first:20,region:\"91\"){nodes{headName members{name nik}}}}");
            foreach (var client in new[] { "kemensos", "prov-papua", "distrik-abepura", "kampung-nafri" })
                foreach (var list in new[] { "", "&include=members", "&region=91.71.03" })
                    requests.Add(client, $"/api/v1/households?limit=20{list}&asOf={TimeProvider.System.Today():yyyy-MM-dd}");

            // A few thousand families are rightly read whole for most programmes.
            string[] some = ["PKH", "SEMBAKO", "BLT-DD", "BSPS"], all = [.. some, "PBI-JKN", "PIP", "PRAKERJA", "BSU", "PUPUK", "LISTRIK"];
            foreach (var client in PlansHub.IsGiven ? new[] { "kemensos", "prov-papua", "distrik-abepura", "kampung-nafri" } : ["kemensos"])
                foreach (var code in !PlansHub.IsGiven ? some[..2] : client is "kemensos" or "prov-papua" ? all : some)
                    requests.Add(client, $"/api/v1/programmes/{code}/eligible?limit=20");
            requests.Add("kemensos", "/api/v1/programmes/PKH/eligible?limit=20&verdict=NOT_ELIGIBLE");
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
                foreach (var (scanned, plan) in await hub.Plans($"{client} {request}", sql, values))
                    Assert.True(!scanned.Any(table => table is "Households" or "Persons" or "DeliveredRows"), $"{client} {request}\n{sql}\n{plan}");
            }

            if (next is null) break;
        }
    }
}
