using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Participation;

namespace Regsosek.Tests.Targeting;

/// <summary>The owner's figures are a count of the families one by one; everybody else's are those, hidden and rounded.</summary>
[OnEveryEngine]
public sealed class FiguresOfTargeting(TargetingHub hub) : IClassFixture<TargetingHub>
{
    private const string Route = TargetingHub.Route;

    [Theory]
    [InlineData("PKH", "regency")]
    [InlineData("PKH", "village&region=91")]
    [InlineData("PBI-JKN", "province")]
    [InlineData("PBI-JKN", "district&region=91.71")]
    public async Task The_owners_are_a_count_of_the_rows(string programme, string level)
    {
        await hub.Delivered();
        var naive = await NaiveTargeting.Of(hub, programme, TargetingHub.Period);
        var told = await (await hub.As("kemensos")).Json($"{Route}/{programme}/own?level={level}");
        Assert.True(told.GetProperty("exact").GetBoolean());
        var regions = told.GetProperty("regions").EnumerateArray().ToList();
        Assert.NotEmpty(regions);
        foreach (var region in regions)
        {
            var code = region.GetProperty("region").GetString()!;
            var here = naive.Subjects.Where(s => IsIn(s.Family, code)).ToList();
            foreach (var (outcome, figure) in TargetingHub.Outcomes(region))
            {
                var due = here.Where(s => s.Outcome == outcome).ToList();
                Assert.Equal((code, outcome, Families(due), Persons(due)), (code, outcome, figure.Number("families"), figure.Number("persons")));
            }

            Assert.Equal(Persons(here), region.GetProperty("total").Number("persons"));
            var receivers = naive.Receivers.Where(r => IsIn(r.Family, code)).ToList();
            foreach (var flag in region.GetProperty("flags").EnumerateArray())
            {
                var name = flag.GetProperty("flag").GetString()!;
                var due = receivers.Count(r => name == "receiving" || (name == "any" ? r.Flags.Count > 0 : r.Flags.Contains(name)));
                Assert.Equal((code, name, due), (code, name, flag.Number("families")));
            }
        }

        Assert.Contains(regions, r => TargetingHub.Outcomes(r)["entitled-not-receiving"].Number("families") > 0);
        Assert.Contains(regions, r => TargetingHub.Outcomes(r)["not-entitled-receiving"].Number("families") > 0);
    }

    [Theory]
    [InlineData("PKH")]
    [InlineData("PBI-JKN")]
    public async Task By_a_dimension_too(string programme)
    {
        await hub.Delivered();
        var naive = await NaiveTargeting.Of(hub, programme, TargetingHub.Period);
        foreach (var (by, code) in new (string, Func<Household, string>)[]
        {
            ("class", h => h.Rank.WelfareClass?.ToString() ?? "unanswered"),
            ("decile", h => h.Rank.Decile?.ToString(CultureInfo.InvariantCulture) ?? "unanswered"),
            ("sexOfHead", h => h.Members.Where(p => p.IsPresent && p.Relation == FamilyRelation.Head).Max(p => (int?)p.Sex)?.ToString(CultureInfo.InvariantCulture) ?? "unanswered"),
        })
        {
            var told = await (await hub.As("kemensos")).Json($"{Route}/{programme}/own?region=91&by={by}");
            var here = naive.Subjects.Where(s => s.Family.ProvinceCode == "91").ToList();
            foreach (var figure in told.GetProperty("regions")[0].GetProperty("figures").EnumerateArray())
            {
                var (value, outcome) = (figure.GetProperty("code").GetString()!, figure.GetProperty("outcome").GetString()!);
                var due = here.Where(s => s.Outcome == outcome && code(s.Family) == value).ToList();
                Assert.Equal((by, value, outcome, Families(due), Persons(due)), (by, value, outcome, figure.Number("families"), figure.Number("persons")));
            }
        }

        var disability = (await (await hub.As("kemensos")).Json($"{Route}/{programme}/own?region=91&by=disability")).GetProperty("regions")[0];
        foreach (var (outcome, total) in TargetingHub.Outcomes(disability))
        {
            Assert.Equal(total.Number("families"), disability.GetProperty("figures").EnumerateArray()
                .Where(f => f.GetProperty("outcome").GetString() == outcome).Sum(f => f.Number("families")));
        }
    }

