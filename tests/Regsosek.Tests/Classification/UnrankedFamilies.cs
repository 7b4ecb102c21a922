using Microsoft.EntityFrameworkCore;
using Regsosek.Data;

namespace Regsosek.Tests.Classification;

/// <summary>Takes families their places in the run in force, as if they had come after it.</summary>
internal static class UnrankedFamilies
{
    public static async Task Unrank(this Registry registry, params long[] families)
    {
        var run = await registry.RunInForce(default);
        foreach (var rank in await registry.Ranks.Where(r => r.RunKey == run && families.Contains(r.HouseholdKey)).ToListAsync())
            (rank.Position, rank.Percentile, rank.Decile, rank.WelfareClass, rank.Score) = (null, null, null, null, null);
        await registry.SaveChangesAsync();
    }
}
