namespace Regsosek.Tests.Statistics;

/// <summary>A hub with enough families that not every figure is hidden.</summary>
public sealed class StatisticsHub : TestHub
{
    protected override double Scale => 0.3;

    protected override bool IsOverheard => false;
}
