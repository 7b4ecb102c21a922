using Regsosek.Api.Http;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Statistics;

/// <summary>What is asked: the dimensions, a region, and of which regions below it or of itself.</summary>
/// <param name="Level">0 nation, 1 province to 4 village.</param>
public sealed record StatisticsQuestion(IReadOnlyList<Dimension> By, string Region, int RegionLevel, int Level)
{
    /// <summary>The lowest level that is public.</summary>
    public const int PublicLevel = 2;

    public static readonly IReadOnlyList<string> Levels = ["nation", "province", "regency", "district", "village"];

    public bool IsPublic => Level <= PublicLevel;

    /// <param name="level">The region's own when it is not given.</param>
    public static StatisticsQuestion Of(Dimensions dimensions, string? by, string? region, string? level)
    {
        region ??= ClassificationRun.National;
        var own = RegionParameter.Level(region);
        var at = level is null ? own : Levels.ToList().IndexOf(level);
        if (at < 0) throw new ProblemException(Problems.Invalid("level", string.Join(", ", Levels) + "."));
        if (at < own) throw new ProblemException(Problems.Invalid("level", "is not above that of the region."));
        var question = new StatisticsQuestion(dimensions.Named(by), region, own, at);
        return question.IsPublic || question.By.Count <= 1
            ? question
            : throw new ProblemException(Problems.Invalid("by", "at most one dimension beside the region below the regency."));
    }
}
