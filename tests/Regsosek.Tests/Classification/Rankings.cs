using System.Globalization;
using CsCheck;
using Regsosek.Api.Classification;
using Regsosek.Api.Classification.Runs;

namespace Regsosek.Tests.Classification;

public sealed class Rankings
{
    private static readonly byte[] RunSeed = [2, 0, 2, 6];

    // Few distinct scores, so that most families tie and the later criteria and the lottery are reached.
    private static readonly Gen<RankingCandidate[]> Scopes =
        Gen.Select(Gen.Int[0, 9], Gen.Select(Gen.Short[0, 2], Gen.Short[0, 1], Gen.Short[0, 1], Gen.Short[0, 1]), Gen.Int[0, 2])
            .Array[1, 300]
            .Select(families => families
                .Select((family, key) => (Key: key, Persons: family.Item1, Score: family.Item2, Ratio: family.Item3))
                .Select(f => Candidate(f.Key, f.Persons, new(f.Score.Item1, f.Score.Item2, f.Score.Item3, f.Score.Item4), f.Ratio))
                .ToArray());

    [Fact]
    public void Number_the_families_and_let_the_percentile_rise_to_100() => Scopes.Sample(scope =>
    {
        var families = Ordered.Of(scope).Families;

        Assert.Equal(Enumerable.Range(1, families.Count).Select(place => (long)place), families.Select(family => family.Position));
        foreach (var (poorer, next) in families.Zip(families.Skip(1)))
        {
            Assert.True(poorer.Percentile < next.Percentile && poorer.Decile <= next.Decile, $"{poorer} before {next}");
        }
        if (families.Count > 0) Assert.Equal((100.0, (short)10), (families[^1].Percentile, families[^1].Decile));
    });

    [Fact]
    public void Hold_a_tenth_of_the_persons_in_each_decile_give_or_take_the_last_family() => Scopes.Sample(scope =>
    {
        var ranking = Ordered.Of(scope);
        var persons = scope.ToDictionary(candidate => candidate.Key, candidate => (long)candidate.Persons);

        for (var decile = 1; decile <= 10; decile++)
        {
            var below = ranking.Families.Where(family => family.Decile <= decile).Sum(family => persons[family.Key]);
            var next = ranking.Families.Where(family => family.Decile > decile).Select(family => persons[family.Key]).FirstOrDefault();
            Assert.InRange(ranking.Persons * decile, below * 10, (below + next) * 10);
        }
    });

    [Fact]
    public void Tell_the_size_of_the_tie_at_each_cut() => Scopes.Sample(scope =>
    {
        var ranking = Ordered.Of(scope);
        var decile = ranking.Families.ToDictionary(family => family.Key, family => family.Decile);

        Assert.Equal(Enumerable.Range(1, 9), ranking.Cuts.Select(cut => cut.Decile));
        Assert.All(ranking.Cuts, cut =>
        {
            var tie = scope.Where(candidate => candidate.Persons > 0)
                .GroupBy(candidate => (candidate.Scores, candidate.DependencyRatio))
                .SingleOrDefault(equal => equal.Any(at => decile[at.Key] <= cut.Decile) && equal.Any(at => decile[at.Key] > cut.Decile));
            var below = tie?.Where(at => decile[at.Key] <= cut.Decile).ToList() ?? [];
            Assert.Equal((tie?.Count() ?? 0, tie?.Sum(at => at.Persons) ?? 0), (cut.TiedFamilies, cut.TiedPersons));
            Assert.Equal((below.Count, below.Sum(at => at.Persons)), (cut.FamiliesDrawnBelow, cut.PersonsDrawnBelow));
        });
    });

    [Fact]
    public void Draw_another_lottery_for_another_seed()
    {
        LotteryTicket[] Draw(byte seed) => [.. Enumerable.Range(1, 20).Select(family => LotteryTicket.Draw([seed], $"family-{family}"))];
        int[] Order(LotteryTicket[] tickets) => [.. tickets.Index().OrderBy(at => at.Item.Number).Select(at => at.Index)];

        Assert.Equal(Order(Draw(1)), Order(Draw(1)));
        Assert.NotEqual(Order(Draw(1)), Order(Draw(2)));
    }

    [Fact]
    public void Of_an_empty_scope_are_empty()
    {
        var ranking = Ordered.Of([]);

        Assert.Empty(ranking.Families);
        Assert.All(ranking.Cuts, cut => Assert.Equal(0, cut.TiedFamilies));
    }

    private static RankingCandidate Candidate(int key, int persons, RankingScores scores, int ratio) =>
        new(key, persons, scores, ratio / 2.0, LotteryTicket.Draw(RunSeed, key.ToString(CultureInfo.InvariantCulture)));
}
