using Regsosek.Api.Partners;

namespace Regsosek.Tests.Docs;

/// <summary>The README's table of demo partners says what schema/partners/demo.json says, row by row.</summary>
public sealed class PartnerTable
{
    private const string Head = "| Client | Regions | Field groups | Limit | Programmes | Scopes |";

    [Fact]
    public void The_table_is_the_document()
    {
        var readme = File.ReadAllLines(Path.Combine(Folders.Root, "README.md"));
        var table = readme.SkipWhile(line => line != Head).Skip(2).TakeWhile(line => line.StartsWith('|'));
        Assert.Equal(string.Join('\n', DemoPartners.Read(Path.Combine(Folders.Root, "schema")).Select(Row)), string.Join('\n', table));
    }

    private static string Row(PartnerDocument p) =>
        $"| `{p.Code}` | {List(p.Regions)} | {List(p.Fields)} | {Limit(p)} | {List(p.Programmes)} | {List(p.Scopes)} |";

    private static string Limit(PartnerDocument p) => p.Limit is { } rule ? $"`{rule.GetRawText()}`" : "none";

    private static string List(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
