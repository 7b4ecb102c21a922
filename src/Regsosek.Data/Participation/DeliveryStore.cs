using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Providers;

namespace Regsosek.Data.Participation;

/// <summary>What the hub changes of deliveries by statements over many rows. Needs the transaction of the work it is part of.</summary>
public static class DeliveryStore
{
    /// <summary>Rows in force whose recipient and period a later row tells of.</summary>
    public static Task Replace(Registry registry, long[] rows, DateTime at, CancellationToken stop) => rows.Length == 0
        ? Task.CompletedTask
        : Own(registry).DeliveredRows.Where(r => rows.Contains(r.Key)).ExecuteUpdateAsync(
            u => u.SetProperty(r => r.State, RowState.Replaced).SetProperty(r => r.ReplacedAt, at), stop);

    /// <summary>The body, whose rows are all taken in or can't be.</summary>
    public static Task DropParts(Registry registry, long delivery, CancellationToken stop) =>
        Own(registry).DeliveryParts.Where(p => p.DeliveryKey == delivery).ExecuteDeleteAsync(stop);

    /// <summary>A delivery that did not come whole, or came before.</summary>
    public static async Task Drop(Registry registry, long delivery, CancellationToken stop)
    {
        // One that is received whole keeps its parts, whatever went wrong after.
        var unfinished = Own(registry).Deliveries.Where(d => d.Key == delivery && d.State == DeliveryState.Receiving);
        await registry.DeliveryParts.Where(p => unfinished.Any(d => d.Key == p.DeliveryKey)).ExecuteDeleteAsync(stop);
        await unfinished.ExecuteDeleteAsync(stop);
    }

    /// <summary>The totals of a programme and period, anew.</summary>
    public static async Task WriteTotals(Registry registry, string programme, int period, IReadOnlyCollection<ReceiptTotal> totals, CancellationToken stop)
    {
        await Own(registry).ReceiptTotals.Where(t => t.Programme == programme && t.Period == period).ExecuteDeleteAsync(stop);
        await registry.Insert(totals, stop);
    }

    private static Registry Own(Registry registry) =>
        registry.Caller.IsSystem ? registry : throw new InvalidOperationException("Deliveries are taken in by the hub itself.");
}
