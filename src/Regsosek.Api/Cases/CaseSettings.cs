using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Cases;

/// <summary>How long who has to answer a case has for it. The times are the hub's own choice until a decree sets them.</summary>
[Section("Cases")]
public sealed class CaseSettings
{
    [Description("days to answer a case of a family or person that is entitled and does not receive")]
    [Range(1, 1000, ErrorMessage = "is between 1 and 1,000.")]
    public int ExclusionDays { get; init; } = 60;

    [Description("days to answer a case of a family or person that receives and is not entitled")]
    [Range(1, 1000, ErrorMessage = "is between 1 and 1,000.")]
    public int InclusionDays { get; init; } = 60;

    [Description("months of one cycle of the registry; a reactivation is answered within two")]
    [Range(1, 60, ErrorMessage = "is between 1 and 60.")]
    public int Cycle { get; init; } = 3;

    [Description("fewest days in which who is to lose a programme may object")]
    [Range(1, 365, ErrorMessage = "is between 1 and 365.")]
    public int ObjectionDays { get; init; } = 14;

    /// <summary>Months in which a reactivation is answered: the data must be put right within two cycles.</summary>
    public int ForReactivation() => 2 * Cycle;
}
