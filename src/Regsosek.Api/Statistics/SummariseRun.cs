using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Providers;
using Regsosek.Data.Statistics;

namespace Regsosek.Api.Statistics;

/// <summary>Writes the summary tables of a run from the families and from where it put them: one pass over the families, then sums over the regions. A run is
/// published with its tables, so it calls this as its last step before; after a kill it is called again.</summary>
public sealed class SummariseRun(Dimensions dimensions)
{
    private const int AtOnce = 20_000;
    private const double MillionthsOfAPercent = 1e6;
    private readonly SummaryLayout _layout = new([.. dimensions.All.Select(d => d.Places)]);
    private readonly int _ofFamily = dimensions.All.Count(d => d.OfFamily is not null);
    private readonly int _ofMembers = dimensions.All.Count(d => d.OfMembers is not null);

    /// <param name="registry">The hub's own, at work for the run.</param>
    /// <param name="run">Its ranks are written.</param>
    public async Task Handle(Registry registry, ClassificationRun run, CancellationToken stop)
    {
        using var trace = Telemetry.Source.StartActivity("summarise run");
        var (regions, givesLikelihood) = await Count(registry, run, stop);
        regions.RollUp();
        var all = regions.All.ToList();
        Suppression.Hide(all, _layout);
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await registry.Summaries.Where(c => c.RunKey == run.Key).ExecuteDeleteAsync(stop);

        // Cube by cube, in the order of the key: so the index grows at its end.
        foreach (var cells in Cubes().SelectMany(cube => all.SelectMany(region => Shown(region, cube, run.Key, givesLikelihood))).Chunk(AtOnce))
            await registry.Insert(cells, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task<(RegionTallies Regions, bool GivesLikelihood)> Count(Registry registry, ClassificationRun run, CancellationToken stop)
    {
        var read = new SummaryQueries(registry, run, dimensions.All);
        var regions = new RegionTallies(_layout, run.Scope);
        var places = new int[_layout.Dimensions];
        var givesLikelihood = true;
        for (var reading = read.After(0, stop); await reading is { Families.Count: > 0 } batch;)
        {
            // The next are read while these are counted.
            reading = read.After(batch.Families[^1].Key, stop);
            foreach (var family in batch.Families)
            {
                Rank? rank = batch.Ranks.TryGetValue(family.Key, out var ranked) ? ranked : null;
                givesLikelihood &= rank is not { Likelihood: null };
                Place(family, batch.Members.GetValueOrDefault(family.Key), rank, places);
                var likelihood = (long)Math.Round((rank?.Likelihood ?? 0) * MillionthsOfAPercent) * family.Persons;
                regions.Add(family.Village, places, family.Persons, likelihood, rank is not null);
            }
        }

        return (regions, givesLikelihood);
    }

    /// <summary>The place of the family in every dimension; -1 in those of the ranking when it is not ranked.</summary>
    /// <param name="members">0 of a family without members: no answers.</param>
    private void Place(CountedFamily family, long members, Rank? rank, int[] places)
    {
        var (ofFamily, ofMembers) = (0, 0);
        for (var d = 0; d < places.Length; d++)
        {
            var dimension = dimensions.All[d];
            places[d] = dimension.IsRank
                ? rank is { } at ? dimension.Place(dimension.OfRank!(at)) : -1
                : dimension.Place(dimension.OfFamily is not null
                    ? PackedReadings.Value(family.Read, ofFamily++, _ofFamily) : PackedReadings.Value(members, ofMembers++, _ofMembers));
        }
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
