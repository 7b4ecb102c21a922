using Regsosek.Tests.Engines;
using Regsosek.Tests.KeyRings;

namespace Regsosek.Tests.Classification;

/// <summary>The verbs of models, as processes on a database of their own.</summary>
[OnEveryEngine]
public sealed class ModelVerbTests(RotatingHub hub) : IClassFixture<RotatingHub>
{
    [Fact]
    public async Task A_model_is_checked_drafted_published_and_listed_from_the_console()
    {
        var (code, said) = await hub.Try("model", "check", Published.PathOf("scoring", "ppi-2023.json"));
        Assert.True(code == 1, said);
        Assert.Contains("Form K does not ask 5 of 10 inputs: Q3, Q5, Q6, Q7, Q8. No run can use this model.", Joined(said), StringComparison.Ordinal);

        var file = Path.Combine(Directory.CreateDirectory(hub.DataPath).FullName, "mine.json");
        var text = (await File.ReadAllTextAsync(Published.PathOf("scoring", "demo-pmt.json"))).Replace("\"demo-pmt\"", "\"mine\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text);
        await hub.Verb("model", "draft", file);
        await hub.Verb("model", "publish", "mine@1", "--from", "2099-01-01");
        (code, said) = await hub.Try("model", "list");
        Assert.True(code == 0 && Joined(said).Contains("mine@1 linear-pmt published from 2099-01-01", StringComparison.Ordinal), said);
        Assert.Contains("ppi-2023@1 scorecard published", Joined(said), StringComparison.Ordinal);
    }

    /// <summary>As it was before the console broke its lines.</summary>
    private static string Joined(string said) => string.Join(' ', said.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
