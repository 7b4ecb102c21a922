using System.Text.Json;
using System.Text.RegularExpressions;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Data;

namespace Regsosek.Tests.Schema;

/// <summary>Rules about the text of the code, each held against a planted fault too: calls that go round scope, mask or record, long files,
/// members of views that nobody declared.</summary>
public sealed partial class SourceRulesTests
{
    private const int MaxLines = 300;

    /// <summary>Calls that go round the path to the data, with the files that may make them and why.</summary>
    private static readonly Dictionary<string, string[]> Banned = new()
    {
        ["IgnoreQueryFilters"] = [],
        ["FromSql"] = [],
        ["SqlQuery"] = [],
        ["ExecuteSql"] = [],
        ["CreateCommand"] = [],
        ["GetDbConnection"] = [],
        ["GetDbTransaction"] = [],

        // The hub's own work: used assertions expire, archived segments leave the log, and so do ranks that nobody reads
        // and tables of a run that was killed before it had all.
        ["ExecuteUpdate"] = ["AccessLog/ArchiveAccessLog.cs"],
        ["ExecuteDelete"] = ["Partners/RefuseReplay.cs", "AccessLog/ArchiveAccessLog.cs", "Runs/DropRanks.cs", "Statistics/SummariseRun.cs"],
    };

    /// <summary>What a person-level file of the API may not do at all.</summary>
    [Fact]
    public void No_file_goes_round_the_path_to_the_data()
    {
        var found = Sources("src/Regsosek.Api").SelectMany(f => Calls(f.Text).Select(call => (f.Name, Call: call))).ToList();
        Assert.DoesNotContain(found, f => !Banned[f.Call].Any(allowed => f.Name.EndsWith(allowed, StringComparison.Ordinal)));

        // What is allowed is really there: an entry that nobody needs goes.
        Assert.All(Banned.SelectMany(b => b.Value, (b, file) => (file, b.Key)), allowed =>
            Assert.Contains(found, f => f.Call == allowed.Key && f.Name.EndsWith(allowed.file, StringComparison.Ordinal)));
        Assert.Equal(["FromSql", "IgnoreQueryFilters"], Calls("""x.FromSqlInterpolated($""); y.IgnoreQueryFilters(["scope"]);""").Order());
    }

    [Fact]
    public void No_warning_of_a_banned_call_is_silenced()
    {
        Assert.DoesNotContain(Sources("src").Concat(Sources("tests").Where(f => !f.Name.EndsWith("SourceRulesTests.cs", StringComparison.Ordinal))),
            f => Silenced().IsMatch(f.Text));
        Assert.Matches(Silenced(), "#pragma warning disable RS0030 // for once");
    }

    [Fact]
    public void No_file_is_long()
    {
        var files = Sources("src").Concat(Sources("tests")).ToList();
        Assert.True(files.Count > 250, $"{files.Count} files");
        Assert.DoesNotContain(files, IsLong);
        Assert.True(IsLong(new("planted", new string('\n', MaxLines + 1))));
    }

    /// <summary>Every member of a family and of a member is in schema/access.json with its group, or serves the path itself.</summary>
    [Fact]
    public async Task Every_member_of_a_view_is_masked_or_declared_open()
    {
        using var access = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Folders.Root, "schema", "access.json")));
        Assert.Empty(Undeclared<HouseholdView>(access.RootElement.GetProperty("household")));
        Assert.Empty(Undeclared<MemberView>(access.RootElement.GetProperty("member")));
        var planted = access.RootElement.GetProperty("member").GetRawText().Replace("\"nik\"", "\"x\"", StringComparison.Ordinal);
        Assert.Equal(["nik"], Undeclared<MemberView>(JsonDocument.Parse(planted).RootElement));
    }

    private sealed record Source(string Name, string Text);

    private static IEnumerable<Source> Sources(string folder)
    {
        var root = Path.Combine(Folders.Root, folder);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split('/', '\\').Any(part => part is "bin" or "obj" or "Migrations") && !f.EndsWith(".g.cs", StringComparison.Ordinal))
            .Select(f => new Source(f.Replace('\\', '/'), File.ReadAllText(f)));
    }

    private static IEnumerable<string> Calls(string text) => Banned.Keys.Where(call => Regex.IsMatch(text, $@"\.{call}\w*\s*[(<]"));

    private static bool IsLong(Source source) => source.Text.AsSpan().Count('\n') > MaxLines;

    private static IEnumerable<string> Undeclared<TView>(JsonElement declared) => typeof(TView).GetProperties()
        .Where(p => p.GetCustomAttributes(typeof(InternalAttribute), true) is [])
        .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
        .Where(name => !declared.TryGetProperty(name, out var group) || !IsGroup(group.GetString()!));

    private static bool IsGroup(string text) => text == "open" || text.Split('+').All(FieldGroupNames.All.Contains);

    [GeneratedRegex(@"pragma\s+warning\s+disable\s+[^\r\n]*RS0030|SuppressMessage[^\r\n]*RS0030")]
    private static partial Regex Silenced();
}