    [Theory]
    [InlineData("PKH", "level=province")]
    [InlineData("PKH", "level=regency&by=decile")]
    [InlineData("PBI-JKN", "level=regency")]
    public async Task Everybody_elses_are_hidden_and_rounded(string programme, string query)
    {
        await hub.Delivered();
        var own = await (await hub.As("kemensos")).Json($"{Route}/{programme}/own?{query}");
        var told = await hub.Anyone().Json($"{Route}/{programme}?{query}");
        Assert.False(told.GetProperty("exact").GetBoolean());
        var shown = 0;
        foreach (var (exact, figure) in All(own).Zip(All(told)))
        {
            Assert.Equal(exact.GetProperty("outcome").GetString(), figure.GetProperty("outcome").GetString());
            if (figure.GetProperty("hidden").GetBoolean())
            {
                Assert.False(figure.TryGetProperty("families", out _) || figure.TryGetProperty("persons", out _));
                continue;
            }

            shown++;
            Assert.True(exact.Number("families") >= 5);
            Assert.InRange(figure.Number("families"), exact.Number("families") - 4, exact.Number("families") + 4);
            Assert.Equal(0, figure.Number("families") % 5);
        }

        Assert.True(shown > 5, $"{shown} figures shown");

        static IEnumerable<JsonElement> All(JsonElement view) =>
            view.GetProperty("regions").EnumerateArray().SelectMany(r => r.GetProperty("outcomes").EnumerateArray().Concat(r.GetProperty("figures").EnumerateArray()));
    }

    [Fact]
    public async Task An_answer_names_what_it_stands_on_and_is_a_table_too()
    {
        await hub.Delivered();
        var told = await hub.Anyone().Json($"{Route}/PKH");
        await using var registry = hub.Registry();
        Assert.Equal(("PKH", "family", "2026-01", 2), (told.GetProperty("programme").GetString(), told.GetProperty("unit").GetString(), told.GetProperty("period").GetString(),
            told.GetProperty("deliveries").GetInt32()));
        Assert.Equal("2026-01-31", told.GetProperty("day").GetString());
        Assert.Equal(64, told.GetProperty("hash").GetString()!.Length);
        Assert.Equal(await registry.Runs.Select(r => r.Id).SingleAsync(), told.GetProperty("run").GetGuid());
        Assert.Equal("2026-01", Assert.Single(told.GetProperty("trend").EnumerateArray()).GetProperty("period").GetString());

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Route}/PKH?by=class") { Headers = { { "Accept", "text/csv" } } };
        using var answer = await hub.Anyone().SendAsync(request);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        using var csv = new CsvParser(new StringReader(await answer.Content.ReadAsStringAsync()), CultureInfo.InvariantCulture);
        var lines = new List<string[]>();
        while (csv.Read()) lines.Add(csv.Record!);
        Assert.All(lines, l => Assert.Equal(14, l.Length));
        var all = lines.Single(l => l[6].Length == 0 && l[8] == "entitled-receiving");
        Assert.Equal(TargetingHub.Outcomes(told.GetProperty("regions")[0])["entitled-receiving"].Number("families").ToString(CultureInfo.InvariantCulture), all[9]);
    }

    private static bool IsIn(Household h, string code) => code == "ID" || code == h.ProvinceCode || code == h.RegencyCode || code == h.DistrictCode || code == h.VillageCode;

    private static int Families(IEnumerable<NaiveTargeting.Subject> subjects) => subjects.Select(s => s.Family.Key).Distinct().Count();

    private static int Persons(IEnumerable<NaiveTargeting.Subject> subjects) => subjects.Sum(s => s.Person is null ? s.Family.MemberCount : 1);
}
