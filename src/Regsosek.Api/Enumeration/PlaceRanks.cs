using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Enumeration;

/// <summary>Keeps ranks beside their families: a new family has no place yet in the run in force, one that moved takes its place along.</summary>
internal static class PlaceRanks
{
    public static async Task Write(Registry registry, IReadOnlyCollection<Household> arrived, IReadOnlyCollection<Household> moved, CancellationToken stop)
    {
        if (arrived.Count + moved.Count == 0) return;
        var run = await registry.RunInForce(stop);
        await registry.Insert([.. arrived.Select(h => Unranked(run, h))], stop);
        if (moved.Count > 0) await Move(registry, run, moved, stop);
    }

    /// <summary>A family that a run has not ranked.</summary>
    public static FamilyRank Unranked(long run, Household family) => new()
    {
        RunKey = run,
        HouseholdKey = family.Key,
        ProvinceCode = family.ProvinceCode,
        RegencyCode = family.RegencyCode,
        DistrictCode = family.DistrictCode,
        VillageCode = family.VillageCode,
    };

    /// <summary>Puts the places of a run where the families are now.</summary>
    public static async Task Move(Registry registry, long run, IReadOnlyCollection<Household> moved, CancellationToken stop)
    {
        var families = moved.DistinctBy(h => h.Key).ToDictionary(h => h.Key);
        long[] keys = [.. families.Keys];
        foreach (var rank in await registry.Ranks.Where(r => r.RunKey == run && keys.Contains(r.HouseholdKey)).ToListAsync(stop))
        {
            var family = families[rank.HouseholdKey];
            (rank.ProvinceCode, rank.RegencyCode) = (family.ProvinceCode, family.RegencyCode);
            (rank.DistrictCode, rank.VillageCode) = (family.DistrictCode, family.VillageCode);
        }

        await registry.SaveChangesAsync(stop);
    }
}
