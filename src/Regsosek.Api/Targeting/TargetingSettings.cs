using System.ComponentModel;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Targeting;

/// <summary>When errors of targeting are counted.</summary>
[Section("Targeting")]
public sealed class TargetingSettings
{
    [Description("whether the periods that a delivery told of are assessed when it has been taken in; else by `targeting assess` and by request alone")]
    public bool AfterDelivery { get; init; } = true;
}
