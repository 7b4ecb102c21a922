using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Regsosek.Api.Classification;

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
        var families = Ranking.Of(scope).Families;

        Assert.Equal(Enumerable.Range(1, families.Count), families.Select(family => family.Rank));
        foreach (var (poorer, next) in families.Zip(families.Skip(1)))
        {
            Assert.True(poorer.Percentile < next.Percentile && poorer.Decile <= next.Decile, $"{poorer} before {next}");
        }
        if (families.Count > 0) Assert.Equal((100.0, (short)10), (families[^1].Percentile, families[^1].Decile));
    });

    [Fact]
    public void Hold_a_tenth_of_the_persons_in_each_decile_give_or_take_the_last_family() => Scopes.Sample(scope =>
    {
        var ranking = Ranking.Of(scope);
        var persons = scope.ToDictionary(candidate => candidate.Key, candidate => (long)candidate.Persons);

        for (var decile = 1; decile <= 10; decile++)
        {
            var below = ranking.Families.Where(family => family.Decile <= decile).Sum(family => persons[family.Key]);
            var next = ranking.Families.Where(family => family.Decile > decile).Select(family => persons[family.Key]).FirstOrDefault();
            Assert.InRange(ranking.Persons * decile, below * 10, (below + next) * 10);
        }
    });

    [Fact]
    public void Put_the_poorest_first_by_each_criterion_in_turn() => Scopes.Sample(scope =>
    {
        var byKey = scope.ToDictionary(candidate => candidate.Key);
        var order = Ranking.Of(scope).Families.Select(family => byKey[family.Key]).ToList();

        var expected = scope.Where(candidate => candidate.Persons > 0)
            .OrderBy(candidate => Criterion(candidate, 1)).ThenBy(candidate => Criterion(candidate, 2)).ThenBy(candidate => Criterion(candidate, 3))
            .ThenBy(candidate => Criterion(candidate, 4)).ThenByDescending(candidate => candidate.DependencyRatio)
            .ThenBy(candidate => Convert.ToHexString(HMACSHA256.HashData(RunSeed, SourceId(candidate.Key))));
        Assert.Equal(expected, order);
    });

    [Fact]
    public void Do_not_depend_on_the_order_of_the_families() => Gen.Select(Scopes, Gen.Int[0, 1_000_000]).Sample((scope, shuffle) =>
    {
        RankingCandidate[] shuffled = [.. scope];
        new Random(shuffle).Shuffle(shuffled);

        var (first, second) = (Ranking.Of(scope), Ranking.Of(shuffled));

        Assert.Equal(first.Families, second.Families);
        Assert.Equal(first.Unranked, second.Unranked);
        Assert.Equal(first.Cuts, second.Cuts);
    });

    [Fact]
    public void Leave_out_families_with_nobody_present() => Scopes.Sample(scope =>
    {
        var ranking = Ranking.Of(scope);

        Assert.Equal(scope.Where(candidate => candidate.Persons == 0).Select(candidate => candidate.Key), ranking.Unranked);
        Assert.Equal(scope.Length, ranking.Families.Count + ranking.Unranked.Count);
    });

    [Fact]
    public void Tell_the_size_of_the_tie_at_each_cut() => Scopes.Sample(scope =>
    {
        var ranking = Ranking.Of(scope);
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
        int[] Order(LotteryTicket[] tickets) => [.. tickets.Index().OrderBy(at => at.Item.High).Select(at => at.Index)];

        Assert.Equal(Order(Draw(1)), Order(Draw(1)));
        Assert.NotEqual(Order(Draw(1)), Order(Draw(2)));
    }

    [Fact]
    public void Of_an_empty_scope_are_empty()
    {
        var ranking = Ranking.Of([]);

        Assert.Empty(ranking.Families);
        Assert.All(ranking.Cuts, cut => Assert.Equal(0, cut.TiedFamilies));
    }

    private static RankingCandidate Candidate(int key, int persons, RankingScores scores, int ratio) =>
        new(key, persons, scores, ratio / 2.0, LotteryTicket.Draw(RunSeed, key.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The score of a candidate on the line that comes first to fourth, as they are packed.</summary>
    private static int Criterion(RankingCandidate candidate, int which) => candidate.Scores.Packed >> 7 * (4 - which) & 127;

    private static byte[] SourceId(long key) => Encoding.UTF8.GetBytes(key.ToString(CultureInfo.InvariantCulture));
}
