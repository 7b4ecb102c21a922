using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Participation;
using Regsosek.Api.Programmes;
using Regsosek.Api.Regions;
using Regsosek.Api.Rules;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting;

/// <summary>What is asked of errors of targeting.</summary>
/// <param name="Period">Null for the latest that is assessed.</param>
/// <param name="Own">As the owner of the programme, who has small figures too.</param>
public sealed record TargetingQuestion(string Programme, string? Period, StatisticsQuestion Where, Dimension? By, bool Own)
{
    /// <param name="by">One dimension; down to the district.</param>
    public static TargetingQuestion Of(
        Dimensions all, TargetingDimensions dimensions, string programme, string? period, string? by, string? region, string? level, bool own = false)
    {
        var (where, dimension) = (StatisticsQuestion.Of(all, null, region, level), dimensions.Named(by));
        return dimension is null || where.Level <= 3 ? new(programme, period, where with { By = dimension is null ? [] : [dimension] }, dimension, own)
            : throw new ProblemException(Problems.Invalid("by", "is not for villages."));
    }
}

/// <summary>Figures of the assessments in force. Nation, provinces and regencies are public; below, they are for the scope statistics.read, in the caller's regions; the owner of
/// a programme has them exact.</summary>
public sealed class TargetingReader(
    Registry registry, Caller caller, StatisticsReader statistics, ProgrammeCatalogue programmes, ParticipationRights rights, TargetingDimensions dimensions, TargetingFlags flags,
    Rounding rounding)
{
    public async Task<TargetingView> Of(TargetingQuestion question, CancellationToken stop)
    {
        if (programmes.Find(question.Programme) is not { } programme) throw new ProblemException(Problems.NotFound);
        if (question.Own) MustOwn(question);
        else if (!question.Where.IsPublic && !caller.Scopes.Contains(Scopes.StatisticsRead)) throw new ProblemException(Problems.Scope(Scopes.StatisticsRead));
        int? asked = question.Period is null ? null : Periods.Parse(question.Period) ?? throw new ProblemException(Problems.Invalid("period", "2026-01 or 2026-Q1."));
        var regions = await Regions(question, stop);
        var inForce = await InForce(programme.Code, stop);
        var period = asked ?? inForce[0].Period;
        var assessment = inForce.FirstOrDefault(a => a.Period == period) ?? throw new ProblemException(Problems.NothingAssessed);

        // A limit hides families from the owner too: he is told what everybody is told.
        var exact = question.Own && caller.Limit is null;
        var figures = new TargetingFigures(assessment, await Cells(assessment, question.By, [.. regions.Select(r => r.Code)], stop), dimensions, flags, rounding,
            programme.Unit == Unit.Person, exact, await Others(programme, assessment, stop), missed: period == inForce[0].Period);
        var version = programme.Versions.FirstOrDefault(v => v.Hash == assessment.Hash);
        return new()
        {
            Assessment = assessment.Id,
            Programme = programme.Code,
            Unit = programme.Unit.ToString().ToLowerInvariant(),
            Version = assessment.Version,
            Hash = assessment.Hash,
            Decree = version?.Decree ?? "",
            Period = Periods.Text(period),
            Periods = [.. inForce.Select(a => Periods.Text(a.Period))],
            Day = assessment.Day,
            Run = await registry.Runs.Where(r => r.Key == assessment.RunKey).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(stop),
            Deliveries = assessment.Deliveries,
            DeliveredAt = assessment.DeliveredAt,
            AssessedAt = assessment.PublishedAt!.Value,
            Exact = exact,
            FamiliesRoundedTo = exact ? 1 : Rounding.Families,
            PersonsRoundedTo = exact ? 1 : Rounding.Persons,
            By = question.By?.Name,
            Level = StatisticsQuestion.Levels[question.Where.Level],
            Regions = [.. regions.Select(r => figures.Of(r.Code, r.Name, question.By))],
            Trend = await Trend(programme, inForce, question.Where.Region, exact && Holds(question.Where.Region), stop),
        };
    }

    /// <summary>Programmes that have an assessment in force.</summary>
    public async Task<IReadOnlyList<string>> Assessed(CancellationToken stop) => [.. (await registry.Assessments.AsNoTracking().Where(a => a.State == AssessmentState.Published)
        .Select(a => a.Programme).Distinct().ToListAsync(stop)).Order(StringComparer.Ordinal)];

    /// <summary>Of every period the assessment in force, the latest first.</summary>
    private async Task<List<Assessment>> InForce(string programme, CancellationToken stop)
    {
        var all = await registry.Assessments.AsNoTracking().Where(a => a.Programme == programme && a.State == AssessmentState.Published).OrderByDescending(a => a.Period).ToListAsync(stop);
        return all.Count > 0 ? all : throw new ProblemException(Problems.NothingAssessed);
    }

    private void MustOwn(TargetingQuestion question)
    {
        rights.MustOwn(question.Programme);
        if (!caller.Programmes.Contains(question.Programme)) throw new ProblemException(Problems.ProgrammeNotGranted);
        if (!caller.Sees(TargetingDimensions.GroupOf(question.By))) throw new ProblemException(Problems.NotGranted(question.By!.Name));
    }

    /// <summary>The owner's are those of his agreement, at every level.</summary>
    private async Task<IReadOnlyList<(string Code, string Name)>> Regions(TargetingQuestion question, CancellationToken stop)
    {
        var regions = await statistics.Regions(question.Where, stop);
        if (!question.Own) return regions;
        var own = regions.Where(r => Holds(r.Code)).ToList();
        return own.Count > 0 ? own : throw new ProblemException(Problems.NotFound);
    }

    private bool Holds(string region) => RegionCover.Common([.. caller.Regions.Codes], [region]).Contains(region);

    private async Task<IReadOnlyList<PeriodTargetingView>> Trend(Programme programme, List<Assessment> inForce, string region, bool exact, CancellationToken stop)
    {
        var trend = new List<PeriodTargetingView>();
        foreach (var assessment in inForce.AsEnumerable().Reverse())
        {
            var cells = await registry.TargetingCells.AsNoTracking().Where(c => c.AssessmentKey == assessment.Key && c.Dimension == "" && c.Region == region).ToListAsync(stop);
            var outcomes = new TargetingFigures(assessment, cells, dimensions, flags, rounding, programme.Unit == Unit.Person, exact, [], missed: false).Outcomes(region)
                .Select(o => o with { ActedOn = null, Outstanding = null }).ToList();
            trend.Add(new(Periods.Text(assessment.Period), outcomes, TargetingFigures.ExclusionRate(outcomes), TargetingFigures.InclusionRate(outcomes)));
        }

        return trend;
    }

    /// <summary>Programmes delivered of the same time, and whether a decree of either excludes the other.</summary>
    private async Task<IReadOnlyList<(string Programme, bool Conflict)>> Others(Programme programme, Assessment assessment, CancellationToken stop)
    {
        var (begins, ends) = (Periods.Begins(assessment.Period), Periods.Ends(assessment.Period));
        var told = await registry.DeliveredPeriods.AsNoTracking().Where(p => p.Programme != programme.Code).ToListAsync(stop);
        return [.. told.Where(p => Periods.Begins(p.Period) <= ends && Periods.Ends(p.Period) >= begins).Select(p => p.Programme).Distinct().Order(StringComparer.Ordinal)
            .Select(other => (other, Excludes(programme.Code, other) || Excludes(other, programme.Code)))];
    }

    private bool Excludes(string one, string other) => programmes.Find(one)?.Related.Any(r => r.Programme == other && r.Kind == "excludes") == true;

    private Task<List<TargetingCell>> Cells(Assessment assessment, Dimension? by, string[] regions, CancellationToken stop)
    {
        var name = by?.Name ?? "";
        return registry.TargetingCells.AsNoTracking().Where(c => c.AssessmentKey == assessment.Key && regions.Contains(c.Region)
            && (c.Dimension == "" || c.Dimension == TargetingDimensions.Acted || c.Dimension == TargetingCell.Flags || c.Dimension == TargetingCell.Missed
                || c.Dimension.StartsWith(TargetingCell.With) || c.Dimension == name)).ToListAsync(stop);
    }
}
