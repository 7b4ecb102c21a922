using System.Net;
using Microsoft.EntityFrameworkCore;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.AccessLog;

/// <summary>A budget holds for requests that come at once as for those that come one after the other.</summary>
[OnEveryEngine]
public sealed class BudgetAtOnceTests(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task Parallel_requests_together_are_given_no_more_persons_than_the_budget()
    {
        await using var registry = hub.Registry();
        var families = await registry.Households.Where(h => h.MemberCount > 0).OrderBy(h => h.Key).Take(32)
            .Select(h => new { h.Id, h.MemberCount }).ToListAsync();
        Assert.Equal(32, families.Count);
        var budget = families.Sum(f => f.MemberCount) / 2;
        await hub.Given("at-once", a => a.Budget = budget);
        var http = await hub.As("at-once");
        var given = (await Task.WhenAll(families.Select(async family =>
        {
            using var answer = await http.GetAsync($"/api/v1/households/{family.Id}");
            if (answer.StatusCode == HttpStatusCode.OK) return family.MemberCount;
            await answer.ShouldBe(429, "budget-exhausted");
            return 0;
        }))).ToList();

        // What is left is too little for any family that was refused.
        var left = budget - given.Sum();
        Assert.Contains(0, given);
        Assert.InRange(left, 0, families.Zip(given).Where(f => f.Second == 0).Min(f => f.First.MemberCount) - 1);
        var used = (await http.Json("/api/v1/me")).GetProperty("budget");
        Assert.Equal((given.Sum(), left), (used.GetProperty("used").GetInt32(), used.GetProperty("left").GetInt32()));
        Assert.Equal(given.Sum(), await registry.AccessEntries.Where(e => e.Client == "at-once").SumAsync(e => e.Persons));
    }
}
