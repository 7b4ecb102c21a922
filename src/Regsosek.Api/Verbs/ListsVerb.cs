using System.CommandLine;
using Regsosek.Api.Lists;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>lists: verify.</summary>
public static class ListsVerb
{
    public static Command Command() => new("lists", "Targeted lists.") { Verify() };

    private static Command Verify()
    {
        var parts = new Argument<FileInfo[]>("PART") { Description = "Parts as they were pulled." };
        var manifest = new Option<FileInfo>("--manifest") { Description = "The list's manifest as it was pulled.", Required = true };
        var keys = new Option<FileInfo>("--keys") { Description = "Public keys: /.well-known/jwks of the hub, kept by you.", Required = true };
        var command = new Command("verify",
            "Verifies pulled parts of a list against its signed manifest, without a hub. Exit code 1 when something does not hold.")
        { parts, manifest, keys };
        command.SetAction(async (parsed, stop) =>
        {
            try
            {
                var (said, code) = Said(await VerifyList.Run(await Text(parsed.GetValue(manifest)!), await Text(parsed.GetValue(keys)!),
                    [.. parsed.GetValue(parts)!.Select(p => p.FullName)], stop));
                AnsiConsole.WriteLine(said);
                return code;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]{fault.Message}[/]");
                return 2;
            }

            Task<string> Text(FileInfo file) => File.ReadAllTextAsync(file.FullName, stop);
        });
        return command;
    }

    private static (string, int) Said(ListVerdict verdict) => verdict.Fault is { } fault
        ? ($"{fault} {verdict.Held.Count} parts before it hold.", 1)
        : ($"{verdict.Held.Count} parts hold, of list {verdict.Manifest!.List}: {verdict.Manifest.Entries:N0} entries, frozen {verdict.Manifest.FrozenAt:yyyy-MM-dd'T'HH:mm:ss'Z'}."
            + (verdict.Missing.Count == 0 ? "" : $" Not given: {string.Join(", ", verdict.Missing)}."), 0);
}
