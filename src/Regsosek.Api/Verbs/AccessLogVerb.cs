using System.CommandLine;
using System.Diagnostics;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>accesslog: verify, export, verify-export, archive.</summary>
public static class AccessLogVerb
{
    public static Command Command() => new("accesslog", "The access log.") { Verify(), Export(), VerifyFiles(), Archive() };

    private static Command Verify() => new Command("verify",
        "Recomputes the hash chain, the Merkle roots and the index; names the first altered or missing entry. Exit code 1 when there is one.")
        .Does((app, _, stop) => Progress("Verifying", async say =>
        {
            var verdict = await VerifyAccessLog.Run(app.Services.GetRequiredService<Registries>(), done => say($"{done:N0} entries"), stop);
            return Said(verdict, verdict.Erased > 0 ? $" {verdict.Erased:N0} of them are in the archive only (accesslog verify-export)." : "");
        }));

    private static Command Export()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Where the signed files go; what is there and holds is left as it is." };
        return new Command("export",
            "Writes every closed segment as a signed file, with the public keys beside them. The same command goes on after a kill.")
        { folder }
            .Does((app, parsed, stop) => Progress("Exporting", async say =>
            {
                var (all, written) = await app.Services.GetRequiredService<ExportAccessLog>()
                    .Run(parsed.GetValue(folder)!.FullName, (done, of) => say($"{done:N0} of {of:N0} segments"), stop);
                return ($"{all:N0} segments in {parsed.GetValue(folder)!.FullName}, {written:N0} of them new.", 0);
            }));
    }

    private static Command VerifyFiles()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Of the exported files." };
        var key = new Option<FileInfo>("--key") { Description = "Public keys: /.well-known/jwks of the hub, kept by you.", Required = true };
        var command = new Command("verify-export",
            "Verifies exported segments without a database or secrets: signatures, entries, roots, order. Exit code 1 when something does not hold.")
        { folder, key };
        command.SetAction(async (parsed, stop) =>
        {
            try
            {
                var jwks = await File.ReadAllTextAsync(parsed.GetValue(key)!.FullName, stop);
                return await Progress("Verifying", async say =>
                    Said(await VerifyExport.Run(parsed.GetValue(folder)!.FullName, jwks, done => say($"{done:N0} entries"), stop)));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]{fault.Message}[/]");
                return 2;
            }
        });
        return command;
    }

    private static Command Archive() => new Command("archive",
        "Brings closed segments to AccessLog:Archive; deletes those past AccessLog:RetentionDays from the database. The hub does it every hour.")
        .Does((app, _, stop) => Progress("Archiving", async say =>
        {
            var (archived, erased) = await app.Services.GetRequiredService<ArchiveAccessLog>()
                .Run((done, of) => say($"{done:N0} of {of:N0} segments"), stop);
            return ($"{archived:N0} segments archived, {erased:N0} deleted here.", 0);
        }));

    private static (string, int) Said(AccessLogVerdict verdict, string also = "") => verdict.Fault is null
        ? ($"{verdict.Entries:N0} entries hold, {verdict.Segments:N0} closed segments.{also}", 0)
        : ($"{verdict.Fault} {verdict.Entries:N0} entries before it hold.", 1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static async Task<int> Progress(string doing, Func<Action<string>, Task<(string Said, int Code)>> work)
    {
        var last = Stopwatch.StartNew();
        var (said, code) = await AnsiConsole.Status().StartAsync(doing, status => work(now =>
        {
            // Without a terminal each is a line.
            if (last.Elapsed < Pause) return;
            last.Restart();
            status.Status($"{doing}: {now}");
        }));
        AnsiConsole.WriteLine(said);
        return code;
    }
}
