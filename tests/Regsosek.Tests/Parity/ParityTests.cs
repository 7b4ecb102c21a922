using System.Globalization;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Parity;

/// <summary>One answer everywhere: random agreements, registers and queries, the same on every surface, and as the oracle says. A long run:
/// eng/parity.sh [cases] [seed].</summary>
[OnEveryEngine]
public sealed class ParityTests(ParityHub hub, ITestOutputHelper output) : IClassFixture<ParityHub>
{
    internal static readonly IReadOnlyList<Surface> Surfaces =
        [.. RestSurfaces.All, .. GraphSurfaces.All, .. ProgrammeSurfaces.All, .. ExportSurfaces.All, .. ListSurfaces.All, .. CaseSurfaces.All];

    private static readonly ulong Cases = Setting("REGSOSEK_PARITY_CASES", 2000);
    private static readonly ulong Seed = Setting("REGSOSEK_PARITY_SEED", 20261124);

    [Fact]
    public async Task Every_surface_answers_as_the_oracle_does()
    {
        var run = new ParityRun(hub, Surfaces);
        for (var seed = Seed; (ulong)run.Cases < Cases; seed++)
        {
            if (await run.Round(seed) is { } difference) Assert.Fail(difference);
        }

        output.WriteLine($"{run.Cases} cases, {run.Rows} rows; {string.Join(", ", run.Asked.Select(a => $"{a.Key} {a.Value}"))}");
        Assert.Equal(Surfaces.Select(s => s.Name).Order(), run.Asked.Keys.Order());
        if (run.Cases >= 2000) Assert.True(run.Rows > 2 * run.Cases, $"only {run.Rows} rows were due");
    }

    private static ulong Setting(string name, ulong otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? ulong.Parse(set, CultureInfo.InvariantCulture) : otherwise;
}
