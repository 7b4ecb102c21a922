using Regsosek.Data.Protection;

namespace Regsosek.Tests.KeyRings;

/// <summary>A hub whose keys are changed by the verbs, as processes, while it runs.</summary>
public sealed class RotatingHub : TestHub
{
    protected override double Scale => 0.05;
    protected override IEnumerable<string> Settings => ["--Keys:LookEvery=00:00:00.05"];

    public KeyRing Ring => KeyRing.Load(KeysPath)!;

    public async Task Verb(params string[] arguments)
    {
        var (code, said) = await Try(arguments);
        Assert.True(code == 0, $"{code}: {said}");
    }

    internal Task<Ending> Try(params string[] arguments) => Running.Verb([.. arguments, .. Own]);

    /// <summary>The verb in a process that the test ends itself.</summary>
    internal Running Begin(params string[] arguments) => Running.Hub([.. arguments, .. Own]);

    private string[] Own => ["--environment=Development", .. Database.Settings, $"--Keys:Path={KeysPath}", "--Limits:Timeout=00:00:00.5"];
}
