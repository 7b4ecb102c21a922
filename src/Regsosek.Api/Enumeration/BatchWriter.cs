using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Enumeration;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Enumeration;

/// <summary>Writes one batch in one transaction, and moves the run's line in it.</summary>
internal sealed class BatchWriter(Registry registry, long runKey, string source, TimeProvider clock)
{
    /// <returns>The run as it stands after the batch.</returns>
    public async Task<ImportRun> Write(Batch batch, CancellationToken stop)
    {
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await RelaxedCommit.Set(registry, stop);

        // Locks: a second import waits here, and then sees what this one has written.
        await KeyBlocks.Take(registry, KeyBlocks.Families, 1, stop);
        var run = await registry.Imports.SingleAsync(r => r.Key == runKey, stop);
        if (run.Line != batch.After) throw new UnusableInputException("Another import of this file is at work.");

        await Forget(batch, stop);
        foreach (var wave in Waves(batch.Rows.Where(r => r.Household is not null)))
            Count(run, await new FamilyWriter(registry, clock).Write(source, wave, stop));
        Reject(run, batch);
        await WriteFindings(batch, stop);
        run.Line = batch.Last;
        await registry.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        registry.ChangeTracker.Clear();
        return run;
    }

    /// <summary>What an earlier pass over the same lines found: a row may be mended by a newer region table.</summary>
    private async Task Forget(Batch batch, CancellationToken stop)
    {
        var (after, last) = (batch.After, batch.Last);
        registry.Findings.RemoveRange(await registry.Findings.Where(f => f.ImportKey == runKey && f.Line > after && f.Line <= last)
            .ToListAsync(stop));
        registry.RejectedRows.RemoveRange(await registry.RejectedRows.Where(r => r.ImportKey == runKey && r.Line > after && r.Line <= last)
            .ToListAsync(stop));
        if (registry.ChangeTracker.HasChanges()) await registry.SaveChangesAsync(stop);
    }

    /// <summary>Rows in their order, cut wherever one meets a family or a NIK of the same wave: it must find it written.</summary>
    private static IEnumerable<List<FamilyRow>> Waves(IEnumerable<FamilyRow> rows)
    {
        List<FamilyRow> wave = [];
        HashSet<string> families = [];
        HashSet<UInt128> niks = [];
        foreach (var row in rows)
        {
            if (!families.Add(row.Household!.SourceId) | Meets(row, niks))
            {
                yield return wave;
                wave = [];
                families = [row.Household.SourceId];
                niks = [];
                Meets(row, niks);
            }

            wave.Add(row);
        }

        if (wave.Count > 0) yield return wave;
    }

    private static bool Meets(FamilyRow row, HashSet<UInt128> niks)
    {
        var own = row.Members.Select(p => p.NikHash).OfType<byte[]>().Select(nik => Standing.Number(nik)).ToHashSet();
        var meets = niks.Overlaps(own);
        niks.UnionWith(own);
        return meets;
    }

    private static void Count(ImportRun run, IReadOnlyList<Arrival> arrivals)
    {
        foreach (var arrival in arrivals)
        {
            arrival.Row.FamilyKey = arrival.Key;
            run.HoldsDemoNumbers |= arrival.Row.HoldsDemoNumbers;
            if (arrival.Kind == ArrivalKind.New) run.Added++;
            else if (arrival.Kind == ArrivalKind.Unchanged) run.Unchanged++;
            else run.Changed++;
        }
    }

    private void Reject(ImportRun run, Batch batch)
    {
        foreach (var row in batch.Rows.Where(r => r.Household is null))
        {
            registry.RejectedRows.Add(new()
            {
                ImportKey = runKey,
                Line = row.Line,
                ContentHash = row.ContentHash,
                Sealed = row.Sealed,
                RecordedAt = clock.GetUtcNow().UtcDateTime,
            });
            run.Rejected++;
        }
    }

    private async Task WriteFindings(Batch batch, CancellationToken stop)
    {
        var findings = batch.Rows.SelectMany(row => row.Faults.Select(fault => new Finding
        {
            ImportKey = runKey,
            Line = row.Line,
            HouseholdKey = row.FamilyKey,
            Rule = fault.Check.Id,
            At = fault.At,
            Severity = fault.Check.Severity,
        })).ToList();
        var key = await KeyBlocks.Take(registry, nameof(Finding), findings.Count, stop);
        foreach (var finding in findings) finding.Key = key++;
        await registry.Insert(findings, stop);
    }
}
