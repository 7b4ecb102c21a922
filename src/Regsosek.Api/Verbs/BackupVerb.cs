using System.CommandLine;
using System.Globalization;
using Regsosek.Data;
using Regsosek.Data.Providers;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>backup: a copy of an embedded database.</summary>
public static class BackupVerb
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Where the copy goes, never where the keys are." };
        return new Command("backup", "Copies a SQLite database while the hub runs, and checks the copy. The keys are copied apart.") { folder }
            .Does(async (app, parsed, stop) =>
        {
            var to = parsed.GetValue(folder)!.FullName;
            if (File.Exists(Path.Combine(to, Data.Protection.KeyRing.FileName)))
                throw new InvalidOperationException("The keys are there: whoever takes that folder has both.");
            Directory.CreateDirectory(to);
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var file = Path.Combine(to, string.Create(CultureInfo.InvariantCulture, $"registry-{now:yyyyMMdd'T'HHmmss'Z'}.db"));
            await SqliteBackup.To(app.Services.GetRequiredService<Registries>(), file, stop);
            AnsiConsole.WriteLine(file);
            return 0;
        });
    }
}
