using System.CommandLine;
using Regsosek.Api.Operations;
using Regsosek.Api.Settings;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>settings check, settings document.</summary>
public static class SettingsVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The document that holds the table between its marks." };
        return new Command("settings", "The hub's settings.")
        {
            new Command("check", "Reads the settings as a start would and says what would refuse it. Exit code 2 when something would.")
                .Does((app, _, _) =>
            {
                var faults = app.Environment.IsDevelopment()
                    ? []
                    : Insecure.Faults(app.Configuration, app.Services.GetRequiredService<HubSettings>());
                foreach (var fault in faults) AnsiConsole.WriteLine(fault);
                if (faults.Count == 0) AnsiConsole.WriteLine("The settings hold.");
                return Task.FromResult(faults.Count == 0 ? 0 : 2);
            }),
            new Command("document", "Writes the table of settings into a document.") { file }.Does(async (app, parsed, stop) =>
            {
                var path = parsed.GetValue(file)!.FullName;
                await File.WriteAllTextAsync(path, SettingsTable.Into(await File.ReadAllTextAsync(path, stop)), stop);
                return 0;
            }),
        };
    }
}
