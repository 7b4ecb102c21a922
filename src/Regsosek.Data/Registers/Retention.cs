using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data.Registers;

/// <summary>How long what registers say is kept: asked of former values, and of those past their day, too.</summary>
public static class Retention
{
    /// <summary>Everything of a register is kept until a day.</summary>
    public static Task Retain(this Registry hub, int register, DateOnly until, CancellationToken stop) =>
        All(hub).Where(f => f.RegisterKey == register).ExecuteUpdateAsync(u => u.SetProperty(f => f.RetainUntil, until), stop);

    /// <summary>What a register no longer names it no longer says: another may.</summary>
    public static Task Release(this Registry hub, int register, IReadOnlyCollection<string> named, DateTime at, CancellationToken stop) =>
        All(hub).Where(f => f.RegisterKey == register && f.SupersededAt == null && !named.Contains(f.Fact))
            .ExecuteUpdateAsync(u => u.SetProperty(f => f.SupersededAt, at).SetProperty(f => f.ValidTo, hub.Today), stop);

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
