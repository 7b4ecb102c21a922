using System.Text.RegularExpressions;

namespace Regsosek.Tests.Docs;

/// <summary>The commands of the README that ask the hub, run as a newcomer pastes them.</summary>
[Collection(SharedHub.Name)]
public sealed partial class ReadmeCommands(TestHub hub)
{
    private static string Readme => File.ReadAllText(Path.Combine(Folders.Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_hub_starts_and_the_tests_run_by_one_command_each()
    {
        var blocks = Blocks().ToList();
        Assert.Contains(blocks, b => b.Trim() == "dotnet run --project src/Regsosek.Api");
        Assert.Contains(blocks, b => b.Trim() == "bash eng/test.sh");
    }

    [Theory, InlineData("/api/v1/", "\"items\""), InlineData("/graphql", "\"data\"")]
    public async Task A_first_request_answers(string address, string holds)
    {
        Assert.SkipUnless(IsOnPath("bash") && IsOnPath("curl"), "bash or curl is missing");
        var token = Blocks().Single(b => b.Contains("/connect/token", StringComparison.Ordinal));
        var request = Blocks().Single(b => b.Contains("curl", StringComparison.Ordinal) && b.Contains(address, StringComparison.Ordinal));
        var output = await Bash($"set -euo pipefail\n{token}\n{request}");
        Assert.Contains(holds, output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"errors\"", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Blocks() => BashBlock().Matches(Readme).Select(m => m.Groups[1].Value);

    private Task<string> Bash(string script) =>
        Running.Command("bash", ["-c", script.Replace(Hub, hub.Url.ToString().TrimEnd('/'), StringComparison.Ordinal)]);

    private static bool IsOnPath(string command) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));

    private const string Hub = Api.Hub.DefaultUrl;

    [GeneratedRegex("^```bash\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BashBlock();
}
