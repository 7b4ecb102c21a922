using Regsosek.Api.Classification;

namespace Regsosek.Tests.Classification;

/// <summary>What model check prints.</summary>
public sealed class ModelReports
{
    [Fact]
    public void Say_hash_inputs_assumptions_sums_and_that_nothing_is_missing()
    {
        var said = ModelReport.Of(Published.Model).ToList();

        Assert.StartsWith("ppi-2020@1, scorecard, demonstration model: ", said[0], StringComparison.Ordinal);
        Assert.Equal($"Hash {Published.Model.Hash}", said[1]);
        Assert.Contains("  Q9: What kind of toilet does the household use? <- 309b, 309a (may assume closet-not-asked)", said);
        Assert.Contains(said, line => line.StartsWith("  assumed of every family: family-as-household. ", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("  may be assumed: province-before-2022. ", StringComparison.Ordinal));
        Assert.StartsWith("Sums of the best answers: NPL 101, EXT 100, ", said[^2], StringComparison.Ordinal);
        Assert.Equal("Form K feeds all 10 inputs.", said[^1]);
    }

    [Fact]
    public void Say_why_an_input_is_missing()
    {
        var said = ModelReport.Of(Published.Load("ppi-2023")).ToList();

        Assert.Contains("  Q5: Did the household eat meat in the last week? <- not asked: Form K asks nothing about food.", said);
        Assert.Equal("Form K does not ask 5 of 10 inputs: Q3, Q5, Q6, Q7, Q8. No run can use this model.", said[^1]);
    }

    [Fact]
    public void Name_what_a_condition_on_members_reads()
    {
        var said = ModelReport.Of(Published.Load("ppi-2012")).ToList();

        Assert.Contains("  Q2: Do all members aged 6 to 18 go to school? <- 407, 404, 412", said);
        Assert.Contains("  Q4: What was the main job of the male head or spouse in the last week? <- 416a, 418, 405, 409, 404 (may assume casual-work-as-wage)", said);
        Assert.Equal(["407", "404"], Published.Load("demo-pmt").Inputs.Single(i => i.Item == "children").Variables);
    }
}
