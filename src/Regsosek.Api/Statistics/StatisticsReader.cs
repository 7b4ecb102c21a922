using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Regions;
using Regsosek.Data.Statistics;

namespace Regsosek.Api.Statistics;

/// <summary>Figures of the run in force, from its summary tables. Nation, provinces and regencies are public; below, they are for the scope statistics.read,
/// in the caller's regions.</summary>
public sealed class StatisticsReader(Registry registry, Caller caller, KnownRegions known, Rounding rounding)
{
    public const int MostFigures = 20_000;

    /// <summary>The only place where the run in force is chosen for statistics.</summary>
    public async Task<ClassificationRun> InForce(CancellationToken stop) =>
        await registry.Runs.AsNoTracking().Where(r => r.Scope == ClassificationRun.National && r.State == RunState.Published).OrderByDescending(r => r.Key).FirstOrDefaultAsync(stop)
        ?? throw new ProblemException(Problems.NothingRanked);

    public async Task<StatisticsView> Of(StatisticsQuestion question, ClassificationRun run, CancellationToken stop)
    {
        if (!question.IsPublic && !caller.Scopes.Contains(Scopes.StatisticsRead)) throw new ProblemException(Problems.Scope(Scopes.StatisticsRead));
        var regions = await Regions(question, stop);
        var figures = new StatisticsFigures(question.By, await Cells(question, run, regions, stop), rounding);
        return new()
        {
            Run = run.Id,
            Model = run.Model,
            Version = run.ModelVersion,
            Scheme = run.Scheme,
            Stage = run.Stage,
            Scope = run.Scope,
            Coverage = run.Coverage,
            Date = run.Date,
            Demonstration = run.Demonstration,
            FamiliesRoundedTo = Rounding.Families,
            PersonsRoundedTo = Rounding.Persons,
            By = [.. question.By.Select(d => d.Name)],
            Level = StatisticsQuestion.Levels[question.Level],
            Regions = [.. regions.Select(r => figures.Of(r.Code, r.Name))],
        };
    }

    /// <summary>All regions of the level, with families or without: that one has none is no news either.</summary>
    internal async Task<IReadOnlyList<(string Code, string Name)>> Regions(StatisticsQuestion question, CancellationToken stop)
    {
        if (question.Level == 0) return [(question.Region, "Indonesia")];
        await known.Check(question.Region, "region", stop);
        var level = (RegionLevel)question.Level;
        var regions = registry.Regions.AsNoTracking().Where(r => r.Level == level);
        regions = question.RegionLevel switch
        {
            0 => regions,
            _ when question.RegionLevel == question.Level => regions.Where(r => r.Code == question.Region),
            1 => regions.Where(r => r.ProvinceCode == question.Region),
            2 => regions.Where(r => r.RegencyCode == question.Region),
            _ => regions.Where(r => r.DistrictCode == question.Region),
        };

        // Ordered here: to give them in order the engine would walk over all 91,599.
        var found = (await regions.Select(r => new { r.Code, r.Name }).ToListAsync(stop)).OrderBy(r => r.Code, StringComparer.Ordinal).ToList();
        if (found.Count > MostFigures / question.By.Aggregate(1, (cells, d) => cells * d.Places))
            throw new ProblemException(Problems.Invalid("level", $"more than {MostFigures} figures at once: name a smaller region, or fewer dimensions."));
        if (question.IsPublic) return found.ConvertAll(r => (r.Code, r.Name));

        string[] own = [.. caller.Regions.Codes];
        var inside = found.Where(r => RegionCover.Common(own, [r.Code]).Contains(r.Code)).Select(r => (r.Code, r.Name)).ToList();
        return inside.Count > 0 ? inside : throw new ProblemException(Problems.NotFound);
    }

    private Task<List<SummaryCell>> Cells(
        StatisticsQuestion question, ClassificationRun run, IReadOnlyList<(string Code, string Name)> regions, CancellationToken stop)
    {
        // With the cube that was asked come those beside it: all families, and each dimension alone for missing answers and coverage.
        string[] cubes = [.. question.By.Select(d => d.Name).Append("").Append(Dimensions.Cube(question.By)).Distinct()];
        string[] codes = [.. regions.Select(r => r.Code)];
        return registry.Summaries.AsNoTracking().Where(c => c.RunKey == run.Key && cubes.Contains(c.Cube) && codes.Contains(c.Region)).ToListAsync(stop);
    }
}
