using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Classification.Runs;

/// <summary>The pace of runs. None of it changes what comes out.</summary>
[Section("Classification")]
public sealed class ClassificationSettings
{
    [Description("families that are read, scored and written together; after a kill at most so many are done again")]
    [Range(1, 200_000, ErrorMessage = "is between 1 and 200,000.")]
    public int PartFamilies { get; init; } = 5_000;

    [Description("threads that score")]
    [Range(1, 256, ErrorMessage = "is between 1 and 256.")]
    public int Threads { get; init; } = 2;

    [Description("families of the run in force that are scored again every night and compared; 0: none")]
    [Range(0, 1_000_000, ErrorMessage = "is between 0 and 1,000,000.")]
    public int ReplaySample { get; init; } = 1000;

    [Description("when, as a Quartz cron expression in UTC")]
    public string ReplayAt { get; init; } = "0 30 18 * * ?";
}
