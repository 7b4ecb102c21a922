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

/// <summary>Brings families in, from one thread that reads and checks to one that writes. A batch is one transaction that also moves the
/// run's line: after a kill the same command goes on behind the last whole batch.</summary>
public sealed class ImportFile(Registries registries, DataDictionary dictionary, Facts facts, Seal seal, TimeProvider clock)
{
    private const int BatchesAhead = 3;

    /// <exception cref="UnusableInputException">Nothing could be imported at all.</exception>
    /// <exception cref="OperationCanceledException">Stopped between two batches; run again to go on.</exception>
    public async Task<ImportResult> Run(
        ImportInput input, Profile profile, ImportTerms terms, Action<ImportProgress>? progress = null, CancellationToken stop = default)
    {
        await using var registry = registries.For(Caller.System($"import {profile.Name}"));
        var places = await Places.Load(registry, stop);
        var run = await ImportRuns.Start(registry, input.Hash, profile.Name, terms.Source, clock, stop);
        var reader = new FormReader(profile, terms, places, dictionary, facts, seal);
        var writer = new BatchWriter(registry, run.Key, terms.Source, clock);
        var batches = Channel.CreateBounded<Batch>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });

        var generation = seal.Generation;
        long planned = 0;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = Task.Run(() => Read(input, run.Line, reader, batches.Writer, either.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(stop))
            {
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
    }

    private static async Task Read(ImportInput input, long done, FormReader reader, ChannelWriter<Batch> batches, CancellationToken stop)
    {
        try
        {
            var batch = new Batch(done);
            foreach (var line in input.Lines)
            {
                if (line.Number <= done) continue;
                batch.Add(reader.Read(line), line);
                if (!batch.IsFull) continue;
                await batches.WriteAsync(batch, stop);
                batch = new Batch(line.Number);
            }

            if (batch.Rows.Count > 0) await batches.WriteAsync(batch, stop);
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e is OperationCanceledException ? null : e);   // the writer's side tells of it
        }
    }
}

/// <summary>Rows that are written in one transaction.</summary>
internal sealed class Batch
{
    private const int MostRows = 2500, MostBytes = 16 * 1024 * 1024;

    public Batch(long after) => (After, Last) = (after, after);

    /// <summary>The line before its first.</summary>
    public long After { get; }

    public long Last { get; private set; }
    public long Position { get; private set; }
    public long Bytes { get; private set; }
    public bool IsFull => Rows.Count >= MostRows || Bytes >= MostBytes;
    public List<FamilyRow> Rows { get; } = [];

    public void Add(FamilyRow row, in SourceLine line)
    {
        Rows.Add(row);
        (Last, Position) = (line.Number, line.Position);
        Bytes += line.Text.Length;
    }
}
