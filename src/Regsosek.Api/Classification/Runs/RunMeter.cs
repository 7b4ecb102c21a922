using Regsosek.Data.Classification;
using Spectre.Console;

namespace Regsosek.Api.Classification.Runs;

/// <summary>A progress bar on a terminal, a plain line at every tenth elsewhere.</summary>
internal static class RunMeter
{
    public static async Task<ClassificationRun> Show(IAnsiConsole console, Func<Action<RunProgress>, Task<ClassificationRun>> run) =>
        console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal ? await Bars(console, run) : await run(Lines(console));

    private static Task<ClassificationRun> Bars(IAnsiConsole console, Func<Action<RunProgress>, Task<ClassificationRun>> run) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async bars =>
        {
            var (scoring, ranking) = (bars.AddTask("scoring"), bars.AddTask("ranking", autoStart: false));
            return await run(p =>
            {
                var bar = p.State == RunState.Scoring ? scoring : ranking;
                if (!bar.IsStarted) bar.StartTask();
                (bar.MaxValue, bar.Value) = (Math.Max(1, p.Of), p.Done);
            });
        });

    private static Action<RunProgress> Lines(IAnsiConsole console)
    {
        var last = (RunState.Scoring, Tenth: -1L);
        return p =>
        {
            var now = (p.State, Tenth: p.Of == 0 ? 10 : 10 * p.Done / p.Of);
            if (now == last) return;
            last = now;
            console.WriteLine($"{(p.State == RunState.Scoring ? "scored" : "ranked")} {p.Done:N0} of {p.Of:N0} families");
        };
    }
}
