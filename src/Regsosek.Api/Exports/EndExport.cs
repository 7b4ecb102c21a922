using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>An export comes to its end: ready, failed or withdrawn. But for a ready one its files go.</summary>
public sealed class EndExport(Registries registries, PartFiles files, ExportSettings settings, TimeProvider clock)
{
    public async Task As(Export export, ExportState state, Problem? why, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("exports"));
        var now = clock.GetUtcNow().UtcDateTime;

        // One that was deleted, or has ended otherwise, stays as it is.
        if (await registry.Exports.SingleOrDefaultAsync(x => x.Key == export.Key && x.State == export.State, stop) is not { } row) return;
        (row.State, row.Open, row.Problem, row.EndedAt) = (state, null, why?.Code, now);
        if (export.State == ExportState.Building) row.ExpiresAt = now + settings.KeepFor;
        if (await registry.TrySave(stop) && state != ExportState.Ready) files.Drop(export.Id);
    }

    /// <summary>Files that were written of an export that had ended meanwhile. Those of one that somebody else has carried on are his.</summary>
    public async Task DropIfGone(Export export, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("exports"));
        if (!await registry.Exports.AnyAsync(x => x.Key == export.Key && (x.State == ExportState.Building || x.State == ExportState.Ready), stop)) files.Drop(export.Id);
    }
}
