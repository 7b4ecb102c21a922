using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Operations;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Classification.Runs;

/// <summary>How far a run is: families scored, then places given, of those that were there when it began.</summary>
public sealed record RunProgress(RunState State, long Done, long Of);

/// <summary>Ranks every family of a scope and puts the ranks in force (pemeringkatan): until then the former ranks stand. Whatever ended the process,
/// <see cref="CarryOn"/> goes on at the last checkpoint, and the result is the same.</summary>
public sealed class Classify(
    Registries registries, PublishedModels models, IReadOnlyList<WelfareScheme> schemes, CountedAnswers counted, SummariseRun summaries,
    ClassificationSettings settings, TimeProvider clock)
{
    /// <summary>The scheme whose classes are stored; the others follow from the percentile.</summary>
    public WelfareScheme Scheme => schemes[0];

    /// <summary>Begins a run and carries it to its end.</summary>
    /// <exception cref="RunStoppedException">A run of the scope is open, or this one was stopped.</exception>
    public async Task<ClassificationRun> Run(RunTerms terms, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        var run = await StartRun.Write(registries, models, Scheme, terms, Caller.System("classify"), clock, stop)
            ?? throw new RunStoppedException($"A run of {terms.Scope} is open already.");
        return await CarryOn(run.Key, progress, stop);
    }

    /// <summary>Carries on the open run of the scope, or begins one.</summary>
    public async Task<ClassificationRun> Finish(RunTerms terms, Action<RunProgress>? progress = null, CancellationToken stop = default) =>
        await Open(terms.Scope, stop) is { } key ? await CarryOn(key, progress, stop) : await Run(terms, progress, stop);

    /// <summary>Key of the open run of a scope.</summary>
    public async Task<long?> Open(string scope, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        return await registry.Runs.Where(r => r.Open == scope).Select(r => (long?)r.Key).FirstOrDefaultAsync(stop);
    }

    /// <summary>Carries an open run to its end; of one that has ended, how it ended.</summary>
    /// <exception cref="RunStoppedException">It was cancelled, or another process carries it on.</exception>
    public async Task<ClassificationRun> CarryOn(long key, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        using var trace = Telemetry.Source.StartActivity("classify");
        var since = Stopwatch.GetTimestamp();
        var run = await Read(key, stop);
        if (run.State == RunState.Scoring)
        {
            await new ScoreFamilies(registries, await models.Of(run, stop), run, counted, settings)
                .Run(n => progress?.Invoke(new(RunState.Scoring, n, run.Expected)), stop);
            run = await Read(key, stop);
        }

        if (run.State == RunState.Ranking)
        {
            var counts = summaries.Begin(run);
            await new GiveRanks(registries, Scheme, run, counts, settings).Run(n => progress?.Invoke(new(RunState.Ranking, n, run.Expected)), stop);
            await Summarise(run, counts, stop);
            await PublishRun.Write(registries, run, clock, stop);
            run = await Read(key, stop);
            await AfterPublishing(run, stop);
            Telemetry.Ranked(run.Families, since);
        }

        return run;
    }

    private async Task Summarise(ClassificationRun run, RunCounts counts, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        await summaries.Write(registry, run, counts, stop);
    }

    private async Task<ClassificationRun> Read(long key, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        return await registry.Runs.AsNoTracking().SingleAsync(r => r.Key == key, stop);
    }

    /// <summary>Until the first run, families stand in run 0: nobody reads its rows any more.</summary>
    private async Task AfterPublishing(ClassificationRun run, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        registry.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        if (run.Scope == ClassificationRun.National) await DropRanks.Write(registry, 0, settings.PartFamilies, stop);
        await PlannerStatistics.Refresh(registry, stop);
    }
}
