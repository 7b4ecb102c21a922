using Regsosek.Api.Reference;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Spectre.Console;

namespace Regsosek.Api.Enumeration;

/// <summary>The verb <c>import FILE --profile NAME</c>. Exit codes: 0 all rows are in, 1 some were rejected, 2 the file, the profile or the
/// database cannot be used, 130 stopped.</summary>
public static class ImportVerb
{
    private const int Unusable = 2, Stopped = 130;

    public static async Task<int> Run(FileInfo file, string profile, string? source, FileInfo? report, bool allowDemo,
        Registries registries, Seal seal, TimeProvider clock, IAnsiConsole console, CancellationToken stop)
    {
        var path = Path.TrimEndingDirectorySeparator(file.FullName);
        report ??= new FileInfo($"{path}.report.csv");
        try
        {
            var dictionary = DataDictionary.Load(Hub.Schema);
            var form = Profile.Load(Hub.Schema, profile, dictionary);
            var terms = new ImportTerms(source ?? form.Name, allowDemo, clock.Today());
            var input = await ImportSource.Open(path, form, stop);
            var import = new ImportFile(registries, dictionary, Facts.Load(Hub.Schema), seal, clock);
            var result = await ImportMeter.Show(console, clock, progress => import.Run(input, form, terms, progress, stop));
            await WriteReport(registries, result, report, stop);
            Tell(console, result, report);
            return result.ExitCode;
        }
        catch (UnusableInputException e)
        {
            console.MarkupLineInterpolated($"[red]{e.Message}[/]");
            return Unusable;
        }
        catch (OperationCanceledException)
        {
            console.MarkupLine("Stopped after a whole batch. Run the same command again to go on.");
            return Stopped;
        }
    }

    private static async Task WriteReport(Registries registries, ImportResult result, FileInfo report, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("report of an import"));
        await using var file = report.Create();
        await ImportReport.Write(registry, result.ImportKey, file, stop);
    }

    private static void Tell(IAnsiConsole console, ImportResult result, FileInfo report)
    {
        console.WriteLine($"{result.Added:N0} families added, {result.Changed:N0} changed, {result.Unchanged:N0} unchanged, "
            + $"{result.Rejected:N0} rejected; {result.Warnings:N0} warnings.");
        console.WriteLine($"Report: {report.FullName}");
        console.WriteLine($"{result.NotYetRanked:N0} families are not yet ranked.");
    }
}
