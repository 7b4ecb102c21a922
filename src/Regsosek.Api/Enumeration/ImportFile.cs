using System.Collections.Concurrent;
using System.Threading.Channels;
using Regsosek.Api.Reference;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Enumeration;

/// <summary>What is to be imported: lines in an order that is the same at every attempt, and a hash that names them.</summary>
/// <param name="Hash">SHA-256 of the file; for families that are made, of what they are made from.</param>
/// <param name="Bytes">Length of the input, when known, for progress.</param>
/// <param name="MoreFollows">Another input comes at once: what a <see cref="FirstLoad"/> set aside stays aside.</param>
public sealed record ImportInput(string Hash, IEnumerable<SourceLine> Lines, long? Bytes = null, bool MoreFollows = false);

/// <summary>How far an import is.</summary>
public sealed record ImportProgress(long Line, long Bytes, long? TotalBytes, long Families, long Rejected);

/// <summary>What became of the rows.</summary>
public sealed record ImportResult(long ImportKey, long Added, long Changed, long Unchanged, long Rejected, long Warnings, long NotYetRanked)
{
    public int ExitCode => Rejected == 0 ? 0 : 1;

    /// <summary>Of two runs, one after the other.</summary>
    public ImportResult And(ImportResult later) => new(later.ImportKey, Added + later.Added, Changed + later.Changed, Unchanged + later.Unchanged,
        Rejected + later.Rejected, Warnings + later.Warnings, later.NotYetRanked);
}

/// <summary>Brings families in: lines are gathered into batches, which are read and checked side by side and written one after the other. A batch is one
/// transaction that also moves the run's line: after a kill the same command goes on behind the last whole batch.</summary>
public sealed class ImportFile(Registries registries, DataDictionary dictionary, Facts facts, Seal seal, TimeProvider clock)
{
    private const int BatchesAhead = 2;

    /// <exception cref="UnusableInputException">Nothing could be imported at all.</exception>
    /// <exception cref="OperationCanceledException">Stopped between two batches; run again to go on.</exception>
    public async Task<ImportResult> Run(
        ImportInput input, Profile profile, ImportTerms terms, Action<ImportProgress>? progress = null, CancellationToken stop = default)
    {
        await using var registry = registries.For(Caller.System($"import {profile.Name}"));
        var places = await Places.Load(registry, stop);
        var run = await ImportRuns.Start(registry, input.Hash, profile.Name, terms.Source, clock, stop);
        var idle = new ConcurrentBag<FormReader>();
        var writer = new BatchWriter(registry, run.Key, terms.Source, clock);
        var batches = Channel.CreateBounded<Task<Batch>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });

        var generation = seal.Generation;
        long planned = 0;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = Task.Run(() => Gather(input, run.Line, Read, batches.Writer, either.Token), CancellationToken.None);
        try
        {
            await foreach (var read in batches.Reader.ReadAllAsync(stop))
            {
                var batch = await read;

                // Rows that were hashed with one key and compared under another would be strangers to themselves.
                if (seal.IsResealing || seal.Generation != generation)
                    throw new InvalidOperationException("Keys are being changed: run the import again when keys rotate seals has ended; it goes on.");
                if (batch is { After: 0, IsFull: true }) await FirstLoad.Begin(registry, stop);
                var state = await writer.Write(batch, stop);
                if (state.Line >= 2 * planned)
                {
                    planned = state.Line;
                    await PlannerStatistics.RefreshLookups(registry, stop);
                }

                progress?.Invoke(new(state.Line, batch.Position, input.Bytes, state.Added + state.Changed + state.Unchanged, state.Rejected));
            }
        }
        finally
        {
            await either.CancelAsync();
            await reading;
        }

        if (!input.MoreFollows) await FirstLoad.End(registry, stop);
        await PlannerStatistics.Refresh(registry, stop);
        return await ImportRuns.Finish(registry, run.Key, clock, stop);

        Batch Read(Batch batch)
        {
            var reader = idle.TryTake(out var known) ? known : new FormReader(profile, terms, places, dictionary, facts, seal);
            batch.Read(reader);
            idle.Add(reader);
            return batch;
        }
    }

    private static async Task Gather(ImportInput input, long done, Func<Batch, Batch> read, ChannelWriter<Task<Batch>> batches, CancellationToken stop)
    {
        try
        {
            var batch = new Batch(done);
            foreach (var line in input.Lines)
            {
                if (line.Number <= done) continue;
                batch.Add(line);
                if (!batch.IsFull) continue;
                await Hand(batch);
                batch = new Batch(line.Number);
            }

            if (batch.Last > batch.After) await Hand(batch);
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e is OperationCanceledException ? null : e);   // the writer's side tells of it
        }

        ValueTask Hand(Batch batch) => batches.WriteAsync(Task.Run(() => read(batch), CancellationToken.None), stop);
    }
}
