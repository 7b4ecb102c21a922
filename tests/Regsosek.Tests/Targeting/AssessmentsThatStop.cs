using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Targeting.Assessing;
using Regsosek.Data.Participation;
using Regsosek.Data.Targeting;
using Regsosek.Tests.Cases;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Targeting;

[OnEveryEngine]
public sealed class AssessmentsThatStop(CasesHub hub) : IClassFixture<CasesHub>
{
    [Fact]
    public async Task Go_on_behind_the_last_regency_and_end_like_one_that_did_not_stop()
    {
        await hub.Deliver("PKH", "2025-05", (await hub.Families()).Where((_, i) => i % 2 == 0));
        var whole = await Told();
        var assess = hub.Get<Assess>();
        var begun = (await assess.Begin("PKH", Periods.Parse("2025-05")!.Value, null, default))!;
        var regencies = 0;
        for (var stopped = true; stopped;)
        {
            using var stop = new CancellationTokenSource();
            try
            {
                await assess.CarryOn(begun.Key, _ =>
                {
                    if (++regencies % 2 == 0) stop.Cancel();
                }, stop.Token);
                stopped = false;
            }
            catch (OperationCanceledException)
            {
                // What was in force is, until the end.
                Assert.Equal(whole, await Told());
                Assert.Equal(begun.Id, (await assess.Begin("PKH", Periods.Parse("2025-05")!.Value, null, default))!.Id);
            }
        }

        await using var registry = hub.Registry();
        Assert.Equal(await registry.Households.Select(h => h.RegencyCode).Distinct().CountAsync(), regencies);
        Assert.Equal(begun.Key, await registry.Assessments.Where(a => a.Programme == "PKH" && a.State == AssessmentState.Published).Select(a => a.Key).SingleAsync());
        Assert.Equal(whole, await Told());
    }

    [Fact]
    public async Task One_that_was_overtaken_by_a_delivery_begins_again()
    {
        var families = await hub.Families();
        await hub.Deliver("SEMBAKO", "2025-05", families.Take(6));
        var assess = hub.Get<Assess>();
        var begun = (await assess.Begin("SEMBAKO", Periods.Parse("2025-05")!.Value, null, default))!;
        var overtaken = false;
        await assess.CarryOn(begun.Key, _ =>
        {
            if (overtaken) return;
            overtaken = true;
            using var registry = hub.Registry();
            var told = registry.DeliveredPeriods.Single(p => p.Programme == "SEMBAKO");
            told.Deliveries++;
            registry.SaveChanges();
        }, default);
        await using var after = hub.Registry();
        var done = await after.Assessments.SingleAsync(a => a.Key == begun.Key);
        Assert.Equal((AssessmentState.Published, 2), (done.State, done.Deliveries));
        Assert.False(await after.TargetingCells.AnyAsync(c => c.AssessmentKey != begun.Key && after.Assessments.Any(a => a.Key == c.AssessmentKey && a.Programme == "SEMBAKO")));
    }

    /// <summary>All cells in force, and all cases.</summary>
    private async Task<string> Told()
    {
        await using var registry = hub.Registry();
        var cells = await registry.TargetingCells.AsNoTracking()
            .Where(c => registry.Assessments.Any(a => a.Key == c.AssessmentKey && a.State == AssessmentState.Published && a.Programme == "PKH")).ToListAsync();
        var cases = await registry.Cases.AsNoTracking().Where(c => c.Programme == "PKH").OrderBy(c => c.Key).ToListAsync();
        return string.Join('\n', cells.Select(c => $"{c.Dimension} {c.Region} {c.Code} {c.Outcome} {c.Families} {c.Persons} {c.Hidden}").Order(StringComparer.Ordinal)
            .Concat(cases.Select(c => $"{c.Id} {c.Kind} {c.HouseholdKey} {c.State} {c.Version}")));
    }
}
