using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Households;

/// <summary>An agreement over more regions than a list is driven by is read by the filters alone.</summary>
[OnEveryEngine]
public sealed class ManyRegions(OwnHub hub) : IClassFixture<OwnHub>
{
    [Theory]
    [InlineData("", true)]
    [InlineData("&sort=rank", true)]
    [InlineData("&include=members", true)]
    [InlineData("&region=91.71.03", false)]
    [InlineData("&region=91.71.03&sort=-rank", false)]
    [InlineData("&region=91.71.03&include=members", false)]
    public async Task The_region_that_is_asked_for_holds(string query, bool both)
    {
        var code = $"many-{query.Length}-{both}".ToLowerInvariant();
        var villages = Enumerable.Range(3001, DrivenMost).Select(n => $"91.71.03.{n}");
        await hub.Given(code, a => a.Regions = ["91.71.03.2001", "91.03", .. villages]);
        var found = (await (await hub.As(code)).Json($"/api/v1/households?limit=500&count=exact{query}"));
        var regions = found.Items().Select(h => h.GetProperty("region").GetString()!).ToList();
        Assert.Contains("91.71.03.2001", regions);
        Assert.Equal(both, regions.Exists(r => r.StartsWith("91.03.", StringComparison.Ordinal)));
        Assert.Equal(found.GetProperty("total").GetInt32(), regions.Count);
    }

    private const int DrivenMost = Api.Households.DrivingRegions.Most;
}
