using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Exports;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Data.AsOf;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Writes one part: the entries with its places, as the drafter may see them, as of the list's instant. Every page is charged and on record before the part is there to be pulled.</summary>
public sealed class WriteListPart(Registries registries, ReadingScopes scopes, ExportAgreements agreements, PartFiles files, ExportSettings pace)
{
    private const string Surface = "POST /api/v1/lists/{id}/freeze";

    /// <exception cref="ListStoppedException">It is not to be frozen any further.</exception>
    public async Task Write(TargetedList list, ListPart part, CancellationToken stop)
    {
        var caller = await agreements.CallerOf(list, stop) ?? throw new ListStoppedException(isWithdrawn: true);
        var about = new ReadContext { RequestId = list.RequestId, Surface = Surface, Shape = $"list={list.Id:n}&part={part.Number}" };
        await using var scope = scopes.For(caller, new Moment(list.Day, list.KnownAt, list.AsOf), about);
        var entries = scope.ServiceProvider.GetRequiredService<ListEntryReader>();
        using var file = files.Create(list.Id, part.Number, list.Gzip);
        using var lines = ListLines.Of(part.Format, entries.Shape(list));
        file.Write(lines.Head().Span);
        var written = new Written();
        for (var after = part.From - 1; ;)
        {
            var (rows, places) = await entries.Page(list, after, part.To, pace.PageFamilies, stop);
            file.Write(lines.Page(rows).Span);
            written.Add(rows, places);
            if (places.Count < pace.PageFamilies) break;
            after = places[^1];
        }

        file.Write(lines.Foot().Span);
        var (bytes, hash) = file.Keep();
        await Checkpoint(part, written, bytes, hash, stop);
    }

    private async Task Checkpoint(ListPart part, Written written, long bytes, byte[] hash, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        var open = await registry.Lists.AnyAsync(l => l.Key == part.ListKey && l.State == ListState.Freezing, stop);
        if (!open || await registry.ListParts.SingleOrDefaultAsync(p => p.ListKey == part.ListKey && p.Number == part.Number, stop) is not { } row)
            throw new ListStoppedException(isWithdrawn: false);
        (row.Entries, row.Bytes, row.Hash, row.Subjects) = (written.Entries, bytes, hash, PackedSubjects.Pack(written.Subjects));
        if (written.Left.Count > 0) await ListRows.DropPlaces(registry, part.ListKey, written.Left, stop);
        if (!await registry.TrySave(stop)) throw new ListStoppedException(isWithdrawn: false);
        await transaction.CommitAsync(stop);
    }

    /// <summary>What a part holds, and the places of those who have left the scope.</summary>
    private sealed class Written
    {
        public long Entries { get; private set; }
        public Dictionary<long, int> Subjects { get; } = [];
        public List<long> Left { get; } = [];

        public void Add(IReadOnlyList<ListRow> rows, IReadOnlyList<long> places)
        {
            Entries += rows.Count;
            foreach (var row in rows) Subjects[row.Household.Key] = row.Household.Charged;
            if (rows.Count < places.Count) Left.AddRange(places.Except(rows.Select(r => r.Place)));
        }
    }
}
