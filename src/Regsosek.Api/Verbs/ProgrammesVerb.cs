using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Api.Programmes.Publication;
using Regsosek.Api.Programmes.Simulations;
using Regsosek.Data;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>programmes simulate: what a version of a programme would do to the families of this database.</summary>
public static class ProgrammesVerb
{
    public static Command Command()
    {
        var code = new Argument<string>("CODE") { Description = "Code of the programme, for example PKH." };
        var file = new Argument<FileInfo>("FILE") { Description = "The version: one entry of `versions` in a programme's document." };
        var output = new Option<FileInfo?>("--output") { Description = "File for the whole report, as JSON." };
        return new Command("programmes", "Programmes and their versions.")
        {
            new Command("simulate", "Decides every family by the version in force and by another one, and counts who moves, the cost, the errors and the conflicts. Writes nothing.")
            {
                code, file, output,
            }.Does(async (app, parsed, stop) =>
            {
                await app.Services.GetRequiredService<PublishedProgrammes>().Look(stop);
                var programmes = app.Services.GetRequiredService<ProgrammeCatalogue>();
                var programme = programmes.Find(parsed.GetValue(code)!) ?? throw new FormatException($"There is no programme '{parsed.GetValue(code)}'.");
                var draft = programmes.Read(programme, await File.ReadAllTextAsync(parsed.GetValue(file)!.FullName, stop))[0];
                var report = await Shown(app, programme, draft, stop);
                Print(report);
                if (parsed.GetValue(output) is { } to) await File.WriteAllTextAsync(to.FullName, JsonSerializer.Serialize(report, Json.Web), stop);
                return 0;
            }),
        };
    }

    private static async Task<SimulationReport> Shown(WebApplication app, Programme programme, ProgrammeVersion draft, CancellationToken stop)
    {
        var caller = Caller.System("simulate");
        await using var registry = app.Services.GetRequiredService<Registries>().For(caller);
        var (all, since) = (await registry.Households.LongCountAsync(stop), Stopwatch.GetTimestamp());
        var report = await AnsiConsole.Progress().StartAsync(async shown =>
        {
            var task = shown.AddTask("Families", maxValue: Math.Max(1, all));
            return await app.Services.GetRequiredService<SimulateDraft>().Of(programme, draft, caller, registry.Today, families =>
            {
                task.Increment(families);
                return Task.CompletedTask;
            }, stop);
        });
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Families:N0} families decided in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s."));
        return report;
    }

    private static void Print(SimulationReport report)
    {
        var table = new Table().AddColumns("", "before", "after", "stay", "in", "out", "unknown before", "unknown after");
        foreach (var (by, at, moves) in report.Groups.Where(g => g.By == "decile").Prepend(new("all", report.Unit, report.Whole)))
        {
            table.AddRow([$"{by} {at}", .. new[] { moves.Before, moves.After, moves.Stay, moves.In, moves.Out, moves.UnknownBefore, moves.UnknownAfter }
                .Select(n => n.ToString("N0", CultureInfo.InvariantCulture))]);
        }

        AnsiConsole.Write(table);
        foreach (var cost in report.Cost) Say($"Cost, {cost.Unit} a {cost.Per}: {cost.Before:N0} before, {cost.After:N0} after{(cost.Verified ? "" : " (some amounts not verified)")}.");
        foreach (var (name, limit) in new[] { ("Quota", report.Quota), ("Budget", report.Budget) })
            if (limit is not null) Say($"{name}: {limit.Reached:N0} of {limit.Value:N0} {limit.Unit}{(limit.Over > 0 ? $", {limit.Over:N0} over" : "")}.");
        if (report.Receiving is { } receiving) Say($"Receiving in {receiving.Period}: {receiving.Receiving:N0}, of whom {receiving.Leaving:N0} would leave; entitled and not receiving: {receiving.EntitledNot:N0}.");
        if (report.Forum is { } forum) Say($"By what forums said: exclusion error {Share(forum.Exclusion.Before)} before, {Share(forum.Exclusion.After)} after; inclusion error {Share(forum.Inclusion.Before)} before, {Share(forum.Inclusion.After)} after.");
        foreach (var conflict in report.Conflicts) Say($"Entitled to {conflict.Programme} too, which excludes it: {conflict.Both:N0}.");
    }

    private static string Share(ErrorView error) => error.Share is not { } share ? "none" : string.Create(CultureInfo.InvariantCulture, $"{share:P1} ({error.Low:P1} to {error.High:P1})");

    private static void Say(FormattableString text) => AnsiConsole.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
