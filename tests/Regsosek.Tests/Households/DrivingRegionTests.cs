using Regsosek.Api.Households;
using Regsosek.Data;

namespace Regsosek.Tests.Households;

/// <summary>Which regions a list is read from: together exactly scope and question, none inside another.</summary>
public sealed class DrivingRegionTests
{
    [Theory]
    [InlineData("ID", null, "")]
    [InlineData("ID", "91.71,35.07", "91.71 35.07")]
    [InlineData("ID", "91.71,91.71.03,91", "91")]
    [InlineData("ID", "ID", "")]
    [InlineData("ID", "ID,91.71", "")]
    [InlineData("91.71", null, "91.71")]
    [InlineData("91.71", "ID", "91.71")]
    [InlineData("91.71", "91", "91.71")]
    [InlineData("91.71", "91.71.03.2001", "91.71.03.2001")]
    [InlineData("91.71 91.71.03 35", null, "35 91.71")]
    [InlineData("91.71.03 35.07", "91,35.07.01", "91.71.03 35.07.01")]
    [InlineData("91.71", "91.7", "")]
    [InlineData("91.71", "35.07,11", "")]
    [InlineData("", "91.71", "")]
    public void They_are_what_scope_and_question_have_in_common(string scope, string? asked, string regions) =>
        Assert.Equal(regions, string.Join(' ', DrivingRegions.Of(RegionScope.Of(scope.Split(' ', StringSplitOptions.RemoveEmptyEntries)), asked)));

    [Fact]
    public void Nowhere_is_not_the_nation() => Assert.Equal([""], DrivingRegions.Of(RegionScope.Nowhere, null));

    [Fact]
    public void Too_many_are_left_to_the_filter()
    {
        var villages = Enumerable.Range(1001, DrivingRegions.Most + 1).Select(n => $"91.71.03.{n}").ToList();
        Assert.Empty(DrivingRegions.Of(RegionScope.Of(villages), null));
        Assert.Equal(DrivingRegions.Most, DrivingRegions.Of(RegionScope.Of(villages[1..]), null).Count);
    }
}
