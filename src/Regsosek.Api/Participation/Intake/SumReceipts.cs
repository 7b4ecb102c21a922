using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Participation.Intake;

/// <summary>Adds up what the families of each region were given, where they live now. What is hidden is what the statistics would hide: regions of fewer than
/// five families, and as many beside them as it takes.</summary>
internal static class SumReceipts
{
    private static readonly SummaryLayout Layout = new([]);

    public static async Task<IReadOnlyCollection<ReceiptTotal>> Of(Registry registry, string programme, int period, CancellationToken stop)
    {
        var villages = await registry.Receipts.Where(r => r.Programme == programme && r.Period == period && r.State == RowState.Standing)
            .Join(registry.Households, r => r.HouseholdKey, h => (long?)h.Key, (r, h) => new { h.VillageCode, h.Key, r.Amount })
            .GroupBy(r => r.VillageCode)
            .Select(g => new { Village = g.Key, Families = g.Select(r => r.Key).Distinct().Count(), Recipients = g.Count(), Amount = g.Sum(r => r.Amount) ?? 0 })
            .ToListAsync(stop);
        var regions = new RegionTallies(Layout, ClassificationRun.National);
        foreach (var village in villages)
        {
            var region = regions.Of(village.Village);
            (region.Families[0], region.Persons[0], region.Likelihood[0]) = (village.Families, village.Recipients, village.Amount);
        }

        regions.RollUp();
        RegionTally[] all = [.. regions.All];
        Suppression.Hide(all, Layout);
        return [.. all.Where(r => !r.Hidden[0]).Select(r => new ReceiptTotal
        {
            Programme = programme,
            Period = period,
            Region = r.Code,
            Level = (short)r.Level,
            Families = r.Families[0],
            Recipients = r.Persons[0],
            Amount = r.Likelihood[0],
        })];
    }
}
