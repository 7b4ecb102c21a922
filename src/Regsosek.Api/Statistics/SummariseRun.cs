using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Providers;
using Regsosek.Data.Statistics;

namespace Regsosek.Api.Statistics;

/// <summary>Writes the summary tables of a run from the families and from where it put them: one pass over the families, then sums over the regions. A run is
/// published with its tables, so it calls this as its last step before, in the transaction that publishes.</summary>
public sealed class SummariseRun(Dimensions dimensions)
{
    private const int AtOnce = 20_000;
    private const double MillionthsOfAPercent = 1e6;
    private readonly SummaryLayout _layout = new([.. dimensions.All.Select(d => d.Places)]);

    /// <param name="registry">The hub's own, at work for the run.</param>
    /// <param name="run">Its results are written; nothing is summarised of it yet.</param>
    public async Task Handle(Registry registry, ClassificationRun run, CancellationToken stop)
    {
        using var trace = Telemetry.Source.StartActivity("summarise run");
        var (regions, givesLikelihood) = await Count(registry, run, stop);
        regions.RollUp();
        Suppression.Hide([.. regions.All], _layout);
        var names = Names();
        foreach (var cells in regions.All.SelectMany(region => Cells(region, run.Key, names, givesLikelihood)).Chunk(AtOnce))
            await registry.Insert(cells, stop);
    }

    private async Task<(RegionTallies Regions, bool GivesLikelihood)> Count(Registry registry, ClassificationRun run, CancellationToken stop)
    {
        var read = new SummaryQueries(registry, run, dimensions.All);
        var regions = new RegionTallies(_layout, run.Scope);
        var places = new int[_layout.Dimensions];
        var givesLikelihood = true;
        for (long after = 0; await read.Families(after, stop) is { Count: > 0 } families; after = families[^1].Key)
        {
            var members = await read.Members(after, families[^1].Key, stop);
            var ranks = await read.Ranks(after, families[^1].Key, stop);
            foreach (var family in families)
            {
                Rank? rank = ranks.TryGetValue(family.Key, out var ranked) ? ranked : null;
                givesLikelihood &= rank is not { Likelihood: null };
                Place(family, members.GetValueOrDefault(family.Key), rank, places);
                regions.Add(family.Village, places, family.Persons, (long)Math.Round((rank?.Likelihood ?? 0) * MillionthsOfAPercent) * family.Persons, rank is not null);
            }
        }

        return (regions, givesLikelihood);
    }

    /// <summary>The place of the family in every dimension; -1 in those of the ranking when it is not ranked.</summary>
    private void Place(CountedFamily family, int?[]? members, Rank? rank, int[] places)
    {
        var (ofFamily, ofMembers) = (0, 0);
        for (var d = 0; d < places.Length; d++)
        {
            var dimension = dimensions.All[d];
            places[d] = dimension.IsRank
                ? rank is { } at ? dimension.Place(dimension.OfRank!(at)) : -1
                : dimension.Place(dimension.OfFamily is not null ? family.Read[ofFamily++] : members?[ofMembers++]);
        }
    }

    private static IEnumerable<SummaryCell> Cells(RegionTally region, long run, (string Cube, short First, short Second)[] names, bool givesLikelihood)
    {
        for (var cell = 0; cell < region.Cells; cell++)
        {
            if (region.Held[cell] == 0) continue;
            yield return new()
            {
                RunKey = run,
                Cube = names[cell].Cube,
                Region = region.Code,
                Level = (short)region.Level,
                First = names[cell].First,
                Second = names[cell].Second,
                Families = region.Families[cell],
                Persons = region.Persons[cell],
                Held = region.Held[cell],
                Likelihood = givesLikelihood ? region.Likelihood[cell] : null,
                IsHidden = region.Hidden[cell],
            };
        }
    }

    private (string Cube, short First, short Second)[] Names()
    {
        var names = new (string, short, short)[_layout.Wide];
        names[0] = ("", 0, 0);
        for (var d = 0; d < _layout.Dimensions; d++)
        {
            var one = dimensions.All[d];
            for (var place = 0; place < one.Places; place++) names[_layout.Single(d, place)] = (one.Name, one.CodeAt(place), 0);
            for (var e = d + 1; e < _layout.Dimensions; e++)
            {
                var (other, cube) = (dimensions.All[e], Dimensions.Cube([one, dimensions.All[e]]));
                for (var pair = 0; pair < one.Places * other.Places; pair++)
                    names[_layout.Pair(d, 0, e, 0) + pair] = (cube, one.CodeAt(pair / other.Places), other.CodeAt(pair % other.Places));
            }
        }

        return names;
    }
}
