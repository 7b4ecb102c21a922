using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification.Runs;
using Regsosek.Api.Statistics;
using Regsosek.Data.Households;
using Regsosek.Data.Statistics;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Statistics;

/// <summary>The summary tables are what counting the rows one by one gives, whatever run wrote them.</summary>
[OnEveryEngine]
public sealed class SummariesAreTheRows(StatisticsHub hub) : IClassFixture<StatisticsHub>
{
    /// <summary>Each dimension as a person would read it off a family; null is no answer.</summary>
    private static readonly Dictionary<string, Func<Household, Ranked?, int?>> Read = new()
    {
        ["class"] = (_, r) => (int?)r?.WelfareClass,
        ["decile"] = (_, r) => r?.Decile,
        ["sexOfHead"] = (h, _) => (int?)Head(h)?.Sex,
        ["sectorOfHead"] = (h, _) => Head(h) is not { } head ? null : head.Worked == YesNo.No ? 4 : (int?)head.Sector switch { null => null, <= 6 => 1, <= 11 => 2, _ => 3 },
        ["disability"] = (h, _) => Present(h).SelectMany(Difficulties).Any(d => d is Difficulty.CannotAtAll or Difficulty.Great) ? 1
            : Present(h).Any(p => p.Seeing is not null || p.Communicating is not null) ? 2 : null,
        ["size"] = (h, _) => Present(h).Count() switch { 0 => null, > 6 => 6, var n => n },
        ["tenure"] = (h, _) => (int?)h.Tenure,
        ["floor"] = (h, _) => (int?)h.Floor,
        ["wall"] = (h, _) => (int?)h.Wall,
        ["roof"] = (h, _) => (int?)h.Roof,
        ["drinkingWater"] = (h, _) => (int?)h.DrinkingWater,
        ["lighting"] = (h, _) => (int?)h.Lighting,
        ["cookingFuel"] = (h, _) => (int?)h.CookingFuel,
        ["toilet"] = (h, _) => (int?)h.Toilet,
    };

    private sealed record Ranked(WelfareClass? WelfareClass, short? Decile, double? Likelihood);

    private sealed record Key(string Cube, string Region, short First, short Second);

    private sealed record Sums(long Families, long Persons, long Held, long Likelihood);

    [Fact]
    public async Task Every_cell_of_every_run_is_what_the_rows_give()
    {
        await hub.Get<Classify>().Run(new() { Seed = "another lottery" });
        await using var registry = hub.Registry();
        Assert.Equal(Read.Keys, hub.Get<Dimensions>().All.Select(d => d.Name));
        var families = await registry.Households.AsNoTracking().Include(h => h.Members).AsSplitQuery().ToListAsync();
        var runs = await registry.Runs.AsNoTracking().ToListAsync();
        Assert.True(runs.Count > 1 && families.Count > 200);
        foreach (var run in runs)
        {
            var results = await registry.Ranks.AsNoTracking().Where(r => r.RunKey == run.Key && r.Decile != null)
                .Join(registry.Scores.Where(s => s.RunKey == run.Key), r => r.HouseholdKey, s => s.HouseholdKey,
                    (r, s) => new { r.HouseholdKey, Ranked = new Ranked(r.WelfareClass, r.Decile, s.Likelihood) }).ToDictionaryAsync(r => r.HouseholdKey, r => r.Ranked);
            var expected = families.SelectMany(h => Cells(h, results.GetValueOrDefault(h.Key))).GroupBy(c => c.Key)
                .ToDictionary(g => g.Key, g => new Sums(g.Sum(c => c.Of.Families), g.Sum(c => c.Of.Persons), g.Sum(c => c.Of.Held), g.Sum(c => c.Of.Likelihood)));
            var stored = await registry.Summaries.AsNoTracking().Where(c => c.RunKey == run.Key)
                .ToDictionaryAsync(c => new Key(c.Cube, c.Region, c.First, c.Second), c => new Sums(c.Families, c.Persons, c.Held, c.Likelihood ?? -1));
            Assert.All(stored, cell => Assert.Equal(cell.Value, expected[cell.Key]));
            Assert.All(stored, cell => Assert.True(cell.Value.Families >= Suppression.Threshold));
            Assert.All(Missing(expected, stored), missing => Assert.True(missing.Count() > 1));
            Assert.Equal(run.Families, stored[new("", "ID", 0, 0)].Families);
            Assert.Equal(run.Persons, stored[new("", "ID", 0, 0)].Persons);
        }
    }

    /// <summary>What the rows give and the tables do not hold, by the table within the region whose total is told.</summary>
    private static IEnumerable<IGrouping<(string, string), Key>> Missing(Dictionary<Key, Sums> expected, Dictionary<Key, Sums> stored) => expected
        .Where(cell => cell.Value.Families > 0 && cell.Key.Cube.Length > 0 && !cell.Key.Cube.Contains(',') && !stored.ContainsKey(cell.Key)
            && stored.ContainsKey(new("", cell.Key.Region, 0, 0)))
        .Select(cell => cell.Key).GroupBy(key => (key.Region, key.Cube));

    private static IEnumerable<(Key Key, Sums Of)> Cells(Household h, Ranked? result)
    {
        var likelihood = (long)Math.Round((result?.Likelihood ?? 0) * 1e6) * h.MemberCount;
        var sums = result is null ? new Sums(0, 0, 1, 0) : new(1, h.MemberCount, 1, likelihood);
        var codes = Read.Where(d => result is not null || d.Key is not ("class" or "decile")).Select(d => (d.Key, Code: (short)(d.Value(h, result) ?? SummaryCell.Unanswered))).ToList();
        foreach (var region in new[] { "ID", h.ProvinceCode, h.RegencyCode, h.DistrictCode, h.VillageCode })
        {
            yield return (new("", region, 0, 0), sums);
            for (var i = 0; i < codes.Count; i++)
            {
                yield return (new(codes[i].Key, region, codes[i].Code, 0), sums);
                for (var j = i + 1; region.Length <= 5 && j < codes.Count; j++)
                    yield return (new($"{codes[i].Key},{codes[j].Key}", region, codes[i].Code, codes[j].Code), sums);
            }
        }
    }

    private static IEnumerable<Person> Present(Household h) => h.Members.Where(p => p.IsPresent);

    private static Person? Head(Household h) => Present(h).SingleOrDefault(p => p.Relation == FamilyRelation.Head);

    private static IEnumerable<Difficulty?> Difficulties(Person p) =>
        [p.Seeing, p.Hearing, p.Walking, p.Handling, p.Learning, p.Behaviour, p.Communicating, p.SelfCare, p.Remembering];
}
