using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>The caller's own exports: those of others are not there.</summary>
public sealed class ExportReader(Registry registry, Caller caller, ExportAgreements agreements, TimeProvider clock)
{
    private IQueryable<Export> Own
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return registry.Exports.AsNoTracking().Where(x => x.ExpiresAt > now || x.State == ExportState.Building);
        }
    }

    public async Task<IReadOnlyList<ExportView>> List(CancellationToken stop)
    {
        var views = new List<ExportView>();
        foreach (var export in await WithParts(Own.OrderByDescending(x => x.Key), stop)) views.Add(await View(export, stop));
        return views;
    }

    public async Task<ExportView?> Get(Guid id, CancellationToken stop) =>
        await WithParts(Own.Where(x => x.Id == id), stop) is [var export] ? await View(export, stop) : null;

    /// <summary>A part that is there, and whether it may be given still; null for none, as a failed export has.</summary>
    public async Task<(Export Export, ExportPart Part, bool IsAllowed)?> Part(Guid id, int number, CancellationToken stop)
    {
        if (await Own.SingleOrDefaultAsync(x => x.Id == id && x.State != ExportState.Failed, stop) is not { } export) return null;
        var part = await registry.ExportParts.AsNoTracking().SingleOrDefaultAsync(p => p.ExportKey == export.Key && p.Number == number && p.Hash != null, stop);
        if (part is null) return null;
        return (export, part, export.State is ExportState.Building or ExportState.Ready && await agreements.Allow(export, caller, stop));
    }

    private async Task<ExportView> View(Export export, CancellationToken stop) =>
        ExportView.Of(export, export.State is ExportState.Failed or ExportState.Withdrawn || await agreements.Allow(export, caller, stop));

    /// <summary>With all of each part but what it is charged for.</summary>
    private async Task<List<Export>> WithParts(IQueryable<Export> of, CancellationToken stop)
    {
        var exports = await of.ToListAsync(stop);
        long[] keys = [.. exports.Select(x => x.Key)];
        var parts = await registry.ExportParts.AsNoTracking().Where(p => keys.Contains(p.ExportKey)).Select(p => new ExportPart
        {
            ExportKey = p.ExportKey,
            Number = p.Number,
            Expected = p.Expected,
            Families = p.Families,
            Bytes = p.Bytes,
            Hash = p.Hash,
        }).ToListAsync(stop);
        foreach (var export in exports) export.Parts = parts.FindAll(p => p.ExportKey == export.Key);
        return exports;
    }
}
