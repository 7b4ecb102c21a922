using System.CommandLine;
using System.Globalization;
using Regsosek.Api.Classification;
using Regsosek.Api.Classification.Replay;
using Regsosek.Api.Classification.Runs;
using Regsosek.Data.Classification;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>classify: ranks a scope and puts the ranks in force.</summary>
public static class ClassifyVerb
{
    public static Command Command()
    {
        var model = new Option<string>("--model")
        {
            Description = "A published model, as ppi-2020 (the version in force) or ppi-2020@1.",
            DefaultValueFactory = _ => PublishedModels.Default,
        };
        var scope = new Option<string>("--scope")
        {
            Description = "Population the deciles are of: ID, or a region code. A run of a region never touches the nation's.",
            DefaultValueFactory = _ => ClassificationRun.National,
        };
        var stage = new Option<string>("--stage") { Description = "initial, consulted or final.", DefaultValueFactory = _ => RunTerms.Initial };
        stage.AcceptOnlyFromAmong([.. RunTerms.Stages]);
        var seed = new Option<string>("--seed") { Description = "Seed of the recorded lottery among ties.", DefaultValueFactory = _ => "regsosek" };
        var date = new Option<DateOnly?>("--date")
        {
            Description = "Day on which ages are taken (yyyy-MM-dd); today by default.",
            CustomParser = r => DateOnly.ParseExact(r.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        var knownAt = new Option<DateTimeOffset?>("--known-at")
        {
            Description = "Instant whose knowledge is ranked (2026-11-30T00:00:00Z); now by default.",
            CustomParser = r => DateTimeOffset.Parse(r.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };
        return new Command("classify", "Ranks every family of a scope by a scoring model, and puts the ranks in force at one stroke. "
            + "After a kill the same command goes on where it was.") { model, scope, stage, seed, date, knownAt, ReplayVerb.Command() }.Does(async (app, parsed, stop) =>
        {
            var terms = new RunTerms
            {
                Model = parsed.GetValue(model)!,
                Scope = parsed.GetValue(scope)!,
                Stage = parsed.GetValue(stage)!,
                Seed = parsed.GetValue(seed)!,
                Date = parsed.GetValue(date),
                KnownAt = parsed.GetValue(knownAt),
            };
            var classify = app.Services.GetRequiredService<Classify>();
            if (await classify.Open(terms.Scope, stop) is not null) AnsiConsole.WriteLine($"A run of {terms.Scope} is open: it is carried on as it was begun.");
            var run = await RunMeter.Show(AnsiConsole.Console, progress => classify.Finish(terms, progress, stop));
            AnsiConsole.WriteLine($"Run {run.Id}: {run.Families:N0} families, {run.Persons:N0} persons ranked by {run.Model}@{run.ModelVersion} ({run.Scheme}, {run.Stage}).");
            AnsiConsole.WriteLine($"Ties at the decile cuts: {run.Ties}");
            return 0;
        });
    }
}
