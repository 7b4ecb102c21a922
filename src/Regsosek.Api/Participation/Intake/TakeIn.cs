using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Protection;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Participation.Intake;

/// <summary>Takes a received delivery in, batch by batch, each one transaction: after a kill it goes on behind the last. At the end its periods are known
/// and their totals written anew, in the transaction that ends it.</summary>
public sealed class TakeIn(Registries registries, Seal seal, TimeProvider clock)
{
    public const int BatchRows = 2500;

    /// <param name="progress">Told the rows dealt with, after every batch.</param>
    /// <exception cref="OperationCanceledException">Stopped between two batches; it goes on at the next start.</exception>
    public async Task Run(long key, Action<long>? progress, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("take in a delivery"));
        if (await registry.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Key == key && d.State == DeliveryState.Waiting, stop) is not { } delivery) return;
        string? fault = null;
        try
        {
            await Rows(registry, delivery, progress, stop);
        }
        catch (UnreadableDeliveryException unreadable)
        {
            // What was read before stays; the sender is told where it ends.
            fault = unreadable.Fault;
        }

        await PlannerStatistics.RefreshReceipts(registry, stop);
        await Finish(registry, key, fault, stop);
    }

    private async Task Rows(Registry registry, Delivery delivery, Action<long>? progress, CancellationToken stop)
    {
        await using var reading = registries.For(Caller.System("read a delivery"));
        using var body = new DeliveryBody(reading, seal, delivery);
        var writer = new DeliveryWriter(registry, delivery.Key, seal, clock);
        var (line, planned, today) = (delivery.Line, 0L, clock.Today());
        var rows = GivenRows.Of(body, delivery.Format).SkipWhile(r => r.Line <= line);
        foreach (var batch in rows.Select(r => ReadRow.Of(r, delivery.Period, today)).Chunk(BatchRows))
        {
            stop.ThrowIfCancellationRequested();
            line = (await writer.Write(batch, line, stop)).Line;
            if (line >= 2 * planned)
            {
                planned = line;
                await PlannerStatistics.RefreshReceipts(registry, stop);
            }

            progress?.Invoke(line);
        }
    }

    private async Task Finish(Registry registry, long key, string? fault, CancellationToken stop)
    {
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await KeyBlocks.Take(registry, nameof(DeliveredRow), 0, stop);
        var delivery = await registry.Deliveries.SingleAsync(d => d.Key == key, stop);
        var periods = await registry.DeliveredRows.Where(r => r.DeliveryKey == key && r.State != RowState.Rejected).Select(r => r.Period).Distinct().ToListAsync(stop);
        foreach (var period in periods)
        {
            // Who is not in a file that broke off is not said to receive nothing: its period is told of by one that is whole.
            var told = await registry.DeliveredPeriods.SingleOrDefaultAsync(p => p.Programme == delivery.Programme && p.Period == period, stop);
            if (told is null && fault is null) registry.DeliveredPeriods.Add(told = new() { Programme = delivery.Programme, Period = period });
            if (told is not null) (told.Deliveries, told.DeliveredAt) = (told.Deliveries + 1, clock.GetUtcNow().UtcDateTime);
            await DeliveryStore.WriteTotals(registry, delivery.Programme, period, await SumReceipts.Of(registry, delivery.Programme, period, stop), stop);
        }

        await DeliveryStore.DropParts(registry, key, stop);
        (delivery.State, delivery.Fault) = (fault is null ? DeliveryState.Finished : DeliveryState.Failed, fault);
        delivery.FinishedAt = clock.GetUtcNow().UtcDateTime;
        await registry.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        registry.ChangeTracker.Clear();
    }
}
