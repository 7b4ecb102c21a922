using System.Diagnostics;
using System.Net.Http.Headers;

namespace Regsosek.Benchmarks;

/// <summary>Asks in turns, over one connection, for rows that are outside the scope and for rows that are not there, and compares
/// the times.</summary>
internal sealed class Oracle(Server hub, string token)
{
    public const string Case = "hidden-or-absent";

    /// <summary>The chance that a hidden row answers later than an absent one may be this far from a half.</summary>
    private const double Tolerance = 0.03;

    public async Task<Record> Ask(RunSettings settings, IReadOnlyList<Guid> hidden, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = hub.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        List<double> ofHidden = [], ofAbsent = [];
        var rounds = settings.Smoke ? 200 : 4000;
        for (var i = -100; i < rounds; i++)
        {
            var (id, other) = (hidden[(i + 100) % hidden.Count], Guid.CreateVersion7());
            var hiddenFirst = i % 2 == 0;
            var first = await Time(http, hiddenFirst ? id : other, stop);
            var second = await Time(http, hiddenFirst ? other : id, stop);
            if (i < 0) continue;
            (hiddenFirst ? ofHidden : ofAbsent).Add(first);
            (hiddenFirst ? ofAbsent : ofHidden).Add(second);
        }

        var chance = Later(ofHidden, ofAbsent);
        var p50 = ofHidden.Order().ElementAt(rounds / 2);
        var absent = ofAbsent.Order().ElementAt(rounds / 2);
        var verdict = settings.Smoke ? "too few to tell" : Math.Abs(chance - 0.5) <= Tolerance ? "none" : "AN ORACLE";
        Console.WriteLine($"{Run.Name(settings.Engine),-10} {Case}: p50 {p50:0.000} ms hidden, {absent:0.000} ms absent; "
            + $"a hidden row answers later in {chance:P1} of pairs (a half is no oracle): {verdict}");
        return new(Run.Name(settings.Engine), Case, settings.Families, 1, 0, 0, Math.Round(chance, 4), Math.Round(p50, 3), 0)
        {
            FloorP50 = Math.Round(absent, 3),
            P50Ratio = Math.Round(p50 / absent, 3),
            Bar = 0.5 + Tolerance,
        };
    }

    private static async Task<double> Time(HttpClient http, Guid id, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(new Uri($"/api/v1/households/{id}", UriKind.Relative), stop);
        await answer.Content.ReadAsByteArrayAsync(stop);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return (int)answer.StatusCode == 404 ? took : throw new InvalidOperationException($"{id}: {(int)answer.StatusCode}, not 404");
    }

    /// <summary>Share of all pairs in which the first is the later (Mann-Whitney); ties count half.</summary>
    private static double Later(List<double> first, List<double> second)
    {
        var sorted = second.Order().ToArray();
        double sum = 0;
        foreach (var value in first)
        {
            var (low, high) = (Below(sorted, value, false), Below(sorted, value, true));
            sum += low + (high - low) / 2.0;
        }

        return sum / ((double)first.Count * second.Count);
    }

    /// <summary>How many values are below, or not above.</summary>
    private static int Below(double[] sorted, double value, bool orEqual)
    {
        int from = 0, to = sorted.Length;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}
