using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Exports;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Freezes a list: writes its parts, several at a time, then signs the manifest. A part is there whole or not at all, and its row is the checkpoint.</summary>
public sealed class FreezeParts(Registries registries, WriteListPart parts, SignManifest manifest, ExportSettings pace, ListSettings settings, TimeProvider clock)
{
    public async Task Run(TargetedList list, CancellationToken stop)
    {
        await Divide(list, stop);
        await Parallel.ForEachAsync(await Missing(list, stop), new ParallelOptions { MaxDegreeOfParallelism = pace.Readers, CancellationToken = stop },
            async (part, ended) => await parts.Write(list, part, ended));
        await Finish(list, stop);
    }

    /// <summary>By places, for each format; one at least.</summary>
    private async Task Divide(TargetedList list, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        if (await registry.ListParts.AnyAsync(p => p.ListKey == list.Key, stop)) return;
        var number = 0;
        foreach (var format in list.Formats)
        {
            long from = 1;
            do
            {
                var to = from + settings.PartEntries - 1;
                registry.ListParts.Add(new() { ListKey = list.Key, Number = ++number, Format = format, From = from, To = to });
                from = to + 1;
            }
            while (from <= list.Entries);
        }

        if (!await registry.TrySave(stop)) throw new ListStoppedException(isWithdrawn: false);
    }

    private async Task<List<ListPart>> Missing(TargetedList list, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        return await registry.ListParts.AsNoTracking().Where(p => p.ListKey == list.Key && p.Hash == null).OrderBy(p => p.Number).ToListAsync(stop);
    }

    private async Task Finish(TargetedList list, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        if (await registry.Lists.Include(l => l.Parts).SingleOrDefaultAsync(l => l.Key == list.Key && l.State == ListState.Freezing, stop) is not { } row)
            throw new ListStoppedException(isWithdrawn: false);
        row.Entries = await registry.ListEntries.LongCountAsync(e => e.ListKey == list.Key, stop);
        var counts = await ListCount.Of(row, registry.ListEntries, stop);
        var now = clock.GetUtcNow();
        (row.Counts, row.FrozenAt, row.ExpiresAt) = (JsonSerializer.Serialize(counts, Json.Web), now.UtcDateTime, (now + settings.KeepFor).UtcDateTime);
        row.Manifest = await manifest.Of(row, counts, stop);
        row.State = ListState.Frozen;
        if (!await registry.TrySave(stop)) throw new ListStoppedException(isWithdrawn: false);
    }
}
