using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Registers;

namespace Regsosek.Api.Registers;

/// <summary>A partner's own registers and what it sent; no person-level data here. How many persons of a file the hub knows is not told: whoever may ask
/// that looks them up, which is on record.</summary>
public sealed class RegisterReader(Registry registry, Caller caller)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<RegisterView>> List(CancellationToken stop)
    {
        var registers = await Own.OrderBy(r => r.Code).ToListAsync(stop);
        var views = new List<RegisterView>();
        foreach (var register in registers) views.Add(await View(register, stop));
        return views;
    }

    /// <summary>Null when the caller's partner has none of this code.</summary>
    public async Task<RegisterView?> Get(string code, CancellationToken stop) =>
        await Own.FirstOrDefaultAsync(r => r.Code == code, stop) is { } register ? await View(register, stop) : null;

    /// <inheritdoc cref="Get"/>
    public async Task<RegisterDeliveryView?> Delivery(string code, string name, CancellationToken stop)
    {
        var delivery = await registry.RegisterDeliveries.AsNoTracking()
            .FirstOrDefaultAsync(d => d.Name == name && d.Register.Code == code && d.Register.PartnerKey == caller.PartnerKey, stop);
        if (delivery is null) return null;
        return RegisterDeliveryView.Of(delivery, await registry.RegisterFaults.AsNoTracking().Where(f => f.DeliveryKey == delivery.Key)
            .OrderBy(f => f.Line).Take(Most).ToListAsync(stop));
    }

    private IQueryable<PartnerRegister> Own => registry.Registers.AsNoTracking().Where(r => r.PartnerKey == caller.PartnerKey);

    private async Task<RegisterView> View(PartnerRegister register, CancellationToken stop) => RegisterView.Of(register,
        await registry.RegisterDeliveries.AsNoTracking().Where(d => d.RegisterKey == register.Key).OrderByDescending(d => d.Key).Take(Most).ToListAsync(stop));
}
