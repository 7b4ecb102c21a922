using System.Reflection;
using System.Text.RegularExpressions;

namespace Regsosek.Tests.Docs;

/// <summary>docs/security.md names tests; each of them is one.</summary>
public sealed partial class SecurityMap
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Folders.Root, "docs/security.md"));

    [Fact]
    public void Every_test_it_names_is_a_test()
    {
        var tests = typeof(SecurityMap).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttributes<FactAttribute>().Any()).Select(m => $"{m.DeclaringType!.Name}.{m.Name}").ToHashSet();
        var named = Named().Matches(Document).Select(m => m.Groups[1].Value).ToList();
        Assert.True(named.Count > 60);
        Assert.Equal([], named.Where(name => !tests.Contains(name)).Distinct());
    }

    [Fact]
    public void It_goes_through_every_risk_and_every_chapter()
    {
        var rows = Document.Split('\n').Where(l => l.StartsWith('|')).Select(l => l.Split('|')[1].Trim()).ToList();
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"API{n}"), rows.Where(r => r.StartsWith("API", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(1, 17), rows.Where(r => r.StartsWith('V')).Select(r => int.Parse(r[1..].Split(' ')[0])));
    }

    [GeneratedRegex(@"`(\w+\.\w+_\w+)`")]
    private static partial Regex Named();
}
