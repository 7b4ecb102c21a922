using System.Text;
using System.Text.Json;

namespace Regsosek.Tests.Graph;

/// <summary>The public audit of GraphQL over HTTP (npm package graphql-http) against a hub, with a token. Where Node or the package is
/// not there it is skipped by name; eng/test.sh brings both.</summary>
[Collection(SharedHub.Name)]
public sealed class GraphAudits(TestHub hub, ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Folders.Root, "tests", "graphql-http");

    [Fact]
    public async Task Every_audit_of_graphql_http_passes()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "graphql-http")), "graphql-http is not installed (npm ci in tests/graphql-http)");
        var audits = (await Audit()).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var report = new StringBuilder();
        foreach (var level in audits.GroupBy(Level))
            report.AppendLine($"{level.Key}: {level.Count(IsOk)} of {level.Count()}");
        foreach (var audit in audits.Where(a => !IsOk(a)))
            report.AppendLine($"{audit.GetProperty("status")} {audit.GetProperty("id")} {audit.GetProperty("name")}: {audit.GetProperty("reason")}");
        output.WriteLine(report.ToString());
        Directory.CreateDirectory(Folders.Output);
        await File.WriteAllTextAsync(Path.Combine(Folders.Output, "graphql-http.txt"), report.ToString());

        Assert.Equal(["MAY", "MUST", "SHOULD"], audits.Select(Level).Distinct().Order());
        Assert.Equal(61, audits.Count);
        Assert.True(audits.All(IsOk), report.ToString());
    }

    private async Task<string[]> Audit() => (await Running.Command("node", ["audit.mjs", new Uri(hub.Url, "/graphql").ToString()], Folder,
        ("TOKEN", await hub.Token("kemensos")))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Level(JsonElement audit) => audit.GetProperty("name").GetString()!.Split(' ')[0];

    private static bool IsOk(JsonElement audit) => audit.GetProperty("status").GetString() == "ok";
}
