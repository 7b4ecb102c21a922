using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

[OnEveryEngine]
public sealed class WhatAnImportGivesAway : IDisposable
{
    private const string Nik = "9171991205800011", Card = "9171990101150001", Bad = "9171993213800019";
    private readonly Register _register = new();

    [Fact]
    public async Task No_NIK_and_no_card_stands_in_the_files_of_the_database()
    {
        Assert.SkipUnless(TestDatabase.Engine == Data.Providers.Engine.Sqlite, "the files are SQLite's");
        await _register.ImportLines(Lines());
        await _register.ImportLines([.. Lines(), new Draft().Seen("2022-11-05").With("floor", 1).Line()]);
        _register.Close();

        var files = Directory.GetFiles(_register.Folder);
        Assert.NotEmpty(files);
        foreach (var bytes in files.Select(File.ReadAllBytes))
            foreach (var number in (string[])[Nik, Card, Bad])
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(number)) < 0);
                Assert.True(bytes.AsSpan().IndexOf(BitConverter.GetBytes(long.Parse(number, null))) < 0);
                Assert.True(bytes.AsSpan().IndexOf(BitConverter.GetBytes(long.Parse(number, null)).Reverse().ToArray()) < 0);
            }
    }

    [Fact]
    public async Task A_report_says_where_and_what_to_do_and_never_what_was_there()
    {
        var result = await _register.ImportLines(Lines());

        var report = await _register.Report(result);

        Assert.StartsWith("line,field,rule,severity,says,says_id,what_to_do,what_to_do_id", report, StringComparison.Ordinal);
        Assert.Contains("2,/blok_4/0/r403,number-date,error,", report, StringComparison.Ordinal);
        foreach (var value in (string[])[Nik, Card, Bad, "Rumbiak", "Jalan", "surat", "Wanggai"]) Assert.DoesNotContain(value, report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("[0-9]{5}", report);
    }

    [Fact]
    public async Task What_was_sealed_opens_again()
    {
        await _register.Import(new Draft());

        using var registry = _register.Open();
        var family = await registry.Households.Include(h => h.Members).SingleAsync();
        Assert.Equal(Card, _register.Seal.OpenText(family.FamilyCardSealed));
        Assert.Equal(_register.Seal.Hash(Nik), family.Members.Single(p => p.OrderNumber == 1).NikHash);
        var payload = await registry.Payloads.SingleAsync();
        Assert.Equal(new Draft().Line(), Encoding.UTF8.GetString(RawRow.Open(_register.Seal, payload.Sealed)));
    }

    [Fact]
    public async Task Families_of_one_building_share_a_mark_that_tells_nothing()
    {
        await _register.Import(new Draft(1), new Draft(2), new Draft(3).With("buildingNumber", 13), new Draft(4).With("buildingNumber", null));

        using var registry = _register.Open();
        var groups = await registry.Households.OrderBy(h => h.Key).Select(h => h.BuildingGroup).ToListAsync();
        Assert.Equal(groups[0], groups[1]);
        Assert.NotEqual(groups[0], groups[2]);
        Assert.Null(groups[3]);
    }

    public void Dispose() => _register.Dispose();

    private static IEnumerable<string> Lines()
    {
        yield return new Draft().With("address", $"Jalan {Nik}").Line();
        yield return new Draft(2).With("nik", Bad, 0).Line();
        yield return new Draft(3) { SourceId = Card }.With("notes", $"surat {Card}").Line();
        var family = new Draft(4).Json();
        family[Nik] = Nik;
        family["blok_4"]!.AsArray().Add(new JsonObject { ["r403"] = long.Parse(Nik, null) });
        yield return family.ToJsonString();
    }
}
