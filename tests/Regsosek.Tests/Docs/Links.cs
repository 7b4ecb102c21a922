using System.Text.RegularExpressions;

namespace Regsosek.Tests.Docs;

/// <summary>Links and names of files in the documentation lead somewhere.</summary>
public sealed partial class Links
{
    public static TheoryData<string> Pages() =>
        [.. new[] { "README.md", "CHANGELOG.md" }.Concat(Under("docs")).Concat(Under("schema")).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Folders.Root, page))!;
        var broken = Link().Matches(Text(page)).Select(m => m.Groups[1].Value.Split('#')[0])
            .Where(to => to.Length > 0 && !to.Contains(':'))
            .Where(to => !Path.Exists(Path.GetFullPath(Path.Combine(folder, to))));
        Assert.Equal([], broken);
    }

    /// <summary>`src/…`, `eng/…` and the like in code type are names too.</summary>
    [Theory, MemberData(nameof(Pages))]
    public void Every_named_file_is_there(string page) =>
        Assert.Equal([], Named().Matches(Text(page)).Select(m => m.Groups[1].Value).Where(name => !Path.Exists(Path.Combine(Folders.Root, name))));

    [Fact]
    public void Every_decision_is_in_the_list()
    {
        var list = Text("docs/adr/README.md");
        Assert.Equal([], Under("docs/adr").Select(p => Path.GetFileName(p)).Where(f => f != "README.md" && !list.Contains($"]({f})", StringComparison.Ordinal)));
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Folders.Root, page));

    private static IEnumerable<string> Under(string folder) =>
        Directory.GetFiles(Path.Combine(Folders.Root, folder), "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folders.Root, f).Replace('\\', '/'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|schema|eng|docs)/[\w./-]+\w)`")]
    private static partial Regex Named();
}
