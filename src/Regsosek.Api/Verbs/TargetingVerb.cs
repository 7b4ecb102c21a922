using System.CommandLine;
using Regsosek.Api.Targeting.Assessing;
using Regsosek.Data.Participation;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>targeting assess: counts errors of targeting of a delivered period.</summary>
public static class TargetingVerb
{
    public static Command Command() => new("targeting", "Who is entitled beside who receives.") { Assess() };

    private static Command Assess()
    {
        var programme = new Argument<string>("PROGRAMME") { Description = "Code of the programme, for example PKH." };
        var period = new Argument<string>("PERIOD") { Description = "A period that was delivered: 2026-01 or 2026-Q1." };
        return new Command("assess", "Counts a delivered period, opens and closes cases, and puts the figures in force at one stroke. After a kill the same command goes on where it was.")
        {
            programme, period,
        }.Does(async (app, parsed, stop) =>
        {
            var of = Periods.Parse(parsed.GetValue(period)!) ?? throw new FormatException("PERIOD is 2026-01 or 2026-Q1.");
            var assess = app.Services.GetRequiredService<Assess>();
            var begun = await assess.Begin(parsed.GetValue(programme)!, of, "console", stop)
                ?? throw new InvalidOperationException("The programme has no rule in force in the period, or nobody has delivered it.");
            var regencies = 0;
            await assess.CarryOn(begun.Key, _ => regencies++, stop);
            AnsiConsole.WriteLine($"Assessment {begun.Id}: {regencies:N0} regencies, by version {begun.Version} on {begun.Day:yyyy-MM-dd}.");
            return 0;
        });
    }
}
