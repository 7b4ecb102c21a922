using System.Text;
using System.Text.Json.Nodes;
using Regsosek.Api.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

/// <summary>Linear models: numbers worked out by hand, one for each transform.</summary>
public sealed class PredictedExpenditure
{
    private static readonly string[] Terms =
    [
        """{"term": "floor", "en": "x", "id": "x", "transform": "indicator", "when": [{"variable": "303", "codes": [1, 2]}], "unknown": 0.5}""",
        """{"term": "area", "en": "x", "id": "x", "transform": "number", "variable": "302", "most": 60, "unknown": 40}""",
        """{"term": "size", "en": "x", "id": "x", "transform": "log-count", "count": [], "unknown": 1}""",
        """{"term": "young", "en": "x", "id": "x", "transform": "share", "count": [{"variable": "407", "to": 14}], "unknown": 0}""",
        """{"term": "burden", "en": "x", "id": "x", "transform": "dependency-ratio", "unknown": 0}""",
        """{"term": "workers", "en": "x", "id": "x", "transform": "count", "count": [{"variable": "407", "from": 5}, {"variable": "416a", "codes": [1]}], "unknown": 0}""",
        """{"term": "cattle", "en": "x", "id": "x", "transform": "log-number", "variable": "504a", "unknown": 0}""",
    ];

    private static readonly ScoringModel Model = Read([
        Equation("ID", 13, 0.5, 600_000), Equation("91", 13.5), Equation("91.03", 14)]);

    private static readonly TestFamily Family = new()
    {
        Province = "31",
        Ages = Families.FourWithOneOfEach,
        Floor = FloorMaterial.Ceramic,
        Also = h => (h.FloorArea, h.Cattle) = (50, 0),
        OfMembers = (p, i) => p.Worked = i == 3 ? null : i == 0 ? YesNo.Yes : YesNo.No,
    };

    /// <summary>13 + 0.2 × 1 + 0.01 × 50 - 0.5 × ln 4 - 0.4 × 2/4 - 0.1 × 2/2 + 0.05 × 1 + 0.02 × ln 1 = 12.756852819440;
    /// ln 600000 = 13.304684934198, so that 1.095664229516 standard deviations lie between.</summary>
    [Fact]
    public void Is_the_sum_of_intercept_and_terms()
    {
        var scored = Model.Score(Family);

        Assert.Equal(12.756852819440, scored.LogExpenditure!.Value, 1e-11);
        Assert.Equal(346_921.15, scored.Expenditure!.Value, 0.01);
        Assert.Equal(86.3387, scored.Likelihood!.Value, 1e-4);
        Assert.Equal("ID", scored.Equation);
        Assert.Equal([0.2, 0.5, -0.5 * Math.Log(4), -0.2, -0.1, 0.05, 0], scored.Contributions.Select(c => Math.Round(c.Effect!.Value, 12)), Close);
        Assert.Empty(scored.Missing);
        Assert.Empty(scored.Lines);
        Assert.Equal(["made-up"], scored.Assumptions);
    }

    [Fact]
    public void Is_the_same_in_bulk_as_one_by_one()
    {
        var (one, bulk) = (Model.Score(Family), Model.ScoreLines(Family));

        Assert.Equal((one.LogExpenditure, one.Likelihood, (short?)null, 346_921L), (bulk.LogExpenditure, bulk.Likelihood, bulk.Score, bulk.Expenditure));
        Assert.Equal(127_568_528, bulk.Scores.Packed);
    }

    [Theory]
    [InlineData("31", 13.0, true), InlineData("91", 13.5, false), InlineData("91.03", 14.0, false), InlineData("91.71", 13.5, false)]
    public void Takes_the_regency_then_the_province_then_the_nation(string region, double intercept, bool likelihood)
    {
        var place = new ScoringInputs(region[..2], region.Length > 2 ? region : $"{region}.71", Unanswered(FormVariables.OfAFamily), []);

        var scored = Model.Score(place);

        Assert.Equal(region == "91.71" ? "91" : region == "31" ? "ID" : region, scored.Equation);
        Assert.Equal(intercept + 0.2 * 0.5 + 0.01 * 40, scored.LogExpenditure!.Value, 1e-12);
        Assert.Equal(likelihood, scored.Likelihood is not null);
    }

