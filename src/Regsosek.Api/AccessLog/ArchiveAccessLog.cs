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
    /// <exception cref="InvalidDataException">A segment does not hold, here or in the archive. The others were brought there all the same.</exception>
    public async Task<(int Archived, int Erased)> Run(Action<int, int>? progress = null, CancellationToken stop = default)
    {
        var folder = settings.Archive ?? throw new InvalidOperationException("Set AccessLog:Archive to a folder.");
        var to = await export.Begin(folder, stop);
        List<AccessSegment> segments;
        await using (var registry = registries.For(Caller.System("archive the access log")))
            segments = await registry.AccessSegments.AsNoTracking().Where(s => s.ErasedAt == null).OrderBy(s => s.First).ToListAsync(stop);
        var (archived, fault) = await Export(to, segments, progress, stop);
        var erased = await Erase(to, segments, stop);
        return fault is null ? (archived, erased) : throw fault;
    }

    /// <summary>Brings what is not there into the archive, which may be another folder than before; one that does not hold stops no other.</summary>
    private async Task<(int Archived, InvalidDataException? Fault)> Export(
        SegmentFolder to, List<AccessSegment> segments, Action<int, int>? progress, CancellationToken stop)
    {
        InvalidDataException? first = null;
        var archived = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            try
            {
                if ((segment.ExportedAt is null || !to.Has(segment)) && await to.Export(segment, stop) is not null)
                {
                    await Mark(segment, stop);
                    archived++;
                }
            }
            catch (InvalidDataException fault)
            {
                log.LogError("{Segment} is not archived in {Folder}: {Fault}", SegmentFile.Name(segment.First), to.Path, fault.Message);
                first ??= fault;
            }

            progress?.Invoke(i + 1, segments.Count);
        }

        return (archived, first);
    }

    private async Task<int> Erase(SegmentFolder from, List<AccessSegment> segments, CancellationToken stop)
    {
        if (settings.RetentionDays is not { } days) return 0;
        var oldest = clock.GetUtcNow().UtcDateTime.AddDays(-days);
        var erased = 0;
        foreach (var segment in segments.Where(s => s.ClosedAt < oldest))
        {
            if (!await from.Holds(segment, stop))
            {
                var fault = $"{SegmentFile.Name(segment.First)} is not whole in {from.Path}: nothing from it on was deleted.";
                log.LogError("{Fault}", fault);
                throw new InvalidDataException(fault);
            }

            await Erase(segment, stop);
            erased++;
        }

        return erased;
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
