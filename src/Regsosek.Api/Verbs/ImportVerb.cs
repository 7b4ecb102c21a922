using System.CommandLine;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>import: brings real families in.</summary>
public static class ImportVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "NDJSON, one family a line; or a folder, or families.csv, with members.csv beside it."
        };
        var profile = new Option<string>("--profile")
        {
            Description = "form-k, opensid or sulut: how the source names and codes its answers.",
            DefaultValueFactory = _ => "form-k"
        };
        var source = new Option<string?>("--source") { Description = "Name under which the families are kept; the profile's by default." };
        var report = new Option<FileInfo?>("--report") { Description = "Where the findings go; FILE.report.csv by default." };
        return new Command("import",
            "Brings families in: streaming, idempotent, goes on where it was after a kill. "
            + "Exit code 0: all in; 1: some rejected; 2: unusable.") { file, profile, source, report }
            .Does((app, parsed, stop) => Enumeration.ImportVerb.Run(
                parsed.GetValue(file)!, parsed.GetValue(profile)!, parsed.GetValue(source), parsed.GetValue(report), app.Environment.IsDevelopment(),
                app.Services.GetRequiredService<Registries>(), app.Services.GetRequiredService<Seal>(),
                app.Services.GetRequiredService<TimeProvider>(), AnsiConsole.Console, stop));
    }
}
