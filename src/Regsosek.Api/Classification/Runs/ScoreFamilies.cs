using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Scores the families of a run in parts of their keys. A part is one transaction that also moves the checkpoint: after a kill the run goes on
/// with the next part.</summary>
internal sealed class ScoreFamilies(
    Registries registries, ScoringModel model, ClassificationRun run, CountedAnswers counted, ClassificationSettings settings)
{
    private readonly FamilyScorer _scorer = new(model, run);
    private readonly FamilyInputs _inputs = new(model, run, counted);

    private sealed record Part(long After, long To, FamilyScore[] Scores);

    /// <exception cref="RunStoppedException">The run was cancelled, or another process carries it on.</exception>
    public async Task Run(Action<long> scored, CancellationToken stop)
    {
        await foreach (var part in ReadAhead.Of(Parts, 1, stop)) scored(await Write(part, stop));
    }

    private async IAsyncEnumerable<Part> Parts([EnumeratorCancellation] CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        for (var after = run.ScoredTo; after < run.LastKey;)
        {
            var to = Math.Min(after + settings.PartFamilies, run.LastKey);
            var families = await _inputs.Read(registry, after, to, stop);
            yield return new(after, to, Scored(families, stop));
            after = to;
        }
    }

    private FamilyScore[] Scored(List<FamilyInput> families, CancellationToken stop)
    {
        var scores = new FamilyScore[families.Count];
        Parallel.For(0, scores.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = stop },
            i => scores[i] = _scorer.Score(families[i]));
        return scores;
    }

    private async Task<long> Write(Part part, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("classify"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        var now = await registry.Runs.SingleAsync(r => r.Key == run.Key, stop);
        if (now.State != RunState.Scoring || now.ScoredTo != part.After) throw RunStoppedException.Of(now);
        now.ScoredTo = part.To;
        now.Scored += part.Scores.Length;
        now.Families += part.Scores.Count(s => s.Persons > 0);
        now.Persons += part.Scores.Sum(s => s.Persons);
        if (part.To == run.LastKey) now.State = RunState.Ranking;
        await registry.Insert(part.Scores, stop);
        if (!await registry.TrySave(stop)) throw RunStoppedException.Of(now);
        await transaction.CommitAsync(stop);
        return now.Scored;
    }
}
