using Microsoft.EntityFrameworkCore;
using Quartz;
using Regsosek.Api.Operations;
using Regsosek.Api.Targeting.Assessing;
using Regsosek.Data;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Participation.Intake;

/// <summary>Takes a delivery in in the background, and has its periods assessed. After a crash the scheduler runs it again, and it goes on behind the last batch.</summary>
public sealed class DeliveryJob(TakeIn takeIn, DueAssessments assessments) : IJob<DeliveryKey>
{
    public async ValueTask Execute(IJobExecutionContext context, DeliveryKey delivery, CancellationToken stop)
    {
        await takeIn.Run(delivery.Key, null, stop);
        await assessments.AfterDelivery(stop);
    }
}

/// <summary>Which delivery.</summary>
public sealed record DeliveryKey(long Key);

/// <summary>Hands deliveries to the scheduler, which keeps them in the hub's own database.</summary>
public sealed class DeliverySchedule(ISchedulerFactory schedulers)
{
    public Task CarryOn(Delivery delivery, CancellationToken stop) =>
        schedulers.Begin<DeliveryJob, DeliveryKey>(new(delivery.Key), delivery.Id.ToString(), stop);
}

/// <summary>At the start, and every ten minutes for what a fault stopped, every received delivery that is not taken in is with the scheduler. One whose
/// body a crash cut short is dropped a day after: another node may be receiving it.</summary>
[DisallowConcurrentExecution]
public sealed class ResumeDeliveries(Registries registries, DeliverySchedule schedule, TimeProvider clock) : IHostedService, IJob
{
    public const string Often = "0 5/10 * * * ?";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken stop) => await StartAsync(stop);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var registry = registries.For(Caller.System("take in a delivery"));
        var before = (clock.GetUtcNow() - Longest).UtcDateTime;
        foreach (var cut in await registry.Deliveries.Where(d => d.State == DeliveryState.Receiving && d.ReceivedAt < before).Select(d => d.Key).ToListAsync(cancellationToken))
            await DeliveryStore.Drop(registry, cut, cancellationToken);
        foreach (var waiting in await registry.Deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Waiting).OrderBy(d => d.Key).ToListAsync(cancellationToken))
            await schedule.CarryOn(waiting, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
