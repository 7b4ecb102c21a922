using Microsoft.EntityFrameworkCore;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Tests.Access;

namespace Regsosek.Tests.AccessLog;

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
        Assert.Contains(entries, e => e.GetProperty("client").GetString() == "kemensos" && e.GetProperty("surface").GetString()!.Contains("households", StringComparison.Ordinal));
        Assert.Empty((await (await hub.As("bpkp")).Json($"/api/v1/access-log?household={Guid.Empty}")).Items());
    }

    [Fact]
    public async Task No_personal_data_is_in_the_log()
    {
        await (await hub.As("kemensos")).Post("/api/v1/lookup", new { nik = "9171994502900003" });
        await using var registry = hub.Registry();
        var entry = await registry.AccessEntries.OrderByDescending(e => e.Sequence).FirstAsync(e => e.Shape == "one nik");
        Assert.DoesNotContain("450290", string.Join('|', entry.Shape, entry.Surface, entry.RequestId), StringComparison.Ordinal);
        Assert.True((await registry.AccessSubjects.SingleAsync(s => s.Sequence == entry.Sequence)).Subject < 0);
    }
}

/// <summary>Each of these breaks the log of its own hub.</summary>
public sealed class BrokenAccessLogTests
{
    [Theory]
    [InlineData("UPDATE AccessEntries SET Client = 'nobody' WHERE Sequence = 3", "Entry 3 was altered")]
    [InlineData("UPDATE AccessSubjects SET Subject = Subject + 1000000 WHERE Sequence = 4", "Entry 4 was altered")]
    [InlineData("DELETE FROM AccessSubjects WHERE Sequence = 2; DELETE FROM AccessEntries WHERE Sequence = 2", "Entry 2 is missing")]
    [InlineData("DELETE FROM AccessSubjects WHERE Sequence = 6; DELETE FROM AccessEntries WHERE Sequence = 6", "Entry 6 is missing")]
    [InlineData("SELECT 1", null)]
    public async Task Verification_names_the_first_altered_or_missing_entry(string tampering, string? fault)
    {
        await using var hub = new OwnHub();
        await hub.InitializeAsync();
        var http = await hub.As("kemensos");
        for (var i = 0; i < 6; i++) await http.Json("/api/v1/households?limit=2");
        await using (var registry = hub.Registry()) await registry.Database.ExecuteSqlRawAsync(tampering);
        var verdict = await VerifyAccessLog.Run(hub.Get<Registries>());
        if (fault is null) Assert.Null(verdict.Fault);
        else Assert.StartsWith(fault, verdict.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_segment_is_closed_with_its_root_and_a_changed_root_is_seen()
    {
        await using var hub = new OwnHub();
        await hub.InitializeAsync();
        var http = await hub.As("kemensos");
        var id = (await http.Json("/api/v1/households?limit=1")).Items()[0].GetProperty("id").GetGuid();
        await Parallel.ForEachAsync(Enumerable.Range(0, AccessChain.SegmentSize), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) => await http.Json($"/api/v1/households/{id}?fields=id"));
        var verdict = await VerifyAccessLog.Run(hub.Get<Registries>());
        Assert.Null(verdict.Fault);
        Assert.Equal((AccessChain.SegmentSize + 1, 1), (verdict.Entries, verdict.Segments));
        await using (var registry = hub.Registry()) await registry.Database.ExecuteSqlRawAsync("UPDATE AccessSegments SET Root = zeroblob(32)");
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
#pragma warning disable EF1002 // table names of this test
            await registry.Database.ExecuteSqlRawAsync($"ALTER TABLE {from} RENAME TO {to}");
#pragma warning restore EF1002
        }
    }
}
