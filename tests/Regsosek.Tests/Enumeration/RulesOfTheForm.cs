using System.Text.Json.Nodes;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

[OnEveryEngine]
public sealed class RulesOfTheForm : IDisposable
{
    private readonly Register _register = new();

    public static TheoryData<string, string, object?, int> Violations => new()
    {
        { "E01 /r106", "slsName", null, -1 },
        { "E01 /r302", "floorArea", null, -1 },
        { "E01 /blok_4/1/r402", "name", " ", 1 },
        { "E02 /r108", "headName", "Yance Rumbiak 2", -1 },
        { "E02 /blok_4/2/r402", "name", "Yosua?", 2 },
        { "E04 /r301b", "landProof", null, -1 },
        { "E04 /r301b", "tenure", 2, -1 },
        { "E05 /r306b", "wastePitDistance", null, -1 },
        { "E05 /r306b", "drinkingWater", 1, -1 },
        { "E06 /r307b1", "meterPower1", null, -1 },
        { "E06 /r307b1", "lighting", 2, -1 },
        { "E07 /r309b", "closet", null, -1 },
        { "E07 /r310", "toilet", 6, -1 },
        { "E12 /blok_4/2/r405", "sex", null, 2 },
        { "E12 /blok_4/2/r406tgl", "birthDate", null, 2 },
        { "E12 /blok_4/2/r408", "presence", 3, 2 },
        { "E13 /blok_4/1/r410", "pregnant", null, 1 },
        { "E13 /blok_4/0/r410", "pregnant", 2, 0 },
        { "E14 /blok_4/0/r413", "schoolLevel", null, 0 },
        { "E14 /blok_4/0/r414", "schoolParticipation", 1, 0 },
        { "E15 /blok_4/0/r418", "jobStatus", null, 0 },
        { "E15 /blok_4/1/r416b", "hoursWorked", 8, 1 },
        { "E16 /blok_4/0/r425", "turnover", null, 0 },
        { "E16 /blok_4/1/r421", "businessSector", 12, 1 },
        { "E17 /blok_4/2/r427", "nutrition", null, 2 },
        { "E17 /blok_4/0/r427", "nutrition", 3, 0 },
        { "E18 /blok_4/2/r428e", "learning", null, 2 },
        { "E18 /blok_4/2/r428g", "communicating", 4, 2 },
        { "E19 /blok_4/0/r429", "walking", 2, 0 },
        { "E19 /blok_4/0/r429", "carer", 1, 0 },
        { "E20 /blok_4/0/r431b", "receivesPrakerja", null, 0 },
        { "E21 /blok_4/0/r431e", "receivesPip", 2, 0 },
        { "E21 /blok_4/0/r431f", "employmentInsurance", null, 0 },
        { "E23 /r501a_bln", "receivedSembakoMonth", null, -1 },
        { "E23 /r501a_bln", "receivedSembakoMonth", 11, -1 },
        { "E23 /r501a_bln", "receivedSembakoYear", 2020, -1 },
        { "E23 /r501b_thn", "receivedPkhYear", 2022, -1 },
        { "E24 /r502b", "lighting", 4, -1 },
        { "E25 /r502a", "hasGasCylinder", 1, -1 },
        { "E25 /r502a", "cookingFuel", 3, -1 },
        { "E26 /blok_4/2/r412", "schoolParticipation", 1, 2 },
        { "E27 /catatan", "enumerationResult", 2, -1 },
        { "no-head /", "relation", 8, 0 },
        { "second-spouse /blok_4/2/r409", "relation", 2, 2 },
        { "nik-pending /blok_4/2/r403", "nik", null, 2 },
        { "E30 /blok_4/0/r407", "declaredAge", 43, 0 },
        { "NIK_BIRTH_MISMATCH /blok_4/0/r403", "birthDate", "1980-05-13", 0 },
        { "NIK_BIRTH_MISMATCH /blok_4/1/r403", "sex", 1, 1 },
        { "number-region /blok_4/0/r403", "nik", "1101011205800001", 0 },
        { "number-region /r114", "familyCard", "1101010101150001", -1 },
        { "E33 /blok_4/0/r408", "maritalStatus", 1, 0 },
        { "E33 /blok_4/1/r408", "maritalStatus", 3, 1 },
        { "E33 /blok_4/1/r405", "sex", 1, 1 },
        { "E34 /blok_4/2/r406tgl", "birthDate", "1972-01-03", 2 },
        { "E34 /blok_4/2/r406tgl", "relation", 6, 2 },
        { "E35 /blok_4/2/r408", "maritalStatus", 2, 2 },
        { "E35 /blok_4/2/r416b", "hoursWorked", 10, 2 },
        { "E36 /blok_4/2/r411", "identityPapers", 4, 2 },
        { "E36 /blok_4/0/r411", "identityPapers", 2, 0 },
        { "E37 /blok_4/0/r415", "diploma", 13, 0 },
        { "E38 /r112", "declaredMemberCount", 4, -1 },
        { "E39 /r108", "headName", "Yance Ayomi", -1 },
        { "number-in-text /r107", "address", "NIK 9171991205800011", -1 },
        { "no-observation-date /observed_on", "observedOn", null, -1 },
        { "date-incomplete /blok_4/2/r406tgl", "birthDate", "--3", 2 },
    };

