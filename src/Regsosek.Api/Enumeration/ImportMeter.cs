using Spectre.Console;

namespace Regsosek.Api.Enumeration;

/// <summary>A progress bar on a terminal, a plain line every few seconds elsewhere.</summary>
internal static class ImportMeter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static async Task<ImportResult> Show(IAnsiConsole console, TimeProvider clock, Func<Action<ImportProgress>, Task<ImportResult>> import) =>
        console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal ? await Bar(console, import) : await import(Lines(console, clock));

    private static Task<ImportResult> Bar(IAnsiConsole console, Func<Action<ImportProgress>, Task<ImportResult>> import) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async bars =>
        {
            var bar = bars.AddTask("families");
            var result = await import(p =>
            {
                bar.IsIndeterminate = p.TotalBytes is null;
                bar.MaxValue = p.TotalBytes ?? p.Bytes;
                bar.Value = p.Bytes;
                bar.Description = $"{p.Families:N0} families, {p.Rejected:N0} rejected";
            });
            bar.Value = bar.MaxValue;
            return result;
        });

    private static Action<ImportProgress> Lines(IAnsiConsole console, TimeProvider clock)
    {
        var last = clock.GetTimestamp();
        return p =>
        {
            if (clock.GetElapsedTime(last) < Pause) return;
            last = clock.GetTimestamp();
            var share = p.TotalBytes > 0 ? $" ({100 * p.Bytes / p.TotalBytes}%)" : "";
            console.WriteLine($"line {p.Line:N0}{share}: {p.Families:N0} families, {p.Rejected:N0} rejected");
        };
    }
}
