using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Statistics;

namespace Regsosek.Api.Participation;

/// <summary>Who really receives a programme, by region: figures of the rows in force. Those of fewer than five families are hidden, with others beside them,
/// and the rest is rounded: parts need not add up to their total.</summary>
public sealed record TotalsView
{
    public required string Programme { get; init; }

    /// <summary>Month or quarter: 2026-01, 2026-Q1.</summary>
    public required string Period { get; init; }

    /// <summary>Every period that was delivered, the latest first.</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>Families are rounded to multiples of it.</summary>
    public required int FamiliesRoundedTo { get; init; }

    /// <summary>Recipients are rounded to multiples of it.</summary>
    public required int RecipientsRoundedTo { get; init; }

    /// <summary>nation, province, regency, district or village.</summary>
    public required string Level { get; init; }

    public required IReadOnlyList<RegionTotalView> Regions { get; init; }
}

/// <summary>What the families of one region were given.</summary>
/// <param name="Region">Kemendagri code; ID for the nation.</param>
/// <param name="Families">Families of the registry that received, rounded; null when hidden.</param>
/// <param name="Recipients">Rows: of a family several persons may receive; rounded, null when hidden.</param>
/// <param name="Amount">Rupiah: the mean of a family, to the thousand, times the families shown; null when hidden.</param>
/// <param name="Hidden">Fewer than five families, or held back so that no such figure can be worked out.</param>
public sealed record RegionTotalView(string Region, string Name, long? Families, long? Recipients, long? Amount, bool Hidden);

/// <summary>Totals of what was delivered. Nation, provinces and regencies are public; below, they are for the scope statistics.read, in the caller's
/// regions.</summary>
public sealed class TotalsReader(Registry registry, StatisticsReader statistics, ProgrammeCatalogue programmes, Rounding rounding)
{
    private const int MeanTo = 1000;

    public async Task<TotalsView> Of(string? code, string? period, StatisticsQuestion question, CancellationToken stop)
    {
        if (code is null || programmes.Find(code) is not { } programme) throw new ProblemException(Problems.Invalid("programme", "names a programme, for example PKH."));
        var known = await registry.DeliveredPeriods.AsNoTracking().Where(p => p.Programme == programme.Code).OrderByDescending(p => p.Period).Select(p => p.Period).ToListAsync(stop);
        if (known.Count == 0) throw new ProblemException(Problems.NothingDelivered);
        var asked = period is null ? known[0] : Data.Participation.Periods.Parse(period) ?? throw new ProblemException(Problems.Invalid("period", "2026-01 or 2026-Q1."));
        var regions = await statistics.Regions(question, stop);
        string[] codes = [.. regions.Select(r => r.Code)];
        var totals = await registry.ReceiptTotals.AsNoTracking().Where(t => t.Programme == programme.Code && t.Period == asked && codes.Contains(t.Region))
            .ToDictionaryAsync(t => t.Region, stop);
        return new()
        {
            Programme = programme.Code,
            Period = Data.Participation.Periods.Text(asked),
            Periods = known.ConvertAll(Data.Participation.Periods.Text),
            FamiliesRoundedTo = Rounding.Families,
            RecipientsRoundedTo = Rounding.Persons,
            Level = StatisticsQuestion.Levels[question.Level],
            Regions = [.. regions.Select(r => View(r.Code, r.Name, totals.GetValueOrDefault(r.Code)))],
        };
    }

    /// <summary>Of money only a mean is told, and not to the rupiah: a sum of equal amounts, divided by one, is the true count.</summary>
    private RegionTotalView View(string region, string name, ReceiptTotal? total)
    {
        if (total is null) return new(region, name, null, null, null, true);
        var shown = rounding.Of(new SummaryCell
        {
            Cube = $"receipts:{total.Programme}:{total.Period}",
            Region = region,
            Families = total.Families,
            Persons = total.Recipients,
        });
        var mean = (long)Math.Round((double)total.Amount / total.Families / MeanTo) * MeanTo;
        return new(region, name, shown.Families, shown.Persons, shown.Families * mean, false);
    }
}
