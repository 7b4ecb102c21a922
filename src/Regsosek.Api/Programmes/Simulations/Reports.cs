using Regsosek.Data.Classification;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>Lays out what was counted.</summary>
internal static class Reports
{
    private const int Tens = 10;

    public static SimulationReport Of(Comparison comparison, Tally tally, string? period, ClassificationRun? forum)
    {
        var to = comparison.IsSeen ? 1 : Tens;
        var whole = tally.Whole.View(Shown);
        CostView[] cost = [.. tally.Cost.OrderBy(c => c.Key).Select(c => Cost(comparison, c.Key, c.Value, to))];
        var moves = tally.Moves.OrderBy(m => m.Key.By, StringComparer.Ordinal).ThenBy(m => m.Key.Code.Length).ThenBy(m => m.Key.Code, StringComparer.Ordinal)
            .Select(m => new MovesIn(m.Key.By, m.Key.Code, m.Value.View(Shown))).ToLookup(m => m.By == MoveGroups.Regency);
        return new()
        {
            Unit = comparison.Programme.Unit.ToString().ToLowerInvariant(),
            RoundedTo = to,
            Against = comparison.Before?.Hash,
            Families = tally.Families,
            Whole = whole,
            Regions = [.. moves[true]],
            Groups = [.. moves[false]],
            Cost = cost,
            Quota = Limit(comparison.After, "quota", whole.After),
            Budget = Limit(comparison.After, "budget", (double)cost.Where(c => c.Unit == "IDR").Sum(c => c.After * TimesAYear(c.Per))),
            Receiving = period is null ? null : tally.Receiving(period, Shown),
            Forum = forum is null ? null : Forum(comparison, tally, forum, to == 1 ? 4 : 2),
            Conflicts = [.. comparison.Excluded.Zip(tally.Both, (x, both) => new ConflictView(x.Related.Programme, x.Related.Says, x.Related.Verified, Shown(both)))],
        };

        long Shown(long count) => (count + (to / 2)) / to * to;
    }

    /// <summary>To the nearest ten times the greatest amount, where counts are to the nearest ten: a sum of equal amounts, divided by one, is the true count.</summary>
    private static CostView Cost(Comparison comparison, (string Unit, string Per) of, (decimal Before, decimal After, bool Verified) paid, int to)
    {
        if (to == 1) return new(of.Unit, of.Per, paid.Before, paid.After, paid.Verified);
        var amounts = new[] { comparison.Before, comparison.After }.OfType<ProgrammeVersion>().SelectMany(v => v.Benefit.Amounts.Concat(v.Benefit.Components.SelectMany(c => c.Amounts)));
        var step = to * amounts.Where(a => (a.Unit, a.Per) == of).Max(a => a.Value);
        return new(of.Unit, of.Per, Math.Round(paid.Before / step) * step, Math.Round(paid.After / step) * step, paid.Verified);
    }

    private static LimitView? Limit(ProgrammeVersion draft, string name, double reached) =>
        draft.Parameters.FirstOrDefault(p => p.Name == name) is { } limit ? new(limit.Value, limit.Unit, limit.Verified, reached, reached - limit.Value) : null;

    private static int TimesAYear(string per) => per switch { "month" => 12, "quarter" => 4, _ => 1 };

    private static ForumView Forum(Comparison comparison, Tally tally, ClassificationRun run, int digits)
    {
        var (exclusion, inclusion) = tally.Forum.Shares(Convert.ToInt32(comparison.After.Hash[..7], 16), digits);
        return new(run.Id, run.Stage, ForumQueries.Classes, tally.Forum.Families, exclusion, inclusion);
    }
}
