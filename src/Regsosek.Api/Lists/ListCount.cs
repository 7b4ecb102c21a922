using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Households;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>How many entries of a regency and class are inside the quota and beyond it.</summary>
/// <param name="Region">The regency or city.</param>
/// <param name="WelfareClass">Null without a rank, or without the classification.</param>
public sealed record ListCount(string Region, WelfareClass? WelfareClass, long InQuota, long Beyond)
{
    public static async Task<IReadOnlyList<ListCount>> Of(TargetedList list, IQueryable<ListEntry> entries, CancellationToken stop)
    {
        var (key, quota) = (list.Key, list.Quota ?? long.MaxValue);
        return await entries.Where(e => e.ListKey == key).GroupBy(e => new { e.Regency, e.WelfareClass })
            .OrderBy(g => g.Key.Regency).ThenBy(g => g.Key.WelfareClass)
            .Select(g => new ListCount(g.Key.Regency, g.Key.WelfareClass, g.LongCount(e => e.Place <= quota), g.LongCount(e => e.Place > quota))).ToListAsync(stop);
    }
}
