using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>Brings closed segments into the archive and deletes those past their retention from the database. Only what is in the archive, and was
/// read back there just now, is deleted; the segment's own row stays, and the chain goes on from its last hash.</summary>
public sealed class ArchiveAccessLog(
    Registries registries, ExportAccessLog export, AccessLogSettings settings, TimeProvider clock, ILogger<ArchiveAccessLog> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <returns>Segments brought to the archive, and segments deleted here.</returns>
    /// <exception cref="InvalidOperationException">No archive is set.</exception>
    public async Task<(int Archived, int Erased)> Run(Action<int, int>? progress = null, CancellationToken stop = default)
    {
        var folder = settings.Archive ?? throw new InvalidOperationException("Set AccessLog:Archive to a folder.");
        var to = await export.Begin(folder, stop);
        List<AccessSegment> segments;
        await using (var registry = registries.For(Caller.System("archive the access log")))
            segments = await registry.AccessSegments.AsNoTracking().Where(s => s.ErasedAt == null).OrderBy(s => s.First).ToListAsync(stop);
        var oldest = settings.RetentionDays is { } days ? clock.GetUtcNow().UtcDateTime.AddDays(-days) : DateTime.MinValue;
        int archived = 0, erased = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (segment.ExportedAt is null)
            {
                await to.Export(segment, stop);
                await Mark(segment, stop);
                archived++;
            }

            if (segment.ClosedAt < oldest)
            {
                if (!await to.Holds(segment, stop))
                    throw new InvalidDataException($"{SegmentFile.Name(segment.First)} is not whole in {folder}: nothing from it on was deleted.");
                await Erase(segment, stop);
                erased++;
            }

            progress?.Invoke(i + 1, segments.Count);
        }

        return (archived, erased);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Archive is null) return;
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            try
            {
                var (archived, erased) = await Run(stop: stoppingToken);
                if (archived + erased > 0) log.LogInformation("Access log: {Archived} segments archived, {Erased} deleted here", archived, erased);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError("The access log could not be archived: {Fault}", fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Mark(AccessSegment segment, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var registry = registries.For(Caller.System("archive the access log"));
        await registry.AccessSegments.Where(s => s.First == segment.First).ExecuteUpdateAsync(u => u.SetProperty(s => s.ExportedAt, now), stop);
    }

    private async Task Erase(AccessSegment segment, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var registry = registries.For(Caller.System("archive the access log"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await registry.AccessSegments.Where(s => s.First == segment.First).ExecuteUpdateAsync(u => u.SetProperty(s => s.ErasedAt, now), stop);
        await registry.AccessPostings.Where(p => p.First == segment.First).ExecuteDeleteAsync(stop);
        await registry.AccessEntries.Where(e => e.Sequence >= segment.First && e.Sequence <= segment.Last).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
