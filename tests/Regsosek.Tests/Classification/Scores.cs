using System.Globalization;
using Regsosek.Api.Classification;

namespace Regsosek.Tests.Classification;

public sealed class Scores
{
    private static readonly string[] Lines = ["NPL", "EXT", "N150", "P190", "B20", "B40"];

    [Theory]
    [InlineData("V1", "0/89.15 0/83.45 0/96.88 0/89.49 0/96.28 0/98.95")]
    [InlineData("V2", "60/7.89 61/1.96 64/29.46 61/4.17 65/16.56 70/37.57")]
    [InlineData("V3", "89/0.93 98/0.07 92/5.97 99/0.16 100/1.42 96/8.44")]
    [InlineData("V4", "16/70.87 14/58.63 16/91.35 14/71.72 14/90.07 16/96.73")]
    [InlineData("V5", "78/2.13 77/0.47 83/10.42 77/1.08 83/4.90 87/15.00")]
    [InlineData("V6", "20/64.22 20/45.14 22/87.58 21/58.05 22/83.28 24/94.33")]
    public void Are_those_of_the_published_examples(string id, string expected)
    {
        var scored = Published.Model.Score(Families.Named(id));

        foreach (var (line, example) in Lines.Zip(expected.Split(' ')))
        {
            var (score, likelihood) = (Number(example.Split('/')[0]), Number(example.Split('/')[1]));
            var found = Assert.Single(scored.Lines, at => at.Line == line);
            Assert.Equal(score, found.Score);
            Assert.InRange(found.Likelihood, likelihood - 0.005, likelihood + 0.005);
        }
    }

    [Theory]
    [InlineData("V1"), InlineData("V2"), InlineData("V3"), InlineData("V4"), InlineData("V5"), InlineData("V6")]
    public void Are_the_same_in_bulk_as_one_by_one(string id)
    {
        var inputs = Families.Named(id);
        var (one, bulk) = (Published.Model.Score(inputs), Published.Model.ScoreLines(inputs));

        short Score(string line) => (short)one.Lines.Single(at => at.Line == line).Score;
        Assert.Equal(new RankingScores(Score("NPL"), Score("EXT"), Score("P190"), Score("B20")), bulk.Scores);
        Assert.Equal((one.Lines[0].Likelihood, Score("NPL")), (bulk.Likelihood, bulk.Score));
        Assert.Equal(one.Likelihood, bulk.Likelihood);
        Assert.Equal(one.Missing, Published.Model.NameMissing(bulk.Missing)?.Split(',') ?? []);
    }

    [Fact]
    public void Add_up_from_what_each_item_gave()
    {
        var scored = Published.Model.Score(Families.Named("V2"));

        Assert.Equal(10, scored.Contributions.Count);
        Assert.All(scored.Lines.Index(), at => Assert.Equal(at.Item.Score, scored.Contributions.Sum(item => item.Points[at.Index])));
    }

    [Theory]
    [InlineData("Q3", 0, "2-or-more"), InlineData("Q3", 5, "2-or-more"), InlineData("Q3", 6, "0-1")]
    [InlineData("Q4", 5, "0-1"), InlineData("Q4", 6, "2-or-more"), InlineData("Q4", 10, "2-or-more"), InlineData("Q4", 11, "0-1")]
    public void Count_children_from_the_first_to_the_last_age_asked(string item, int age, string answer)
    {
        var scored = Published.Model.Score(Families.BestOff with { Ages = [34, age, age] });

        Assert.Equal(answer, scored.Contributions.Single(at => at.Item == item).Answer);
    }

    [Theory]
    [InlineData(1, "up-to-3"), InlineData(3, "up-to-3"), InlineData(4, "4-5")]
    [InlineData(5, "4-5"), InlineData(6, "6-or-more"), InlineData(20, "6-or-more")]
    public void Count_everybody_present(int members, string answer)
    {
        var scored = Published.Model.Score(Families.BestOff with { Ages = [.. Enumerable.Repeat<int?>(34, members)] });

        Assert.Equal(answer, scored.Contributions.Single(at => at.Item == "Q2").Answer);
    }

    [Fact]
    public void Stop_at_100_when_the_best_answers_go_over_it()
    {
        var best = Published.Model.Score(Families.BestOff with { Province = "82" });

        Assert.All(best.Lines, line => Assert.InRange(line.Score, 0, 100));
        Assert.Equal(101, best.Contributions.Sum(item => item.Points[0]));
        Assert.Equal(100, best.Lines[0].Score);
    }

    [Fact]
    public void Name_the_model_they_come_from()
    {
        var scored = Published.Model.Score(Families.Poorest);

        Assert.Equal(("ppi-2020", 1, Published.Model.Hash, "demonstration model"), (scored.Model, scored.Version, scored.Hash, scored.Label));
    }

    [Theory]
    [InlineData("91", true), InlineData("92", true), InlineData("93", true), InlineData("94", true), InlineData("95", true), InlineData("96", true)]
    [InlineData("35", false)]
    public void Say_that_a_province_divided_in_2022_reads_the_undivided_one(string province, bool assumed)
    {
        var scored = Published.Model.Score(Families.BestOff with { Province = province });

        Assert.Equal(assumed, scored.Assumptions.Contains("province-before-2022"));
    }

    /// <summary>Nothing of a model changes: many threads get what one gets.</summary>
    [Fact]
    public void Are_the_same_from_many_threads()
    {
        ScoringInputs[] families = [.. Enumerable.Range(1, 6).Select(v => (ScoringInputs)Families.Named($"V{v}"))];
        LineScores[] alone = [.. families.Select(Published.Model.ScoreLines)];

        Parallel.For(0, 5000, i => Assert.Equal(alone[i % 6], Published.Model.ScoreLines(families[i % 6])));
    }

    [Fact]
    public void Are_given_without_a_byte_of_memory()
    {
        ScoringInputs family = Families.Named("V2");
        ScoringModel[] models = [Published.Model, Published.Load("ppi-2012"), Published.Load("demo-pmt")];
        foreach (var model in models) model.ScoreLines(family);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 300; i++) models[i % 3].ScoreLines(family);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 0);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
