using Regsosek.Api.Seeding;

namespace Regsosek.Tests.Seeding;

/// <summary>Several regions are several runs: each makes what this region alone would make.</summary>
public sealed class SeveralRegions
{
    private static readonly DateOnly Reference = new(2026, 11, 24);

    [Fact]
    public void Take_equal_shares_and_the_first_what_is_over() =>
        Assert.Equal(
            [new("91", 334, 7, Reference), new("35", 333, 7, Reference), new("12", 333, 7, Reference)],
            SeedRequest.Of(["91", "35", "12"], 1000, 7, Reference));

    [Fact]
    public void Are_no_more_than_the_families_asked_for() =>
        Assert.Equal([new("91", 1, 7, Reference)], SeedRequest.Of(["91", "35"], 1, 7, Reference));
}
