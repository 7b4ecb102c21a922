using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Exports;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>The lists of the caller's agreement and purpose: those of others are not there.</summary>
public sealed class ListReader(Registry registry, Caller caller, ExportAgreements agreements, TimeProvider clock)
{
    private IQueryable<TargetedList> Own
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return registry.Lists.AsNoTracking()
                .Where(l => l.State != ListState.Deleted && (l.ExpiresAt > now || l.State == ListState.Building || l.State == ListState.Freezing));
        }
    }

    public async Task<IReadOnlyList<ListView>> List(CancellationToken stop)
    {
        var views = new List<ListView>();
        foreach (var list in await With(Own.OrderByDescending(l => l.Key), stop)) views.Add(ListView.Of(list, await IsAllowed(list, stop), withCounts: false));
        return views;
    }

    public async Task<ListView?> Get(Guid id, CancellationToken stop) =>
        await With(Own.Where(l => l.Id == id), stop) is [var list] ? ListView.Of(list, await IsAllowed(list, stop)) : null;

    /// <summary>Whatever has become of it; null for none.</summary>
    public Task<TargetedList?> Find(Guid id, CancellationToken stop) => Own.SingleOrDefaultAsync(l => l.Id == id, stop);

    /// <summary>A list that may be looked at, or acted upon.</summary>
    /// <exception cref="ProblemException">There is none for the caller, or his agreement allows no longer what it holds.</exception>
    public async Task<TargetedList> Allowed(Guid id, CancellationToken stop)
    {
        var list = await Find(id, stop) ?? throw new ProblemException(Problems.NotFound);
        return await IsAllowed(list, stop) && list.State != ListState.Withdrawn ? list : throw new ProblemException(Problems.ListWithdrawn);
    }

    public async Task<ListPart?> Part(TargetedList list, int number, CancellationToken stop) => list.State != ListState.Frozen ? null
        : await registry.ListParts.AsNoTracking().SingleOrDefaultAsync(p => p.ListKey == list.Key && p.Number == number, stop);

    public async Task<IReadOnlyList<NoticeView>> Notices(TargetedList list, CancellationToken stop) =>
        [.. (await registry.ListNotices.AsNoTracking().Where(n => n.ListKey == list.Key).OrderBy(n => n.Number).ToListAsync(stop)).Select(NoticeView.Of)];

    private async Task<bool> IsAllowed(TargetedList list, CancellationToken stop) =>
        list.State is ListState.Failed or ListState.Withdrawn || await agreements.Allow(list, caller, stop);

    /// <summary>With all of each part but what it is charged for.</summary>
    private async Task<List<TargetedList>> With(IQueryable<TargetedList> of, CancellationToken stop)
    {
        var lists = await of.ToListAsync(stop);
        long[] keys = [.. lists.Select(l => l.Key)];
        var stretches = await registry.ListStretches.AsNoTracking().Where(s => keys.Contains(s.ListKey)).ToListAsync(stop);
        var receipts = await registry.ListReceipts.AsNoTracking().Where(r => keys.Contains(r.ListKey)).ToListAsync(stop);
        var notices = await registry.ListNotices.AsNoTracking().Where(n => keys.Contains(n.ListKey)).ToListAsync(stop);
        var parts = await registry.ListParts.AsNoTracking().Where(p => keys.Contains(p.ListKey)).Select(p => new ListPart
        {
            ListKey = p.ListKey,
            Number = p.Number,
            Format = p.Format,
            From = p.From,
            To = p.To,
            Entries = p.Entries,
            Bytes = p.Bytes,
            Hash = p.Hash,
        }).ToListAsync(stop);
        foreach (var list in lists)
        {
            (list.Stretches, list.Parts) = (stretches.FindAll(s => s.ListKey == list.Key), parts.FindAll(p => p.ListKey == list.Key));
            (list.Receipts, list.Notices) = (receipts.FindAll(r => r.ListKey == list.Key), notices.FindAll(n => n.ListKey == list.Key));
        }

        return lists;
    }
}
