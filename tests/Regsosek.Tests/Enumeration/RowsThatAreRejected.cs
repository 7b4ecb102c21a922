using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Data.Enumeration;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

[OnEveryEngine]
public sealed class RowsThatAreRejected : IDisposable
{
    private readonly Register _register = new();

    public static TheoryData<string, string> Broken => new()
    {
        { "{\"r101\":", "malformed-json " },
        { new Draft() + "}", "malformed-json " },
        { "[1]", "not-an-object " },
        { Changed(f => f["blok_4"]!.AsArray().Add(7)), "not-an-object /blok_4/3" },
        { new Draft().Line()[..^1] + ",\"r303\":1}", "field-twice /r303" },
        { Changed(f => f.Remove("kode_wilayah")), "village-missing /kode_wilayah" },
        { Changed(f => f["kode_wilayah"] = "91.71.03.9999"), "village-unknown /kode_wilayah" },
        { Changed(f => f["kode_wilayah"] = "9471021001x"), "village-unknown /kode_wilayah" },
        { Changed(f => f.Remove("blok_4")), "no-members /blok_4" },
        { Changed(f => f["blok_4"] = "none"), "no-members /blok_4" },
        { Changed(f => f["blok_4"] = new JsonArray()), "no-present-member /blok_4" },
        { Changed(f => f["source_id"] = new string('x', 81)), "source-id /source_id" },
        { Changed(f => f["source_id"] = "a\u0000b"), "source-id /source_id" },
        { new Draft().With("floor", 10).Line(), "E08 /r303" },
        { new Draft().With("floor", "ten").Line(), "not-a-number /r303" },
        { new Draft().With("floor", 1.5).Line(), "not-a-number /r303" },
        { new Draft().With("floor", true).Line(), "not-a-number /r303" },
        { Changed(f => f["r107"] = new JsonArray()), "not-a-value /r107" },
        { new Draft().With("presence", 7, member: 1).Line(), "E08 /blok_4/1/r404" },
        { new Draft().With("floorArea", 998).Line(), "E09 /r302" },
        { new Draft().With("floorArea", 0).Line(), "E09 /r302" },
        { new Draft().With("declaredAge", 99, member: 0).Line(), "E09 /blok_4/0/r407" },
        { new Draft().With("identityPapers", 6, member: 0).Line(), "E22 /blok_4/0/r411" },
        { new Draft().With("healthInsurance", 16, member: 0).Line(), "E22 /blok_4/0/r431a" },
        { new Draft().With("businessInternet", 64, member: 0).Line(), "E22 /blok_4/0/r426" },
        { new Draft().With("sls", "00012").Line(), "too-long /r105" },
        { new Draft().With("birthDate", "1983-02-30", member: 1).Line(), "date-impossible /blok_4/1/r406tgl" },
        { new Draft().With("birthDate", "1883-02-20", member: 1).Line(), "date-impossible /blok_4/1/r406tgl" },
        { new Draft().With("birthDate", "2022-10-21", member: 2).Line(), "date-impossible /blok_4/2/r406tgl" },
        { new Draft { ObservedOn = "20-10-2022" }.Line(), "date-impossible /observed_on" },
        { new Draft { ObservedOn = "2022-11-21" }.Line(), "date-impossible /observed_on" },
        { new Draft().With("enumeratedOn", "2023-01-01").Line(), "date-impossible /r201" },
        { new Draft().With("nik", "12345", member: 1).Line(), "E03 /blok_4/1/r403" },
        { new Draft().With("nik", "9171993202800001", member: 1).Line(), "number-date /blok_4/1/r403" },
        { new Draft().With("familyCard", "0000000000000000").Line(), "E03 /r114" },
        { new Draft().With("familyCard", "9171994502150001").Line(), "number-date /r114" },
        { new Draft().With("orderNumber", 1, member: 1).Line(), "E10 /blok_4/1/r401" },
        { new Draft().With("relation", 1, member: 1).Line(), "E11 /blok_4/1/r409" },
        { new Draft().Line()[..^1] + ",\"catatan\":\"\\ud800\"}", "malformed-json " },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Are_kept_sealed_with_what_is_wrong_and_stop_nobody(string row, string finding)
    {
        var result = await _register.ImportLines([new Draft(7).Line(), row, new Draft(8).Line()]);

        Assert.Equal((2, 1, 1), (result.Added, result.Rejected, result.ExitCode));
        using var registry = _register.Open();
        var kept = await registry.RejectedRows.SingleAsync();
        Assert.Equal(row, Encoding.UTF8.GetString(RawRow.Open(_register.Seal, kept.Sealed)));
        var errors = await registry.Findings.Where(f => f.Severity == FindingSeverity.Error).ToListAsync();
        Assert.Contains(finding, errors.Select(f => $"{f.Rule} {f.At}"));
        Assert.All(errors, f => Assert.Equal((2, null), (f.Line, f.HouseholdKey)));
    }

    [Fact]
    public async Task A_demonstration_number_is_refused_among_real_data()
    {
        var findings = await _register.FindingsOf(new Draft().Line(), allowDemo: false);

        Assert.Equal(["demo-number /r114", "demo-number /blok_4/0/r403", "demo-number /blok_4/1/r403", "demo-number /blok_4/2/r403"], findings);
    }

    [Fact]
    public async Task A_demonstration_number_marks_its_import()
    {
        await _register.Import(new Draft());

        using var registry = _register.Open();
        Assert.True((await registry.Imports.SingleAsync()).HoldsDemoNumbers);
    }

    [Fact]
    public async Task A_line_of_more_than_a_megabyte_costs_only_itself()
    {
        var result = await _register.ImportLines([new Draft(1).Line(), new string('x', 3_000_000), new Draft(2).Line(), new Draft(3).Line()]);

        Assert.Equal((3, 1), (result.Added, result.Rejected));
        using var registry = _register.Open();
        Assert.Equal(("row-too-long", 2L), (await registry.Findings.Select(f => f.Rule).SingleAsync(), await registry.Findings.Select(f => f.Line).SingleAsync()));
        Assert.Equal(4, (await registry.Imports.SingleAsync()).Line);
    }

    [Fact]
    public async Task A_row_that_is_not_utf8_is_no_guess()
    {
        var row = Encoding.Latin1.GetBytes(new Draft().With("address", "Jalan Caf\u00e9").Line().Replace("\\u00E9", "\u00e9"));

        var result = await _register.Import(new ImportInput("latin", Ndjson.Lines(new MemoryStream(row))));

        Assert.Equal(1, result.Rejected);
        using var registry = _register.Open();
        Assert.Equal("not-utf8", await registry.Findings.Select(f => f.Rule).SingleAsync());
    }

    [Fact]
    public async Task Are_taken_in_on_another_pass_once_what_was_missing_is_there()
    {
        string[] lines = [new Draft { KodeWilayah = "91.71.01.1002" }.Line()];
        Assert.Equal(1, (await _register.ImportLines(lines)).Rejected);
        using (var registry = _register.Open())
        {
            registry.Regions.Add(new() { Code = "91.71.01.1002", Level = Data.Regions.RegionLevel.Village, Name = "", NameKey = "", ProvinceCode = "91" });
            await registry.SaveChangesAsync();
        }

        var again = await _register.ImportLines(lines);

        Assert.Equal((1, 0), (again.Added, again.Rejected));
        using var after = _register.Open();
        Assert.Empty(await after.RejectedRows.ToListAsync());
        Assert.Empty(await after.Findings.ToListAsync());
    }

    public void Dispose() => _register.Dispose();

    private static string Changed(Action<JsonObject> change)
    {
        var family = new Draft().Json();
        change(family);
        return family.ToJsonString();
    }
}
