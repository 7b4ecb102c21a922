using Regsosek.Api.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

/// <summary>PPI of December 2012: the worked examples of its source, the look-up table at its edges, and what form K asks differently.</summary>
public sealed class ScoresOf2012
{
    private static readonly ScorecardModel Model = (ScorecardModel)Published.Load("ppi-2012");

    /// <summary>Six members, all of school age at school; the woman has SD, the man works on his own account; earth, latrine, firewood; a motorcycle.</summary>
    private static readonly TestFamily First = new()
    {
        Province = "91",
        Ages = [40, 38, 15, 12, 8, 3],
        Floor = FloorMaterial.Earth,
        Toilet = ToiletFacility.OwnFamily,
        Closet = ClosetType.Pit,
        CookingFuel = DomesticFuel.Firewood,
        Refrigerator = YesNo.No,
        Motorcycle = YesNo.Yes,
        Also = h => (h.WasteDisposal, h.HasGasCylinder, h.HasMotorBoat) = (SewageOutlet.EarthPit, YesNo.No, YesNo.No),
        OfMembers = (p, i) => Couple(p, i, job: 1, diploma: 3),
    };

    /// <summary>Four members, all of school age at school; SMA, wage work; ceramic, flush, LPG of 3 kg; refrigerator and motorcycle.</summary>
    private static readonly TestFamily Second = First with
    {
        Ages = [40, 38, 15, 12],
        Floor = FloorMaterial.Ceramic,
        Closet = ClosetType.WaterSealed,
        CookingFuel = DomesticFuel.Lpg3Kg,
        Refrigerator = YesNo.Yes,
        OfMembers = (p, i) => Couple(p, i, job: 4, diploma: 13),
    };

    private static readonly TestFamily Worst = First with { Motorcycle = YesNo.No, OfMembers = (p, i) => Couple(p, i, job: 8, diploma: 23, school: i == 3 ? 3 : 2) };

    [Fact]
    public void Are_those_of_the_worked_examples()
    {
        Assert.Equal((15, 34.1), National(First));
        Assert.Equal((53, 0.6), National(Second));
        Assert.Equal((0, 66.3), National(Worst));
        Assert.Equal([0, 2, 3, 1, 0, 0, 0, 0, 0, 9], Points(First));
        Assert.Equal([11, 2, 6, 3, 5, 4, 5, 0, 8, 9], Points(Second));
        Assert.Empty(Model.Score(First).Missing);
    }

    [Fact]
    public void Have_the_likelihood_of_their_band_on_every_line()
    {
        string[] lines = ["NPL", "N150", "N200", "USAID", "O125", "O250", "P190", "P310"];
        var of = Model.Score(First).Lines;

        Assert.Equal(lines, of.Select(l => l.Line));
        Assert.Equal([34.1, 81.8, 95.1, 18.0, 45.5, 96.5, 20.1, 78.7], of.Select(l => l.Likelihood));
        Assert.Equal([66.3, 96.1, 99.0, 49.8, 74.2, 99.6, 52.5, 94.9], Model.Score(Worst).Lines.Select(l => l.Likelihood));
        Assert.All(of, l => Assert.Equal(15, l.Score));
    }

    [Theory]
    [InlineData(4, 66.3), InlineData(5, 60.0), InlineData(9, 60.0), InlineData(84, 0.0), InlineData(100, 0.0)]
    public void Change_their_likelihood_where_a_band_begins(int score, double likelihood)
    {
        // One answer that gives the score: the document's own table is read, not the arithmetic of items.
        var card = new Scorecard(Model.Document, []);

        Assert.Equal(likelihood, card.Likelihood(card.National, score));
    }

    [Fact]
    public void Add_up_to_a_hundred_for_the_best_answers() => Assert.All(Model.Sums.Values, sum => Assert.Equal(100, sum));

    [Theory]
    [InlineData(4, 2, "yes"), InlineData(4, 3, "no"), InlineData(4, 1, "no"), InlineData(2, 3, "yes")]
    public void Ask_whether_all_of_school_age_go_to_school(int member, int participation, string answer) =>
        Assert.Equal(answer, Answer(First with { Ages = [40, 38, 19, 12, 8, 5], OfMembers = (p, i) => Couple(p, i, 1, 3, i == member ? participation : 2) }, "Q2"));

