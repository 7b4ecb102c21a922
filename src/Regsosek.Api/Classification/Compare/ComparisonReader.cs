using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification.Compare;

/// <summary>Counts how families moved between two published runs, in the database; for the statistics office, which sees the whole scope.</summary>
public sealed class ComparisonReader(Registries registries)
{
    /// <summary>What moves can be told by.</summary>
    public static readonly IReadOnlyList<string> Groupings = ["province", "regency", "headSex", "size", "disability"];

    /// <summary>Null when one of the runs is not there, or not published.</summary>
    public async Task<ComparisonView?> Compare(Guid before, Guid after, string? by, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("compare runs"));
        registry.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var runs = await registry.Runs.AsNoTracking().Where(r => r.State == RunState.Published && (r.Id == before || r.Id == after)).ToListAsync(stop);
        if (runs.Find(r => r.Id == before) is not { } first || runs.Find(r => r.Id == after) is not { } second) return null;
        var cells = await Cells(registry, first.Key, second.Key, by, stop);
        var both = cells.Sum(c => c.Families);
        return new(before, after, by, both, first.Families - both, second.Families - both, Moves(cells),
            Transitions(cells, c => c.Before, c => c.After, d => d.ToString()),
            Transitions(cells, c => (short)c.ClassBefore, c => (short)c.ClassAfter, c => ((WelfareClass)c).ToString()),
            new(await Missing(registry, first, stop), await Missing(registry, second, stop)),
            by is null ? [] : [.. cells.GroupBy(c => c.Group).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new GroupView(g.Key, g.Sum(c => c.Families), Moves(g)))]);
    }

    /// <summary>A family in both runs.</summary>
    private sealed record Pair
    {
        public required FamilyRank Before { get; init; }
        public required FamilyRank After { get; init; }
        public required FamilyScore Score { get; init; }
    }

    private sealed record Moved<T>
    {
        public required T Group { get; init; }
        public required FamilyRank Before { get; init; }
        public required FamilyRank After { get; init; }
        public required FamilyScore Score { get; init; }
    }

    private sealed record Cell(string? Group, short Before, short After, WelfareClass ClassBefore, WelfareClass ClassAfter, long Families, long Persons);

    private static Task<List<Cell>> Cells(Registry registry, long before, long after, string? by, CancellationToken stop)
    {
        var ranked = registry.Ranks.Where(r => r.Decile != null);
        var pairs =
            from now in ranked.Where(r => r.RunKey == after)
            join then in ranked.Where(r => r.RunKey == before) on now.HouseholdKey equals then.HouseholdKey
            join score in registry.Scores.Where(s => s.RunKey == after) on now.HouseholdKey equals score.HouseholdKey
            select new Pair { Before = then, After = now, Score = score };
        var families = registry.Households;
        return by switch
        {
            "regency" => Count(pairs.Select(m => new Moved<string> { Group = m.After.RegencyCode, Before = m.Before, After = m.After, Score = m.Score }), stop),
            "size" => Count(pairs.Select(m => new Moved<short> { Group = m.Score.Persons, Before = m.Before, After = m.After, Score = m.Score }), stop),
            "headSex" => Count(pairs.Join(families, m => m.After.HouseholdKey, h => h.Key, (m, h) => new Moved<short?>
            {
                Group = h.Members.Where(p => p.Relation == FamilyRelation.Head).Min(p => (short?)p.Sex),
                Before = m.Before,
                After = m.After,
                Score = m.Score,
            }), stop),
            "disability" => Count(pairs.Join(families, m => m.After.HouseholdKey, h => h.Key, (m, h) => new Moved<bool>
            {
                Group = h.Members.Any(p => p.Seeing <= Difficulty.Great || p.Hearing <= Difficulty.Great || p.Walking <= Difficulty.Great || p.Handling <= Difficulty.Great
                    || p.Learning <= Difficulty.Great || p.Communicating <= Difficulty.Great || p.SelfCare <= Difficulty.Great || p.Remembering <= Difficulty.Great),
                Before = m.Before,
                After = m.After,
                Score = m.Score,
            }), stop),
            _ => Count(pairs.Select(m => new Moved<string> { Group = m.After.ProvinceCode, Before = m.Before, After = m.After, Score = m.Score }), stop),
        };
    }

    private static async Task<List<Cell>> Count<T>(IQueryable<Moved<T>> moved, CancellationToken stop)
    {
        var cells = await moved
            .GroupBy(m => new { m.Group, Before = m.Before.Decile, After = m.After.Decile, ClassBefore = m.Before.WelfareClass, ClassAfter = m.After.WelfareClass })
            .Select(g => new { g.Key, Families = g.LongCount(), Persons = g.Sum(m => (long)m.Score.Persons) }).ToListAsync(stop);
        return cells.ConvertAll(c => new Cell(
            c.Key.Group?.ToString(), c.Key.Before!.Value, c.Key.After!.Value, c.Key.ClassBefore!.Value, c.Key.ClassAfter!.Value, c.Families, c.Persons));
    }

    private static MovesView Moves(IEnumerable<Cell> of)
    {
        var cells = of.ToList();
        long Families(Func<Cell, bool> which) => cells.Where(which).Sum(c => c.Families);
        var persons = cells.Sum(c => c.Persons);
        return new(Families(c => c.Before == c.After), Families(c => c.After < c.Before), Families(c => c.After > c.Before),
            Families(c => c.ClassAfter < c.ClassBefore), Families(c => c.ClassAfter > c.ClassBefore),
            persons == 0 ? null : 100.0 * cells.Where(c => c.ClassAfter != c.ClassBefore).Sum(c => c.Persons) / persons);
    }

    private static IReadOnlyList<TransitionView> Transitions(IEnumerable<Cell> cells, Func<Cell, short> from, Func<Cell, short> to, Func<short, string> name) =>
        [.. cells.GroupBy(c => (From: from(c), To: to(c))).OrderBy(g => g.Key)
            .Select(g => new TransitionView(name(g.Key.From), name(g.Key.To), g.Sum(c => c.Families), g.Sum(c => c.Persons)))];

    private static async Task<double?> Missing(Registry registry, ClassificationRun run, CancellationToken stop) => run.Families == 0 ? null
        : 100.0 * await registry.Scores.LongCountAsync(s => s.RunKey == run.Key && s.Persons > 0 && s.Missing != 0, stop) / run.Families;
}
