using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Tests.Engines;
using Spectre.Console;

namespace Regsosek.Tests.Enumeration;

[OnEveryEngine]
public sealed class CsvPairs : IDisposable
{
    private readonly Register _csv = new(), _ndjson = new();
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("pair-");
    private readonly Draft[] _drafts = [new Draft(1).With("address", "Jalan \"Baru\"; 5, Blok D'\u00e9"), new Draft(2).With("floor", 10), new Draft(3).Without(1)];

    /// <summary>The report of a folder is put beside it.</summary>
    private string Folder => _home.CreateSubdirectory("pair").FullName;

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public async Task Hold_what_the_lines_hold(char separator)
    {
        Write(_drafts, _drafts, separator);

        var (code, said) = await Run(Folder);
        var lines = await _ndjson.Import(_drafts);

        Assert.Equal((1, lines.ExitCode), (code, lines.ExitCode));
        Assert.Contains("2 families added, 0 changed, 0 unchanged, 1 rejected", said, StringComparison.Ordinal);
        using var csv = _csv.Open();
        using var ndjson = _ndjson.Open();
        var (a, b) = (await Families(csv), await Families(ndjson));
        Assert.Equal(b.Select(h => (h.SourceId, h.Address, h.Floor, h.ObservedOn, h.Members.Count)), a.Select(h => (h.SourceId, h.Address, h.Floor, h.ObservedOn, h.Members.Count)));
        Assert.Equal(await ndjson.Findings.OrderBy(f => f.Key).Select(f => f.Rule + f.At).ToListAsync(), await csv.Findings.OrderBy(f => f.Key).Select(f => f.Rule + f.At).ToListAsync());
        Assert.Equal(3, await csv.Findings.Select(f => f.Line).FirstAsync()); // the row in families.csv, its head counted
    }

    [Fact]
    public async Task And_lines_of_one_content_are_one_content()
    {
        await _csv.Import(_drafts);
        Write(_drafts, _drafts);

        var (_, said) = await Run(Path.Combine(Folder, "families.csv"));

        Assert.Contains("0 families added, 0 changed, 2 unchanged, 1 rejected", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Must_come_in_one_order()
    {
        Write(_drafts, _drafts.Reverse());

        var (code, said) = await Run(Folder);

        Assert.Equal(2, code);
        Assert.Contains("in the order of families.csv", said.ReplaceLineEndings(" "), StringComparison.Ordinal);
        using var registry = _csv.Open();
        Assert.Empty(await registry.Households.ToListAsync());
    }

    [Fact]
    public async Task A_member_of_no_family_is_kept_and_stops_nobody()
    {
        Write([_drafts[0], _drafts[2]], [_drafts[0], new Draft(9), _drafts[2]]);

        var (code, said) = await Run(Folder);

        Assert.Equal(1, code);
        Assert.Contains("2 families added", said, StringComparison.Ordinal);
        using var registry = _csv.Open();
        Assert.Equal(2, await registry.Households.CountAsync());
        Assert.All(await registry.Findings.Where(f => f.Severity == Regsosek.Data.Enumeration.FindingSeverity.Error).ToListAsync(), f => Assert.Equal("stray-member", f.Rule));
        Assert.NotEqual(0, await registry.RejectedRows.CountAsync());
    }

    [Fact]
    public async Task Need_both_tables_and_the_column_that_joins_them()
    {
        Assert.Equal(2, (await Run(Folder)).Code);
        Write(_drafts, _drafts);
        File.WriteAllText(Path.Combine(Folder, "members.csv"), "id,r401\n1,1\n");
        Assert.Contains("no column source_id", (await Run(Folder)).Said.ReplaceLineEndings(" "), StringComparison.Ordinal);
        File.Delete(Path.Combine(Folder, "members.csv"));
        Assert.Contains("no members.csv", (await Run(Folder)).Said.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verb_ends_by_saying_how_many_families_are_not_yet_ranked_and_writes_its_report()
    {
        var file = Path.Combine(Folder, "families.ndjson");
        File.WriteAllText(file, "\uFEFF" + string.Join("\r\n", _drafts.Where(d => d.Number != 2)) + "\r\n\r\n");

        var (code, said) = await Run(file);

        Assert.Equal(0, code);
        Assert.EndsWith("2 families are not yet ranked.", said.TrimEnd(), StringComparison.Ordinal);
        Assert.StartsWith("line,field,rule", File.ReadAllText(file + ".report.csv"), StringComparison.Ordinal);
        Assert.Equal(2, (await Run(file, profile: "form-x")).Code);
        Assert.Equal(2, (await Run(file + ".missing")).Code);
    }

    public void Dispose()
    {
        _csv.Dispose();
        _ndjson.Dispose();
        _home.Delete(recursive: true);
    }

    private static Task<List<Data.Households.Household>> Families(Data.Registry registry) => registry.Households.Include(h => h.Members).OrderBy(h => h.SourceId).ToListAsync();

    private async Task<(int Code, string Said)> Run(string path, string profile = "form-k")
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = 400;
        var code = await ImportVerb.Run(new(path), profile, null, null, true, _csv.Registries, _csv.Seal, _csv.Clock, console, default);
        return (code, text.ToString());
    }

    private void Write(IEnumerable<Draft> families, IEnumerable<Draft> members, char separator = ',')
    {
        var f = families.Select(d => d.Json()).ToList();
        var m = members.SelectMany(d => d.Json()["blok_4"]!.AsArray().Select(p => { var row = p!.DeepClone().AsObject(); row["source_id"] = d.SourceId!.ToString(); return row; })).ToList();
        foreach (var row in f) row.Remove("blok_4");
        File.WriteAllText(Path.Combine(Folder, "families.csv"), Table(f, separator));
        File.WriteAllText(Path.Combine(Folder, "members.csv"), Table(m, separator));
    }

    private static string Table(List<JsonObject> rows, char separator)
    {
        var columns = rows.SelectMany(r => r.Select(c => c.Key)).Distinct().ToList();
        var lines = rows.Select(r => string.Join(separator, columns.Select(c => r[c] is { } value ? $"\"{value.ToString().Replace("\"", "\"\"")}\"" : "")));
        return string.Join('\n', lines.Prepend(string.Join(separator, columns))) + "\n";
    }
}
