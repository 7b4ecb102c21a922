using System.CommandLine;
using Regsosek.Api.Verbs;
using Spectre.Console;

namespace Regsosek.Api.Classification.Replay;

/// <summary>classify replay: scores families of a run again and compares.</summary>
internal static class ReplayVerb
{
    private const int Shown = 50;

    public static Command Command()
    {
        var run = new Option<Guid?>("--run") { Description = "A published run; the national one in force by default." };
        var sample = new Option<int>("--sample") { Description = "Families to score again; more than there are means all.", DefaultValueFactory = _ => 1000 };
        return new Command("replay", "Scores families of a run once more from their inputs as they were, and compares every value with what the run wrote. "
            + "Exit code 0: all the same; 1: the families named differ.") { run, sample }.Does(async (app, parsed, stop) =>
        {
            if (parsed.GetValue(sample) < 1) throw new FormatException("--sample is at least 1.");
            var result = await app.Services.GetRequiredService<ReplayRun>().Run(parsed.GetValue(run), parsed.GetValue(sample), stop);
            foreach (var difference in result.Differences.Take(Shown)) AnsiConsole.WriteLine($"{difference.Household}: {difference.What}");
            if (result.Differences.Count > Shown) AnsiConsole.WriteLine($"… and {result.Differences.Count - Shown:N0} more");
            AnsiConsole.WriteLine($"Run {result.Run.Id}: {result.Replayed:N0} families scored again, {result.Differences.Count:N0} came out otherwise.");
            return result.Differences.Count == 0 ? 0 : 1;
        });
    }
}
