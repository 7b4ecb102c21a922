using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Lists;

/// <summary>How large a list one principal may freeze, how many there are, and for how long. Where and at what pace they are made is said of exports.</summary>
[Section("Lists")]
public sealed class ListSettings
{
    [Description("entries up to which one principal freezes a list; above, a second one of the same agreement approves")]
    [Range(0, int.MaxValue, ErrorMessage = "is 0 or more.")]
    public int ApproveAbove { get; init; } = 10_000;

    [Description("how long a list is kept after it was drafted, and again after it was frozen")]
    [Range(typeof(TimeSpan), "00:01:00", "400.00:00:00", ErrorMessage = "is between a minute and 400 days.")]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(90);

    [Description("lists that one agreement may have at a time")]
    [Range(1, 10_000, ErrorMessage = "is between 1 and 10,000.")]
    public int PerAgreement { get; init; } = 100;

    [Description("entries that make a part; of a list that is being frozen it stays as it was")]
    [Range(1, 1_000_000, ErrorMessage = "is between 1 and 1,000,000.")]
    public int PartEntries { get; init; } = 25_000;
}
