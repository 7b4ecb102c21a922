using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Registers;

/// <summary>How long what registers say is kept: asked of former values, and of those past their day, too.</summary>
public static class Retention
{
    /// <summary>Everything of a register is kept until a day.</summary>
    public static Task Retain(this Registry hub, int register, DateOnly until, CancellationToken stop) =>
        All(hub).Where(f => f.RegisterKey == register).ExecuteUpdateAsync(u => u.SetProperty(f => f.RetainUntil, until), stop);

    /// <summary>Deletes facts, former ones too, and refused lines that are past their day.</summary>
    /// <returns>Facts that are gone.</returns>
    public static async Task<int> Forget(this Registry hub, CancellationToken stop)
    {
        var today = hub.Today;
        await hub.RegisterFaults.Where(f => f.Delivery.Register.RetainUntil < today).ExecuteDeleteAsync(stop);
        return await All(hub).Where(f => f.RetainUntil < today).ExecuteDeleteAsync(stop);
    }

    private static IQueryable<RegisteredFact> All(Registry hub) => hub.Caller.IsSystem
        ? hub.RegisteredFacts.IgnoreQueryFilters()
        : throw new InvalidOperationException("Retention is the hub's own.");
}
