using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Providers;
using Regsosek.Data.Statistics;

namespace Regsosek.Api.Statistics;

/// <summary>Writes the summary tables of a run. Families are counted as they get their places: a run is published with its tables, so they are written as the
/// last step before; after a kill all are counted again.</summary>
public sealed class SummariseRun(Dimensions dimensions, CountedAnswers answers)
{
    private const int AtOnce = 20_000;
    private readonly SummaryLayout _layout = new([.. dimensions.All.Select(d => d.Places)]);

    internal RunCounts Begin(ClassificationRun run) => new(answers, _layout, run);

    /// <param name="registry">The hub's own, at work for the run.</param>
    internal async Task Write(Registry registry, ClassificationRun run, RunCounts counts, CancellationToken stop)
    {
        using var trace = Telemetry.Source.StartActivity("summarise run");
        var regions = counts.Regions();
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await registry.Summaries.Where(c => c.RunKey == run.Key).ExecuteDeleteAsync(stop);

        // Cube by cube, in the order of the key: so the index grows at its end.
        foreach (var cells in Cubes().SelectMany(cube => regions.SelectMany(region => Shown(region, cube, run.Key, counts.GivesLikelihood))).Chunk(AtOnce))
            await registry.Insert(cells, stop);
        await transaction.CommitAsync(stop);
    }

    private static IEnumerable<SummaryCell> Shown(RegionTally region, SummaryCube cube, long run, bool givesLikelihood)
    {
        for (var at = 0; cube.First < region.Cells && at < cube.Codes.Count; at++)
        {
            var cell = cube.First + at;
            if (region.Hidden[cell]) continue;
            yield return new()
            {
                RunKey = run,
                Cube = cube.Name,
                Region = region.Code,
                Level = (short)region.Level,
                First = cube.Codes[at].First,
                Second = cube.Codes[at].Second,
                Families = region.Families[cell],
                Persons = region.Persons[cell],
                Held = region.Held[cell],
                Likelihood = givesLikelihood ? region.Likelihood[cell] : null,
            };
        }
    }

    private List<SummaryCube> Cubes()
    {
        var cubes = new List<SummaryCube> { new("", 0, [(0, 0)]) };
        for (var d = 0; d < _layout.Dimensions; d++)
        {
            var one = dimensions.All[d];
            cubes.Add(new(one.Name, _layout.Single(d, 0), [.. Enumerable.Range(0, one.Places).Select(place => (one.CodeAt(place), (short)0))]));
            for (var e = d + 1; e < _layout.Dimensions; e++)
            {
                var other = dimensions.All[e];
                cubes.Add(new(Dimensions.Cube([one, other]), _layout.Pair(d, 0, e, 0), [.. Enumerable.Range(0, one.Places * other.Places)
                    .Select(pair => (one.CodeAt(pair / other.Places), other.CodeAt(pair % other.Places)))]));
            }
        }

        return [.. cubes.OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>A table of every region: the place of its first cell, and the codes of each.</summary>
    private sealed record SummaryCube(string Name, int First, IReadOnlyList<(short First, short Second)> Codes);
}
