using System.CommandLine;
using System.Globalization;
using Regsosek.Api.Enumeration;
using Regsosek.Api.Seeding;
using Regsosek.Data;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>seed: synthetic families for demonstrations and tests, through the same import as real ones.</summary>
public static class SeedVerb
{
    public static Command Command()
    {
        var region = new Option<string[]>("--region")
        {
            Description = "Kemendagri code at any level, or several: each takes an equal share. The whole nation by default.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["ID"],
        };
        var families = new Option<int>("--families") { Description = "How many.", Required = true };
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed, region and reference date give the same families.",
            DefaultValueFactory = _ => 1
        };
        var reference = new Option<DateOnly?>("--reference")
        {
            Description = "Families are enumerated in the 60 days before it (yyyy-MM-dd); today by default.",
            CustomParser = r => DateOnly.ParseExact(r.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        };
        return new Command("seed", "Makes synthetic families with numbers that no person can hold. Development only.")
        { region, families, seed, reference }.Does(async (app, parsed, stop) =>
        {
            if (!app.Environment.IsDevelopment()) throw new InvalidOperationException("Demonstration families are for Development only.");
            if (parsed.GetValue(families) < 1) throw new FormatException("--families is at least 1.");
            var today = app.Services.GetRequiredService<TimeProvider>().Today();
            var requests = SeedRequest.Of(parsed.GetValue(region)!, parsed.GetValue(families), parsed.GetValue(seed), parsed.GetValue(reference) ?? today);
            var result = new ImportResult(0, 0, 0, 0, 0, 0, 0);
            foreach (var (at, request) in requests.Index())
            {
                result = result.And(await ImportMeter.Show(AnsiConsole.Console, app.Services.GetRequiredService<TimeProvider>(),
                    p => app.Services.GetRequiredService<SeedRegion>().Run(request, p, moreFollows: at + 1 < requests.Count, stop)));
            }

            AnsiConsole.WriteLine(
                $"{result.Added:N0} families added, {result.Changed:N0} changed, {result.Unchanged:N0} unchanged, {result.Rejected:N0} rejected.");
            AnsiConsole.WriteLine($"{result.NotYetRanked:N0} families are not yet ranked (verb: classify).");
            return result.ExitCode;
        });
    }
}
