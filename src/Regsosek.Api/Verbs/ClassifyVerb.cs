using System.CommandLine;
using Regsosek.Api.Classification;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>classify: ranks the whole scope and publishes the run.</summary>
public static class ClassifyVerb
{
    public static Command Command()
    {
        var seed = new Option<string>("--seed") { Description = "Seed of the recorded lottery among ties.", DefaultValueFactory = _ => "regsosek" };
        return new Command("classify", "Ranks every family of the national scope by the scoring model, in one transaction.") { seed }
            .Does(async (app, parsed, stop) =>
        {
            var run = await AnsiConsole.Status().StartAsync("Scoring", status => app.Services.GetRequiredService<Classify>()
                .Run(parsed.GetValue(seed)!, done => status.Status($"Scored {done:N0} families"), stop));
            AnsiConsole.WriteLine(
                $"Run {run.Id}: {run.Families:N0} families, {run.Persons:N0} persons ranked by {run.Model} ({run.Scheme}, {run.Stage}).");
            AnsiConsole.WriteLine($"Ties at the decile cuts: {run.Ties}");
            return 0;
        });
    }
}
