using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Graph;

namespace Regsosek.Tests.AccessLog;

[OnEveryEngine]
public sealed class AccessLogTests(OwnHub hub) : IClassFixture<OwnHub>
{
    [Theory]
    [InlineData("/api/v1/households?limit=3")]
    [InlineData("/api/v1/households/{id}")]
    [InlineData("/api/v1/households/{id}/classifications")]
    [InlineData("/api/v1/programmes/PKH/eligibility/{id}")]
    [InlineData("/api/v1/programmes/PKH/eligible?limit=3&verdict=ELIGIBLE,UNKNOWN,NOT_ELIGIBLE")]
    public async Task Every_read_is_on_record_under_its_request_id(string route)
    {
        var http = await hub.As("kemensos");
        var id = (await http.Json("/api/v1/households?limit=1")).Items()[0].GetProperty("id").GetGuid();
        using var answer = await http.GetAsync(route.Replace("{id}", id.ToString(), StringComparison.Ordinal));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var request = answer.Headers.GetValues("X-Request-Id").Single();
        var entry = Assert.Single((await (await hub.As("bpkp")).Json($"/api/v1/access-log?requestId={request}")).Items());
        Assert.Equal("kemensos", entry.GetProperty("client").GetString());
        Assert.Equal("social-assistance", entry.GetProperty("purpose").GetString());
        Assert.InRange(entry.GetProperty("families").GetInt32(), 1, 3);
        Assert.Equal(entry.GetProperty("families").GetInt32(), entry.GetProperty("households").GetArrayLength());
    }

    [Fact]
    public async Task An_auditor_finds_who_read_a_family()
    {
        var http = await hub.As("kemensos");
        var id = (await http.Json("/api/v1/households?limit=1&region=35.07")).Items()[0].GetProperty("id").GetGuid();
        var entries = (await (await hub.As("bpkp")).Json($"/api/v1/access-log?household={id}")).Items();
        Assert.Contains(entries, e => e.GetProperty("client").GetString() == "kemensos"
            && e.GetProperty("surface").GetString()!.Contains("households", StringComparison.Ordinal));
        Assert.Empty((await (await hub.As("bpkp")).Json($"/api/v1/access-log?household={Guid.Empty}")).Items());
    }

    [Fact]
    public async Task A_family_is_found_in_closed_segments_and_in_the_open_one_page_by_page()
    {
        await using var own = new OwnHub();
        await own.InitializeAsync();
        await FilledLog.Fill(own, 2 * AccessChain.SegmentSize + 500);
        await using var registry = own.Registry();
        var family = await registry.Households.OrderByDescending(h => h.Key).Select(h => new { h.Key, h.Id }).FirstAsync();
        var touched = (await registry.AccessEntries.OrderByDescending(e => e.Sequence).ToListAsync())
            .Where(e => PackedSubjects.Read(e.Subjects).Any(s => s.Subject == family.Key)).Select(e => e.Sequence).ToList();
        Assert.True(touched.Count > 400 && touched[0] > 2 * AccessChain.SegmentSize && touched[^1] < AccessChain.SegmentSize);
        var auditor = await own.As("bpkp");
        var found = new List<long>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await auditor.Json($"/api/v1/access-log?household={family.Id}&limit=200{cursor}");
            found.AddRange(page.Items().Select(e => e.GetProperty("sequence").GetInt64()));
            cursor = page.TryGetProperty("next", out var next) && next.GetString() is { } more ? $"&cursor={more}" : null;
        }

