using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Enumeration;

namespace Regsosek.Api.Enumeration;

/// <summary>The record of an import: the same file under the same profile and source is the same run, gone on with or done once more.</summary>
internal static class ImportRuns
{
    public static async Task<ImportRun> Start(
        Registry registry, string hash, string profile, string source, TimeProvider clock, CancellationToken stop)
    {
        var run = await registry.Imports.SingleOrDefaultAsync(r => r.FileHash == hash && r.Profile == profile && r.Source == source, stop);
        if (run is null)
            registry.Imports.Add(run = new() { FileHash = hash, Profile = profile, Source = source, StartedAt = clock.GetUtcNow().UtcDateTime });
        else if (run.FinishedAt is not null)
        {
            (run.Line, run.Added, run.Changed, run.Unchanged, run.Rejected) = (0, 0, 0, 0, 0);
            (run.StartedAt, run.FinishedAt) = (clock.GetUtcNow().UtcDateTime, null);
        }

        await registry.SaveChangesAsync(stop);
        registry.ChangeTracker.Clear();
        return run;
    }

    public static async Task<ImportResult> Finish(Registry registry, long key, TimeProvider clock, CancellationToken stop)
    {
        var run = await registry.Imports.SingleAsync(r => r.Key == key, stop);
        run.FinishedAt = clock.GetUtcNow().UtcDateTime;
        await registry.SaveChangesAsync(stop);
        var warnings = await registry.Findings.LongCountAsync(f => f.ImportKey == key && f.Severity == FindingSeverity.Warning, stop);
        var notYetRanked = await registry.Households.LongCountAsync(h => h.Rank.Decile == null, stop);
        return new(key, run.Added, run.Changed, run.Unchanged, run.Rejected, warnings, notYetRanked);
    }
}