    [Fact]
    public async Task A_family_with_nothing_wrong_has_no_findings()
    {
        foreach (var profile in new[] { Profiles.FormK, Profiles.OpenSid, Profiles.Sulut })
            Assert.Empty(await _register.FindingsOf(Whole(profile).Line(profile), profile));
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task A_broken_rule_warns_and_the_family_is_taken_in(string finding, string variable, object? value, int member)
    {
        var draft = new Draft();
        if (variable == "observedOn") (draft.ObservedOn, draft.Family["enumeratedOn"]) = (null, null);
        else draft.With(variable, value, member < 0 ? null : member);

        var result = await _register.Import(draft);

        Assert.Equal((1, 0, 0), (result.Added, result.Rejected, result.ExitCode));
        Assert.Contains(finding.TrimEnd('/').TrimEnd(' '), (await _register.Report(result)).Split('\n').Select(l => l.Split(',')).Where(l => l.Length > 2)
            .Select(l => $"{l[2]} {l[1]}".TrimEnd()));
    }

    [Fact]
    public async Task A_schoolboy_is_no_graduate()
    {
        var findings = await _register.FindingsOf(new Draft().With("birthDate", "2010-01-03", 2).With("declaredAge", 12, 2).With("nik", Draft.Nik(1, "030110", 3), 2)
            .With("schoolParticipation", 2, 2).With("schoolLevel", 19, 2).With("schoolClass", 1, 2).With("diploma", 13, 2).Line());

        Assert.Contains("E37 /blok_4/2/r413", findings);
    }

    [Theory]
    [InlineData("2022-11-10", 10, 2021, false)]
    [InlineData("2022-11-10", 9, 2021, true)]
    [InlineData("2022-10-20", 10, 2022, false)]
    public async Task Aid_of_the_round_of_2022_is_of_the_window_the_form_prints(string visit, int month, int year, bool isFound)
    {
        var findings = await _register.FindingsOf(new Draft().Seen(visit).With("receivedSembakoMonth", month).With("receivedSembakoYear", year).Line());

        Assert.Equal(isFound, findings.Contains("E23 /r501a_bln"));
    }

    [Fact]
    public async Task An_interview_that_did_not_take_place_is_not_a_hundred_unanswered_questions()
    {
        var draft = new Draft().With("enumerationResult", 4).With("notes", "Menolak");
        foreach (var variable in draft.Family.Keys.Where(k => Draft.Dictionary.Find("family", k) is { Q: ['3' or '5', ..] })) draft.Family[variable] = null;

        Assert.Empty(await _register.FindingsOf(draft.Line()));
    }

    [Fact]
    public async Task A_field_nobody_knows_is_told_and_its_name_only_when_it_can_hold_no_value()
    {
        var family = new Draft().Json();
        family["r999"] = "x";
        family["9171991205800011"] = new JsonObject { ["a"] = 1 };
        family["blok_4"]![0]!["agama"] = 1;

        Assert.Equal(["unknown-field /blok_4/0/agama", "unknown-field /r999", "unknown-field /?"], await _register.FindingsOf(family.ToJsonString()));
    }

    [Fact]
    public async Task One_NIK_twice_in_a_family_warns_at_the_second() =>
        Assert.Contains("E32 /blok_4/2/r403", await _register.FindingsOf(new Draft().With("nik", Draft.Nik(1, "120580", 1), 2).Line()));

    [Theory]
    [InlineData("H. Yance Rumbiak, S.Pd.", "YANCE RUMBIAK")]
    [InlineData("Moh. Ma'ruf", "MUHAMMAD MARUF")]
    [InlineData("Siti-Aminah", "siti aminah")]
    public async Task Names_are_compared_without_titles_and_spelling(string head, string listed) =>
        Assert.Empty(await _register.FindingsOf(new Draft().With("headName", head).With("name", listed, 0).Line()));

    public void Dispose() => _register.Dispose();

    private static Draft Whole(Regsosek.Api.Enumeration.Profile profile) =>
        profile == Profiles.Sulut ? new Draft(3) : profile == Profiles.OpenSid ? new Draft(2) : new Draft();
}
