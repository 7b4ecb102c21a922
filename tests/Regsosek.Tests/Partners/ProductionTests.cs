using Microsoft.EntityFrameworkCore;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Partners;

/// <summary>Outside Development nothing of the demonstration starts. The real binary, as a process.</summary>
[OnEveryEngine]
public sealed class ProductionTests
{
    [Fact]
    public async Task A_demonstration_does_not_become_production()
    {
        await using var hub = new OwnHub();
        await hub.InitializeAsync();
        string[] data = hub.Database.Settings;
        Assert.Contains("Keys:Path", await Refusal([.. data]), StringComparison.Ordinal);
        Assert.Contains("development one", await Refusal([.. data, $"--Keys:Path={hub.KeysPath}"]), StringComparison.Ordinal);

        var own = Directory.CreateTempSubdirectory("regsosek-keys-").FullName;
        Assert.Equal(0, (await Running.Verb("keys", "create", own)).Code);
        Assert.Contains("demonstration clients", await Refusal([.. data, $"--Keys:Path={own}"]), StringComparison.Ordinal);
        Assert.Contains("lacks", await Refusal([$"--Data:Path={own}/data", $"--Keys:Path={own}"]), StringComparison.Ordinal);
        Directory.Delete(own, recursive: true);
    }

    [Fact]
    public async Task Demonstration_numbers_do_not_become_production_even_without_the_demonstration_clients()
    {
        await using var hub = new OwnHub();
        await hub.InitializeAsync();
        await using (var registry = hub.Registry())
        {
            registry.Clients.RemoveRange(await registry.Clients.Where(c => c.IsDemo).ToListAsync());
            await registry.SaveChangesAsync();
            Assert.True(await registry.Imports.AnyAsync(i => i.HoldsDemoNumbers));
        }

        var own = Directory.CreateTempSubdirectory("regsosek-keys-").FullName;
        Assert.Equal(0, (await Running.Verb("keys", "create", own)).Code);
        Assert.Contains("demonstration NIKs", await Refusal([.. hub.Database.Settings, $"--Keys:Path={own}"]), StringComparison.Ordinal);
        Directory.Delete(own, recursive: true);
    }

    [Fact]
    public async Task A_verb_says_what_is_wrong_in_a_line()
    {
        var (code, said) = await Running.Verb("classify", "--Bogus");
        Assert.Equal(2, code);
        Assert.Contains("--Bogus", said, StringComparison.Ordinal);
        (code, said) = await Running.Verb("--help");
        Assert.Equal(0, code);
        string[] verbs = ["import", "seed", "classify", "accesslog", "partners", "migrate", "keys"];
        Assert.All(verbs, verb => Assert.Contains(verb, said, StringComparison.Ordinal));
    }

    private static async Task<string> Refusal(string[] settings)
    {
        var (code, said) = await Running.Verb(["--environment=Production", "--urls=http://127.0.0.1:0", "--Proxy:Trusted:0=127.0.0.1",
            "--AllowedHosts=hub.example", "--Auth:Issuer=https://hub.example/", .. settings]);
        Assert.True(code == 2, $"exit code {code}: {said}");
        Assert.DoesNotContain(" at Regsosek", said, StringComparison.Ordinal);
        return said.ReplaceLineEndings(" ");
    }
}
