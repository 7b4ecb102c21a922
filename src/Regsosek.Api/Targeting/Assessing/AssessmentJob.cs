using Microsoft.EntityFrameworkCore;
using Quartz;
using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>Makes an assessment in the background. After a crash the scheduler runs it again, and it goes on behind the last regency.</summary>
public sealed class AssessmentJob(Assess assess) : IJob<AssessmentKey>
{
    public async ValueTask Execute(IJobExecutionContext context, AssessmentKey assessment, CancellationToken stop) => await assess.CarryOn(assessment.Key, null, stop);
}

/// <summary>Which assessment.</summary>
public sealed record AssessmentKey(long Key);

/// <summary>Hands assessments to the scheduler, which keeps them in the hub's own database.</summary>
public sealed class AssessmentSchedule(ISchedulerFactory schedulers)
{
    public Task CarryOn(Assessment assessment, CancellationToken stop) =>
        schedulers.Begin<AssessmentJob, AssessmentKey>(new(assessment.Key), assessment.Id.ToString(), stop);
}

/// <summary>At the start, every ten minutes and behind every delivery: what is open is with the scheduler, and what deliveries have told of since it was assessed is
/// assessed anew.</summary>
[DisallowConcurrentExecution]
public sealed class DueAssessments(Registries registries, Assess assess, AssessmentSchedule schedule, TargetingSettings settings) : IHostedService, IJob
{
    public const string Often = "0 7/10 * * * ?";

    /// <summary>What a delivery has told of.</summary>
    public Task AfterDelivery(CancellationToken stop) => settings.AfterDelivery ? StartAsync(stop) : Task.CompletedTask;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken stop) => await StartAsync(stop);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var registry = registries.For(Caller.System("assess targeting"));
        foreach (var open in await registry.Assessments.AsNoTracking().Where(a => a.State == AssessmentState.Assessing).OrderBy(a => a.Key).ToListAsync(cancellationToken))
            await schedule.CarryOn(open, cancellationToken);
        if (!settings.AfterDelivery) return;
        var due = await registry.DeliveredPeriods.AsNoTracking()
            .Where(p => p.Deliveries > 0 && !registry.Assessments.Any(a => a.Programme == p.Programme && a.Period == p.Period
                && a.State != AssessmentState.Superseded && a.Deliveries == p.Deliveries)).ToListAsync(cancellationToken);
        foreach (var period in due)
            if (await assess.Begin(period.Programme, period.Period, null, cancellationToken) is { } begun) await schedule.CarryOn(begun, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
