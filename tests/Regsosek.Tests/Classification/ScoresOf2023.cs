using Regsosek.Api.Classification;

namespace Regsosek.Tests.Classification;

/// <summary>PPI of October 2023: form K asks half of it, so its arithmetic is held by given answers, and no family is scored by it.</summary>
public sealed class ScoresOf2023
{
    private static readonly ScorecardModel Model = (ScorecardModel)Published.Load("ppi-2023");

    private const string Papua = "Q1=94 Q2=4 Q3=no Q4=other Q5=yes Q6=no Q7=no Q8=yes Q9=no Q10=no";
    private const string Jakarta = "Q1=31 Q2=1 Q3=yes Q4=marble-ceramic Q5=yes Q6=yes Q7=yes Q8=yes Q9=yes Q10=yes";

    /// <summary>Points added by hand from the table; likelihood 100 / (1 + e^-(a + b × score)).</summary>
    [Theory]
    [InlineData("NPL", 26, 23.65), InlineData("P365", 27, 41.41), InlineData("P685", 27, 85.39), InlineData("P320", 27, 33.13), InlineData("B20", 27, 41.59)]
    public void Add_up_in_papua(string line, int score, double likelihood) => Holds(Papua, line, score, likelihood);

    [Theory]
    [InlineData("NPL", 98, 0.0114), InlineData("P365", 95, 0.398), InlineData("B80", 98, 13.88)]
    public void Add_up_in_jakarta(string line, int score, double likelihood) => Holds(Jakarta, line, score, likelihood);

    [Fact]
    public void Reach_the_published_sums() =>
        Assert.Equal([100, 100, 99, 101, 101, 100, 100, 99, 99], Model.Sums.Values);

    [Fact]
    public void Are_given_to_no_family()
    {
        Assert.Equal(["Q3", "Q5", "Q6", "Q7", "Q8"], Model.NotAsked);
        var refusal = Assert.Throws<UnusableModelException>(() => Model.ScoreLines(Families.BestOff));
        Assert.Equal("Model ppi-2023@1 ranks nobody: form K does not ask Q3, Q5, Q6, Q7, Q8.", refusal.Message);
        Assert.Throws<UnusableModelException>(() => Model.Score(Families.BestOff));
    }

    [Fact]
    public void Take_only_answers_there_are() =>
        Assert.Throws<ArgumentException>(() => Model.ScoreAnswers(Given("Q2=7")));

    private static void Holds(string answers, string line, int score, double likelihood)
    {
        var found = Model.ScoreAnswers(Given(answers)).Lines.Single(l => l.Line == line);
        Assert.Equal(score, found.Score);
        Assert.InRange(found.Likelihood, likelihood - 0.01, likelihood + 0.01);
    }

    private static Dictionary<string, string> Given(string answers) => answers.Split(' ').Select(a => a.Split('=')).ToDictionary(a => a[0], a => a[1]);
}