    [Fact]
    public void Give_nothing_where_nobody_is_of_school_age() =>
        Assert.Equal("nobody-of-that-age", Answer(First with { Ages = [40, 38, 5, 19] }, "Q2"));

    [Fact]
    public void Leave_open_what_one_pupil_left_open()
    {
        var scored = Model.Score(First with { OfMembers = (p, i) => { Couple(p, i, 1, 3); if (i == 3) p.SchoolParticipation = null; } });

        Assert.Equal(["Q2"], scored.Missing);
    }

    [Theory]
    [InlineData(1, "not-working-or-unpaid", false, 8), InlineData(2, "self-employed", false, 1), InlineData(3, "temporary-workers", false, 2)]
    [InlineData(4, "permanent-workers", false, 3), InlineData(5, "wage", false, 5), InlineData(6, "wage", true, 6), InlineData(7, "wage", true, 7)]
    public void Read_the_job_of_the_man(int _, string answer, bool assumed, int status)
    {
        var scored = Model.Score(First with { OfMembers = (p, i) => Couple(p, i, status, 3) });

        Assert.Equal(answer, scored.Contributions.Single(c => c.Item == "Q4").Answer);
        Assert.Equal(assumed, scored.Assumptions.Contains("casual-work-as-wage"));
    }

    /// <summary>A widow heads the family; her grown son, who works, is no spouse.</summary>
    [Fact]
    public void Know_families_without_a_man_or_without_a_woman()
    {
        var widow = First with { Ages = [60, 30], OfMembers = (p, i) => { Couple(p, i, 4, 3); (p.Sex, p.Relation) = i == 0 ? (PersonSex.Female, FamilyRelation.Head) : (PersonSex.Male, FamilyRelation.Child); } };
        var widower = widow with { OfMembers = (p, i) => { widow.OfMembers(p, i); p.Sex = i == 0 ? PersonSex.Male : PersonSex.Female; } };

        Assert.Equal(("primary", "no-male-head-or-spouse"), (Answer(widow, "Q3"), Answer(widow, "Q4")));
        Assert.Equal(("no-female-head-or-spouse", "wage"), (Answer(widower, "Q3"), Answer(widower, "Q4")));
        Assert.Equal(["Q3", "Q4"], Model.Score(widow with { OfMembers = (p, i) => { widow.OfMembers(p, i); p.Sex = null; } }).Missing);
    }

    [Theory]
    [InlineData(1, 1, 3, "flush", false), InlineData(1, 2, 1, "septic-tank", false), InlineData(1, 4, 3, "none-or-latrine", false)]
    [InlineData(6, null, null, "none-or-latrine", false), InlineData(4, null, null, "none-or-latrine", true), InlineData(2, null, 1, null, false)]
    public void Tell_toilets_apart_by_closet_and_disposal(int facility, int? closet, int? disposal, string? answer, bool assumed)
    {
        var scored = Model.Score(First with { Toilet = (ToiletFacility)facility, Closet = (ClosetType?)closet, Also = h => { First.Also(h); h.WasteDisposal = (SewageOutlet?)disposal; } });

        Assert.Equal(answer, scored.Contributions.Single(c => c.Item == "Q6").Answer);
        Assert.Equal(assumed, scored.Assumptions.Contains("closet-not-asked"));
    }

    private static (int, double) National(TestFamily family) => Model.Score(family) is { Lines: [{ Line: "NPL" } national, ..] } ? (national.Score, national.Likelihood) : default;

    private static int[] Points(TestFamily family) => [.. Model.Score(family).Contributions.Select(c => c.Points[0])];

    private static string? Answer(TestFamily family, string item) => Model.Score(family).Contributions.Single(c => c.Item == item).Answer;

    /// <summary>A man and his wife, then their children, who go to school.</summary>
    private static void Couple(Person person, int i, int job, int diploma, int school = 2)
    {
        (person.Sex, person.Relation) = i switch
        {
            0 => (PersonSex.Male, FamilyRelation.Head),
            1 => (PersonSex.Female, FamilyRelation.Spouse),
            _ => (PersonSex.Female, FamilyRelation.Child),
        };
        person.SchoolParticipation = (Schooling)(i < 2 ? 3 : school);
        person.Diploma = (DiplomaHeld)diploma;
        (person.Worked, person.JobStatus) = (YesNo.Yes, (EmploymentStatus)job);
    }
}
