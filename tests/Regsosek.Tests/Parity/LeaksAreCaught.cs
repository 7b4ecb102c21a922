using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Parity;

/// <summary>The comparison can fail: held against surfaces that leak it tells each leak, and one that does not leak passes.</summary>
[OnEveryEngine]
public sealed class LeaksAreCaught(LeakHub hub) : IClassFixture<LeakHub>
{
    private const int Rounds = 12;
    private const ulong Seed = 4242;

    [Fact]
    public async Task A_surface_without_a_leak_passes()
    {
        var run = Run("nothing");
        for (var seed = Seed; seed < Seed + (Rounds / 3); seed++) Assert.Null(await run.Round(seed));
    }

    [Theory]
    [InlineData("the scope is forgotten")]
    [InlineData("the limit is forgotten")]
    [InlineData("the mask comes after filter and order")]
    [InlineData("hidden fields may be named")]
    [InlineData("the count has no scope", "/total: ")]
    [InlineData("the cursor holds a hidden value")]
    [InlineData("children have their names", "/name: null was due")]
    [InlineData("ids are the real ones", "id: ")]
    public async Task A_leak_is_told(string kind, string saying = "")
    {
        var run = Run(kind);
        for (var seed = Seed; seed < Seed + Rounds; seed++)
        {
            if (await run.Round(seed) is not { } difference) continue;
            Assert.Contains(saying, difference, StringComparison.Ordinal);
            return;
        }

        Assert.Fail($"{Rounds} rounds and no difference: {kind}");
    }

    private ParityRun Run(string kind) =>
        new(hub, [new Surface(kind, [], asking => RestSurfaces.Pages(asking, LeakHub.Path + Uri.EscapeDataString(kind)))], shrinks: false);
}