    [Fact]
    public void Takes_the_given_values_for_what_is_unknown_and_says_so()
    {
        var scored = Model.Score(Family with { Floor = null, Ages = [34, 31, 7, null], Also = _ => { }, OfMembers = (p, i) => p.Worked = i == 1 ? null : YesNo.Yes });

        Assert.Equal(["floor", "area", "young", "burden", "workers", "cattle"], scored.Missing);
        Assert.Equal([0.5, 40, Math.Log(4), 0.25, 1 / 3.0, 2, 0], scored.Contributions.Select(c => c.Value!.Value), Close);
    }

    [Fact]
    public void Holds_numbers_within_their_bounds() =>
        Assert.Equal(60, Model.Score(Family with { Also = h => h.FloorArea = 900 }).Contributions[1].Value);

    [Fact]
    public void Puts_the_poorer_first()
    {
        TestFamily[] families = [Family, Family with { Floor = FloorMaterial.Earth }, Family with { Also = h => (h.FloorArea, h.Cattle) = (51, 0) }];

        Assert.Equal([1, 0, 2], families.Index().OrderBy(f => Model.ScoreLines(f.Item).Scores.Packed).Select(f => f.Index));
    }

    [Fact]
    public void Stays_within_this_world()
    {
        var rich = Read([Equation("ID", 900, 0.5, 600_000)]).Score(Family);

        Assert.Equal((LinearPmtModel.Highest, 0.0), (rich.LogExpenditure, rich.Likelihood));
    }

    /// <summary>Against a table of the normal distribution.</summary>
    [Theory]
    [InlineData(-6, 9.865876450377012e-10), InlineData(-3.5, 0.00023262907903552504), InlineData(-1.96, 0.024997895148220435)]
    [InlineData(0, 0.5), InlineData(0.7, 0.758036347776927), InlineData(1.96, 0.9750021048517795), InlineData(4.2, 0.9999866542509841)]
    [InlineData(-40, 0), InlineData(40, 1)]
    public void Has_a_likelihood_from_the_normal_distribution(double x, double below) => Assert.Equal(below, Normal.Below(x), 1e-15);

    /// <summary>The demonstration document, read by the plain formula once more.</summary>
    [Fact]
    public void Of_the_demonstration_follows_from_its_document()
    {
        var model = (LinearPmtModel)Published.Load("demo-pmt");
        TestFamily family = Families.BestOff with
        {
            Province = "91",
            OfMembers = (p, i) => (p.Sex, p.Relation, p.Worked, p.SchoolParticipation, p.Diploma) =
                (i == 0 ? PersonSex.Female : PersonSex.Male, i == 0 ? FamilyRelation.Head : FamilyRelation.Spouse, YesNo.Yes, Schooling.NoLonger, i == 0 ? DiplomaHeld.Bachelor : DiplomaHeld.Sma),
            Also = h => (h.FloorArea, h.HasCar, h.Cattle) = (36, YesNo.No, 3),
        };
        double[] values = [Math.Log(2), 0, 0, 1, 2, 1, Math.Log(36), 1, 1, 0, 1, 1, 0, 3];

        var scored = model.Score(family);

        var equation = model.Document.Equations.Single(e => e.Region == "91.71");
        Assert.Equal(equation.Intercept + model.Document.Terms.Zip(values).Sum(t => equation.Coefficients[t.First.Term] * t.Second), scored.LogExpenditure!.Value, 1e-12);
        Assert.Equal(("91.71", "demonstration model"), (scored.Equation, scored.Label));
        Assert.Contains("invented-coefficients", scored.Assumptions);
        Assert.Empty(scored.Missing);
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-9;

    private static short[] Unanswered(int count) => [.. Enumerable.Repeat(ScoringInputs.Unknown, count)];

    private static string Equation(string region, double intercept, double? sigma = null, double? line = null)
    {
        var equation = JsonNode.Parse("""{"coefficients": {"floor": 0.2, "area": 0.01, "size": -0.5, "young": -0.4, "burden": -0.1, "workers": 0.05, "cattle": 0.02}}""")!;
        (equation["region"], equation["intercept"]) = (region, intercept);
        if (sigma is not null) (equation["sigma"], equation["line"]) = (sigma, line);
        return equation.ToJsonString();
    }

    private static ScoringModel Read(string[] equations) => Published.Documents.Read(Encoding.UTF8.GetBytes($$"""
        {"kind": "linear-pmt", "model": "test", "version": 1, "date": "2026-11-25", "label": "test", "en": "x", "id": "x", "source": "x", "licence": "x",
         "assumes": ["made-up"], "assumptions": [{"code": "made-up", "en": "x", "id": "x"}],
         "terms": [{{string.Join(',', Terms)}}], "equations": [{{string.Join(',', equations)}}]}
        """));
}
