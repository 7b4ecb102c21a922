using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Exports;

/// <summary>Where exports are kept, for how long, and the pace at which they are made. None of it changes what is in them.</summary>
[Section("Exports")]
public sealed class ExportSettings
{
    [Description("folder of the parts, sealed with the hub's keys; whoever takes it has nothing without `Keys:Path`. Nodes on one database share it")]
    public string Path { get; init; } = System.IO.Path.Combine("var", "exports");

    [Description("how long an export is kept after it is ready")]
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ErrorMessage = "is between a minute and 30 days.")]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(1);

    [Description("exports that one client may have at a time")]
    [Range(1, 1000, ErrorMessage = "is between 1 and 1,000.")]
    public int PerClient { get; init; } = 20;

    [Description("parts of all exports that are read at the same time")]
    [Range(1, 64, ErrorMessage = "is between 1 and 64.")]
    public int Readers { get; init; } = 2;

    [Description("families in scope that make a part; of an export that has begun it stays as it was")]
    [Range(1, 1_000_000, ErrorMessage = "is between 1 and 1,000,000.")]
    public int PartFamilies { get; init; } = 25_000;

    [Description("families that are read, recorded and written together: what a reader holds in memory")]
    [Range(1, 10_000, ErrorMessage = "is between 1 and 10,000.")]
    public int PageFamilies { get; init; } = 1_000;

    [Description("when expired and withdrawn exports are removed, as a Quartz cron expression in UTC")]
    public string SweepAt { get; init; } = "0 0/10 * * * ?";
}
