using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Seeding;

/// <summary>The demonstration that Development makes of an empty database.</summary>
[Section("Demo")]
public sealed class DemoSettings
{
    [Description("Development only: make families in an empty database")]
    public bool Seed { get; init; } = true;

    [Description("Development only: share of the 6,000 families")]
    [Range(0.0, 1000.0, ErrorMessage = "is between 0 and 1000.")]
    public double Scale { get; init; } = 1.0;
}
