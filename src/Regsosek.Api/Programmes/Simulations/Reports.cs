using Regsosek.Data.Classification;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>Lays out what was counted.</summary>
internal static class Reports
{
    public static SimulationReport Of(Comparison comparison, Tally tally, string? period, ClassificationRun? forum)
    {
        var whole = tally.Whole.View;
        CostView[] cost = [.. tally.Cost.OrderBy(c => c.Key).Select(c => new CostView(c.Key.Unit, c.Key.Per, c.Value.Before, c.Value.After, c.Value.Verified))];
        var moves = tally.Moves.OrderBy(m => m.Key.By, StringComparer.Ordinal).ThenBy(m => m.Key.Code.Length).ThenBy(m => m.Key.Code, StringComparer.Ordinal)
            .Select(m => new MovesIn(m.Key.By, m.Key.Code, m.Value.View)).ToLookup(m => m.By == MoveGroups.Regency);
        return new()
        {
            Unit = comparison.Programme.Unit.ToString().ToLowerInvariant(),
            Against = comparison.Before?.Hash,
            Families = tally.Families,
            Whole = whole,
            Regions = [.. moves[true]],
            Groups = [.. moves[false]],
            Cost = cost,
            Quota = Limit(comparison.After, "quota", whole.After),
            Budget = Limit(comparison.After, "budget", (double)cost.Where(c => c.Unit == "IDR").Sum(c => c.After * TimesAYear(c.Per))),
            Receiving = period is null ? null : tally.Receiving(period),
            Forum = forum is null ? null : Forum(comparison, tally, forum),
            Conflicts = [.. comparison.Excluded.Zip(tally.Both, (x, both) => new ConflictView(x.Related.Programme, x.Related.Says, x.Related.Verified, both))],
        };
    }

    private static LimitView? Limit(ProgrammeVersion draft, string name, double reached) =>
        draft.Parameters.FirstOrDefault(p => p.Name == name) is { } limit ? new(limit.Value, limit.Unit, limit.Verified, reached, reached - limit.Value) : null;

    private static int TimesAYear(string per) => per switch { "month" => 12, "quarter" => 4, _ => 1 };

    private static ForumView Forum(Comparison comparison, Tally tally, ClassificationRun run)
    {
        var (exclusion, inclusion) = tally.Forum.Shares(Convert.ToInt32(comparison.After.Hash[..7], 16));
        return new(run.Id, run.Stage, ForumQueries.Classes, tally.Forum.Families, exclusion, inclusion);
    }
}