        Assert.Equal(touched, found);
    }

    [Fact]
    public async Task A_number_that_nobody_has_is_on_record_as_a_keyed_hash()
    {
        await (await hub.As("kemensos")).Post("/api/v1/lookup", new { nik = "9171994502900003" });
        await using var registry = hub.Registry();
        var entry = await registry.AccessEntries.OrderByDescending(e => e.Sequence).FirstAsync(e => e.Shape == "one nik");
        Assert.True(Assert.Single(PackedSubjects.Read(entry.Subjects)).Subject < 0);
    }

    [Fact]
    public async Task No_personal_data_is_in_the_log()
    {
        var secrets = await Secrets();
        await AskEveryRoute([.. secrets.Where(s => s.Length == 16 && char.IsAsciiDigit(s[0])).Take(40)]);
        await using var registry = hub.Registry();
        string[] surfaces =
        [
            "GET /api/v1/households/", "GET /api/v1/households/{id:guid}", "GET /api/v1/households/{id:guid}/classifications",
            "GET /api/v1/programmes/{code}/eligibility/{householdId:guid}", "GET /api/v1/programmes/{code}/eligible",
            "POST /api/v1/programmes/{code}/eligibility/batch", "POST /api/v1/lookup/", "POST /api/v1/lookup/batch",
            "GraphQL household", "GraphQL households", "GraphQL classifications", "GraphQL programme.eligibility", "GraphQL programme.eligible",
        ];
        Assert.Superset(surfaces.ToHashSet(), (await registry.AccessEntries.Select(e => e.Surface).ToListAsync()).ToHashSet());

        foreach (var sql in new[] { "SELECT * FROM \"AccessEntries\"", "SELECT * FROM \"AccessPostings\"", "SELECT * FROM \"AccessSegments\"" })
            Assert.All(await Cells(registry, sql), cell => Assert.DoesNotContain(secrets, secret => cell.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>Every NIK, every KK and every name of the families that the hub holds.</summary>
    private async Task<HashSet<string>> Secrets()
    {
        await using var registry = hub.Registry();
        var names = await registry.Persons.Where(p => p.Name != null).Select(p => p.Name!).ToListAsync();
        var heads = await registry.Households.Where(h => h.HeadName != null).Select(h => h.HeadName!).ToListAsync();
        Assert.True(names.Count > 100 && heads.Count > 40 && names.Concat(heads).All(n => n.Length > 2));
        return [.. await hub.Numbers(), .. names, .. heads];
    }

    private async Task AskEveryRoute(string[] niks)
    {
        var http = await hub.As("kemensos");
        const string Households = "/api/v1/households", Pkh = "/api/v1/programmes/PKH", Any = "ELIGIBLE,UNKNOWN,NOT_ELIGIBLE";
        var list = await http.Json($"{Households}?limit=500&include=members&region=91,35&decile=1-10&memberAge=0-98&sort=rank");
        var id = list.Items()[0].GetProperty("id").GetString();
        foreach (var type in new[] { "application/x-ndjson", "text/csv" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Households}?fields=id,headName,familyCard&sort=-rank");
            request.Headers.Accept.ParseAdd(type);
            using var answer = await http.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode);
        }

        string[] routes = ["households/{id}", "households/{id}/classifications", "programmes/PKH/eligibility/{id}"];
        foreach (var route in routes) await http.Json($"/api/v1/{route.Replace("{id}", id, StringComparison.Ordinal)}");
        await http.Json($"{Pkh}/eligible?limit=500&verdict={Any}");
        foreach (var nik in niks.Take(5)) await http.Post("/api/v1/lookup", new { nik });
        foreach (var route in new[] { "/api/v1/lookup/batch", $"{Pkh}/eligibility/batch" }) await http.Post(route, new { niks });
        foreach (var query in new[]
        {
            "{households(first:100,region:\"91\",sort:\"rank\"){totalCount nodes{headName familyCard members{name nik}}}}",
            $"{{household(id:\"{id}\"){{headName members{{name nik}}}}}}", $"{{classifications(householdId:\"{id}\"){{decile}}}}",
            $"{{programme(code:\"PKH\"){{eligibility(householdId:\"{id}\"){{verdict}}}}}}",
            $"{{programme(code:\"PKH\"){{eligible(first:50,verdict:\"{Any}\"){{nodes{{household{{headName}}}}}}}}}}",
        })
            (await http.Ask(query)).Data();
    }

    /// <summary>All columns of all rows as text; bytes as hexadecimal digits.</summary>
    private static async Task<List<string>> Cells(Registry registry, string sql)
    {
        await registry.Database.OpenConnectionAsync();
        await using var command = registry.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var cells = new List<string>();
        while (await rows.ReadAsync())
        {
            var row = new object[rows.FieldCount];
            rows.GetValues(row);
            cells.AddRange(row.Select(c => c is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(c, CultureInfo.InvariantCulture)!));
        }

        return cells;
    }
}

/// <summary>Each of these breaks the log of its own hub.</summary>
[OnEveryEngine]
public sealed class BrokenAccessLogTests
{
    /// <summary>From the last on, for the first is what is told.</summary>
    [Fact]
    public async Task Verification_names_the_first_altered_or_missing_entry()
    {
        await using var hub = new OwnHub();
        await hub.InitializeAsync();
        var http = await hub.As("kemensos");
        for (var i = 0; i < 6; i++) await http.Json("/api/v1/households?limit=2");
        Assert.Null((await VerifyAccessLog.Run(hub.Get<Registries>())).Fault);
        foreach (var (tampering, fault) in new[]
        {
            ("DELETE FROM \"AccessEntries\" WHERE \"Sequence\" = 6", "Entry 6 is missing"),
            ("UPDATE \"AccessEntries\" SET \"Subjects\" = X'0402' WHERE \"Sequence\" = 4", "Entry 4 was altered"),
            ("UPDATE \"AccessEntries\" SET \"Client\" = 'nobody' WHERE \"Sequence\" = 3", "Entry 3 was altered"),
            ("DELETE FROM \"AccessEntries\" WHERE \"Sequence\" = 2", "Entry 2 is missing"),
        })
        {
            await hub.Tamper(tampering);
            Assert.StartsWith(fault, (await VerifyAccessLog.Run(hub.Get<Registries>())).Fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_verb_tells_a_whole_log_from_an_altered_one_by_its_exit_code()
    {
        await using var hub = new OwnHub();
        await hub.InitializeAsync();
        var http = await hub.As("kemensos");
        for (var i = 0; i < 6; i++) await http.Json("/api/v1/households?limit=2");
        string[] verify = ["accesslog", "verify", "--environment=Development", .. hub.Database.Settings, $"--Keys:Path={hub.KeysPath}"];
        var (code, said) = await Running.Verb(verify);
        Assert.Contains("6 entries hold", said, StringComparison.Ordinal);
        Assert.Equal(0, code);

        await hub.Tamper("UPDATE \"AccessEntries\" SET \"Client\" = 'nobody' WHERE \"Sequence\" = 3");
        (code, said) = await Running.Verb(verify);
        Assert.Contains("Entry 3 was altered", said, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_segment_is_closed_with_its_root_and_a_changed_root_is_seen()
    {
        await using var hub = new OwnHub();
        await hub.InitializeAsync();
        await FilledLog.Fill(hub, AccessChain.SegmentSize + 1);
        var verdict = await VerifyAccessLog.Run(hub.Get<Registries>());
        Assert.Null(verdict.Fault);
        Assert.Equal((AccessChain.SegmentSize + 1, 1), (verdict.Entries, verdict.Segments));
        await hub.Tamper("UPDATE \"AccessPostings\" SET \"Postings\" = X'020100' WHERE \"Bucket\" = (SELECT MIN(\"Bucket\") FROM \"AccessPostings\")");
        Assert.Contains("index", (await VerifyAccessLog.Run(hub.Get<Registries>())).Fault, StringComparison.Ordinal);
        await hub.Tamper("UPDATE \"AccessSegments\" SET \"Root\" = X'0000000000000000000000000000000000000000000000000000000000000000'");
        Assert.Contains("root", (await VerifyAccessLog.Run(hub.Get<Registries>())).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_log_cannot_be_written_no_data_leaves_and_it_recovers()
    {
        await using var hub = new OwnHub();
        await hub.InitializeAsync();
        var http = await hub.As("kemensos");
        await http.Json("/api/v1/households?limit=2");
        await Rename("AccessEntries", "Elsewhere");
        using (var answer = await http.GetAsync("/api/v1/households?limit=2")) await answer.ShouldBe(503, "access-log-unavailable");
        await Rename("Elsewhere", "AccessEntries");
        Assert.Equal(2, (await http.Json("/api/v1/households?limit=2")).Items().Count);
        Assert.Null((await VerifyAccessLog.Run(hub.Get<Registries>())).Fault);

        async Task Rename(string from, string to)
        {
            await using var registry = hub.Registry();
            foreach (var command in registry.GetService<IMigrationsSqlGenerator>().Generate([new RenameTableOperation { Name = from, NewName = to }]))
                await registry.Database.ExecuteSqlRawAsync(command.CommandText);
        }
    }
}
