using System.Net;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Programmes;
using Regsosek.Api.Programmes.Publication;
using Regsosek.Api.Programmes.Simulations;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Programmes;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Programmes.Publication;

/// <summary>A simulation counts what deciding every family of its author by itself counts.</summary>
[OnEveryEngine]
public sealed class SimulationTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private static readonly DateOnly Soon = TimeProvider.System.Today().AddDays(30);

    [Theory]
    [InlineData("PKH", "maxDecile", 2)]
    [InlineData("PBI-JKN", "maxDecile", 7)]
    public async Task Who_moves_and_what_it_costs_is_what_one_by_one_gives(string code, string figure, int value)
    {
        var author = await hub.As("kemensos");
        using (var written = await author.Draft(code, Drafting.Version(code, 2, Soon, v => v.Figure(figure, value)))) await written.Json(HttpStatusCode.Created);
        var report = (await author.Simulated(code, 2)).GetProperty("report");
        var catalogue = hub.Get<ProgrammeCatalogue>();
        var programme = catalogue.Find(code)!;
        var draft = catalogue.Read(programme, (await author.Json($"/api/v1/programmes/{code}/drafts/2")).GetProperty("document").GetRawText())[0];

        await using var registry = hub.Registry();
        var all = await registry.Households.AsNoTracking().Include(h => h.Rank).Include(h => h.Members).AsSplitQuery().ToListAsync();
        var on = registry.Today;
        var before = programme.InForce(on)!;
        var decided = all.SelectMany(h => Subjects(programme, h).Select(p => (
            Family: h, Person: p, Was: before.Rule.Decide(h, p, on), Will: draft.Rule.Decide(h, p, on)))).ToList();
        var (moves, to) = (report.GetProperty("whole"), report.GetProperty("roundedTo").GetInt32());

        // A difficulty is of the sensitive group, which kemensos has not: what stands on it is counted to the nearest ten.
        Assert.Equal(code == "PKH" ? 10 : 1, to);
        Assert.Equal(all.Count, report.GetProperty("families").GetInt32());
        Assert.Equal(Shown(decided.Count(d => d.Was == Kleene.True)), moves.GetProperty("before").GetInt32());
        Assert.Equal(Shown(decided.Count(d => d.Will == Kleene.True)), moves.GetProperty("after").GetInt32());
        Assert.Equal(Shown(decided.Count(d => d.Was != Kleene.True && d.Will == Kleene.True)), moves.GetProperty("in").GetInt32());
        Assert.Equal(Shown(decided.Count(d => d.Was == Kleene.True && d.Will == Kleene.False)), moves.GetProperty("out").GetInt32());
        Assert.Equal(Shown(decided.Count(d => d.Will == Kleene.Unknown)), moves.GetProperty("unknownAfter").GetInt32());
        Assert.True(moves.GetProperty("in").GetInt32() + moves.GetProperty("out").GetInt32() > 0, "somebody moves");
        foreach (var by in report.GetProperty("groups").EnumerateArray().Concat(report.GetProperty("regions").EnumerateArray()).GroupBy(g => g.GetProperty("by").GetString()))
            Assert.InRange(by.Sum(g => g.GetProperty("moves").GetProperty("after").GetInt32()) - moves.GetProperty("after").GetInt32(), -(to - 1) * by.Count(), (to - 1) * by.Count());
        Assert.Equal(["class", "decile", "disability", "sexOfHead"], report.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("by").GetString()).Distinct());

        var costs = decided.Where(d => d.Will == Kleene.True).Sum(d => Cost(draft, d.Family, d.Person, on));
        var cost = Assert.Single(report.GetProperty("cost").EnumerateArray());
        var step = to == 1 ? 1 : to * draft.Benefit.Components.Max(c => c.Amounts[0].Value);
        Assert.Equal(Math.Round(costs / step) * step, cost.GetProperty("after").GetDecimal());
        Assert.False(report.TryGetProperty("receiving", out _));

        int Shown(int count) => (count + (to / 2)) / to * to;
    }

    /// <summary>What a hub was counting when it was killed is counted again by its next start, to the same figures.</summary>
    [Fact]
    public async Task What_was_cut_short_is_counted_again_at_the_start()
    {
        var author = await hub.As("kemensos");
        using (var written = await author.Draft("SEMBAKO", Drafting.Version("SEMBAKO", 2, Soon, v => v.Figure("maxDecile", 1)))) await written.Json(HttpStatusCode.Created);
        var simulation = await author.Simulated("SEMBAKO", 2);
        var id = simulation.GetProperty("id").GetGuid();
        await using (var registry = hub.Registry())
        {
            var row = await registry.Simulations.SingleAsync(s => s.Id == id);
            (row.State, row.Report, row.EndedAt, row.Counted) = (SimulationState.Counting, null, null, 3);
            await registry.SaveChangesAsync();
        }

        await new ResumeSimulations(hub.Get<Registries>(), hub.Get<SimulationSchedule>()).StartAsync(default);
        var again = await Eventually.Is("counted again", () => author.Json($"/api/v1/programmes/SEMBAKO/simulations/{id}"), s => s.GetProperty("state").GetString() == "done");
        Assert.Equal(simulation.GetProperty("report").GetRawText(), again.GetProperty("report").GetRawText());
        Assert.Equal(simulation.GetProperty("counted").GetInt64(), again.GetProperty("counted").GetInt64());
    }

    /// <summary>With the columns that the rules name alone, every programme decides as it does with all of them.</summary>
    [Fact]
    public async Task The_columns_named_decide_as_whole_families_do()
    {
        var catalogue = hub.Get<ProgrammeCatalogue>();
        await using var registry = hub.Registry();
        var whole = await new FamilyReader(registry).ByKeys(await registry.Households.Select(h => h.Key).ToListAsync(), registers: true, default);
        var on = registry.Today;
        foreach (var programme in catalogue.All.Where(p => p.InForce(on) is not null))
        {
            var comparison = Comparison.Of(programme, programme.InForce(on)!, catalogue, hub.Get<MoveGroups>(), registry.Caller, on);
            var part = await new SimulationReader(comparison, null, null).Read(registry, long.MinValue, long.MaxValue, default);
            Assert.Equal(whole.Count, part.Families.Count);
            foreach (var family in part.Families)
            {
                var same = whole[family.Key];
                foreach (var (few, full) in comparison.Subjects(family).Zip(comparison.Subjects(same)))
                    Assert.Equal(comparison.Will(same, full), comparison.Will(family, few));
                Assert.Equal(comparison.Groups.Of(same, registry.Caller), comparison.Groups.Of(family, registry.Caller));
            }
        }
    }

    [Fact]
    public void Errors_are_drawn_by_village_and_come_out_the_same_again()
    {
        var errors = new ForumErrors();
        for (var village = 0; village < 40; village++)
            for (var family = 0; family < 25; family++)
                errors.Add($"91.71.{village}", inNeed: family < 5, before: family < 4 + (village % 3) ? Kleene.True : Kleene.False, after: family is >= 1 and < 5 ? Kleene.True : Kleene.Unknown);
        var (exclusion, inclusion) = errors.Shares(7, 4);
        Assert.Equal(0.2, exclusion.After.Share);
        Assert.Equal((0.2, 0.2), (exclusion.After.Low, exclusion.After.High));
        Assert.Equal(0, inclusion.After.Share);
        Assert.InRange(inclusion.Before.Share!.Value, inclusion.Before.Low!.Value, inclusion.Before.High!.Value);
        Assert.True(inclusion.Before.Low < inclusion.Before.High);
        Assert.Equal((exclusion, inclusion), errors.Shares(7, 4));
        Assert.Null(new ForumErrors().Shares(7, 4).Exclusion.After.Share);
    }

    private static IEnumerable<Person?> Subjects(Programme programme, Household family)
    {
        if (programme.Unit == Unit.Person) return family.Members.Where(m => m.IsPresent);
        return [null];
    }

    private static decimal Cost(ProgrammeVersion version, Household family, Person? person, DateOnly on)
    {
        var given = Entitlement.Of(version.Benefit, family, person, on);
        return given.Components.Count > 0 ? given.Components.Where(c => c.Paid == true).Sum(c => c.Amounts[0].Value) : given.Amounts.Where(a => a.Where is null).Select(a => a.Value).FirstOrDefault();
    }
}
