using Microsoft.EntityFrameworkCore;
using Regsosek.Data;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Deletes the ranks of a run that nobody reads, a little at a time, so that no other write waits long.</summary>
internal static class DropRanks
{
    public static async Task Write(Registry registry, long run, int batch, CancellationToken stop)
    {
        while (await registry.Ranks.Where(r => r.RunKey == run).OrderBy(r => r.HouseholdKey).Select(r => (long?)r.HouseholdKey).FirstOrDefaultAsync(stop) is { } first)
            await registry.Ranks.Where(r => r.RunKey == run && r.HouseholdKey < first + batch).ExecuteDeleteAsync(stop);
    }
}
