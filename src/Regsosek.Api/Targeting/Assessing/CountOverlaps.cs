using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Cases;
using Regsosek.Data.Participation;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>Counts by village, across programmes: families who receive another one as well, in a period that falls into the same time; and of those whom this one misses how
/// many programmes miss them, while they receive nothing.</summary>
internal sealed class CountOverlaps(Registry registry, Assessment assessment)
{
    /// <summary>So many and more are one code.</summary>
    public const int Most = 5;

    /// <param name="isLatest">Of the latest period, of which there are cases.</param>
    public async Task<IReadOnlyCollection<TargetingCell>> In(string regency, bool isLatest, CancellationToken stop) =>
        isLatest ? [.. await Both(regency, stop), .. await Missed(regency, stop)] : await Both(regency, stop);

    private async Task<List<TargetingCell>> Both(string regency, CancellationToken stop)
    {
        var (receipts, code, period) = (registry.Receipts, assessment.Programme, assessment.Period);
        var (begins, ends) = (Periods.Begins(period), Periods.Ends(period));
        var told = await registry.DeliveredPeriods.AsNoTracking().Where(p => p.Programme != code).ToListAsync(stop);
        var cells = new List<TargetingCell>();
        foreach (var other in told.Where(p => Periods.Begins(p.Period) <= ends && Periods.Ends(p.Period) >= begins).GroupBy(p => p.Programme, p => p.Period))
        {
            var (programme, periods) = (other.Key, other.ToArray());
            cells.AddRange(await registry.Households.Where(h => h.RegencyCode == regency
                    && receipts.Any(r => r.HouseholdKey == h.Key && r.Programme == code && r.Period == period && r.State == RowState.Standing)
                    && receipts.Any(r => r.HouseholdKey == h.Key && r.Programme == programme && periods.Contains(r.Period) && r.State == RowState.Standing))
                .GroupBy(h => h.VillageCode).Select(g => new TargetingCell
                {
                    AssessmentKey = assessment.Key,
                    Dimension = TargetingCell.With + programme,
                    Region = g.Key,
                    Level = 4,
                    Code = 1,
                    Outcome = TargetingCell.AllOutcomes,
                    Families = g.Count(),
                    Persons = g.Sum(h => h.MemberCount),
                }).ToListAsync(stop));
        }

        return cells;
    }

    /// <summary>By the open cases, which were made what this assessment found just before.</summary>
    private async Task<IEnumerable<TargetingCell>> Missed(string regency, CancellationToken stop)
    {
        var (cases, code) = (registry.Cases, assessment.Programme);
        var open = cases.Where(c => c.Kind == CaseKind.Exclusion && c.State == CaseState.Open);
        var latest = await registry.DeliveredPeriods.AsNoTracking().GroupBy(p => p.Programme).Select(g => new { Programme = g.Key, Period = g.Max(p => p.Period) }).ToListAsync(stop);
        string[] programmes = [.. latest.Select(l => l.Programme)];
        int[] periods = [.. latest.Select(l => l.Period).Distinct()];
        var receipts = registry.Receipts.Where(r => r.State == RowState.Standing && programmes.Contains(r.Programme) && periods.Contains(r.Period)
            && r.Period == registry.DeliveredPeriods.Where(p => p.Programme == r.Programme).Max(p => p.Period));
        var families = await registry.Households.Where(h => h.RegencyCode == regency && open.Any(c => c.HouseholdKey == h.Key && c.Programme == code))
            .Select(h => new
            {
                h.VillageCode,
                h.MemberCount,
                Receives = receipts.Any(r => r.HouseholdKey == h.Key),
                Programmes = open.Where(c => c.HouseholdKey == h.Key).Select(c => c.Programme).Distinct().Count(),
            }).ToListAsync(stop);
        return families.GroupBy(f => (f.VillageCode, Code: f.Receives ? 0 : Math.Min(f.Programmes, Most))).Select(g => new TargetingCell
        {
            AssessmentKey = assessment.Key,
            Dimension = TargetingCell.Missed,
            Region = g.Key.VillageCode,
            Level = 4,
            Code = (short)g.Key.Code,
            Outcome = TargetingCell.AllOutcomes,
            Families = g.Count(),
            Persons = g.Sum(f => f.MemberCount),
        });
    }
}
