using System.Text.Json.Serialization;

namespace Regsosek.Benchmarks;

/// <summary>Two loads measured in turns. <paramref name="Base"/> is the floor, or what the first is compared with.</summary>
/// <param name="Bar">What the issue asks: least rate of the hub over the floor's, or most latency over the base's.</param>
internal sealed record Case(string Name, Load Hub, Load Base, double? Bar = null)
{
    /// <summary>Connections, when they are not those of the run.</summary>
    public int? Connections { get; init; }
}

/// <summary>One record of artifacts/bench.json: medians of the rounds. The ratio is of rates, hub over base.</summary>
internal sealed record Record(
    string Engine, string Case, long Families, int Connections, double Rps, double FloorRps, double Ratio, double P50, double P99)
{
    public double FloorP50 { get; init; }
    public double P50Ratio { get; init; }
    public double P95Ratio { get; init; }
    public double CpuMs { get; init; }
    public double FloorCpuMs { get; init; }
    public double? Bar { get; init; }

    public static string Head =>
        "engine     case                   conn       rps  base rps  ratio   bar   p50 ms base p50   p95 by   p99 ms  cpu ms base cpu";

    [JsonIgnore]
    public string Line => $"{Engine,-10} {Case,-22} {Connections,4} {Rps,9:0} {FloorRps,9:0} {Ratio,6:0.00} {Bar,5:0.##} {P50,8:0.00} "
        + $"{FloorP50,8:0.00} {P95Ratio,8:0.00} {P99,8:0.00} {CpuMs,7:0.000} {FloorCpuMs,8:0.000}";

    public static Record Of(string engine, long families, int connections, Case of, IReadOnlyList<(Round Hub, Round Base)> rounds) => new(
        engine, of.Name, families, connections, Median(rounds, r => r.Hub.Rps), Median(rounds, r => r.Base.Rps),
        Median(rounds, r => r.Hub.Rps / r.Base.Rps), Median(rounds, r => r.Hub.P50), Median(rounds, r => r.Hub.P99))
    {
        FloorP50 = Median(rounds, r => r.Base.P50),
        P50Ratio = Median(rounds, r => r.Hub.P50 / r.Base.P50),
        P95Ratio = Median(rounds, r => r.Hub.P95 / r.Base.P95),
        CpuMs = Median(rounds, r => r.Hub.CpuMs),
        FloorCpuMs = Median(rounds, r => r.Base.CpuMs),
        Bar = of.Bar,
    };

    private static double Median(IReadOnlyList<(Round Hub, Round Base)> rounds, Func<(Round Hub, Round Base), double> of) =>
        Math.Round(rounds.Select(of).Order().ElementAt(rounds.Count / 2), 3);
}
