using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Participation.Intake;
using Regsosek.Data.Participation;
using Regsosek.Tests.Enumeration;

namespace Regsosek.Tests.Participation;

/// <summary>Sends deliveries into a register of a test's own.</summary>
internal sealed class Ministry(Register register)
{
    public const string Programme = "PKH";

    /// <summary>A body that has been received whole.</summary>
    public async Task<long> Send(string body, DeliveryFormat format = DeliveryFormat.Csv, string? period = "2022-10") => await Send(Encoding.UTF8.GetBytes(body), format, period);

    public async Task<long> Send(byte[] body, DeliveryFormat format, string? period = "2022-10")
    {
        await using var registry = register.Open();
        var delivery = new Delivery
        {
            Id = Guid.CreateVersion7(),
            PartnerKey = 1,
            Client = "test",
            Programme = Programme,
            Period = period is null ? null : Periods.Parse(period),
            Format = format,
            State = DeliveryState.Waiting,
            Bytes = body.Length,
            ReceivedAt = register.Clock.Now,
        };
        registry.Deliveries.Add(delivery);
        await registry.SaveChangesAsync();
        foreach (var (number, part) in body.Chunk(DeliveryPart.Length).Index())
        {
            registry.DeliveryParts.Add(
                new() { DeliveryKey = delivery.Key, Number = number, ContentHash = register.Seal.Digest(part), Sealed = register.Seal.Close(part) });
        }

        await registry.SaveChangesAsync();
        return delivery.Key;
    }

    public Task TakeIn(long delivery, Action<long>? progress = null, CancellationToken stop = default) =>
        new TakeIn(register.Registries, register.Seal, register.Clock).Run(delivery, progress, stop);

    public async Task<long> Deliver(string body, DeliveryFormat format = DeliveryFormat.Csv, string? period = "2022-10")
    {
        var delivery = await Send(body, format, period);
        await TakeIn(delivery);
        return delivery;
    }

    public async Task<Delivery> Of(long delivery)
    {
        await using var registry = register.Open();
        return await registry.Deliveries.AsNoTracking().SingleAsync(d => d.Key == delivery);
    }

    /// <summary>What became of each row: its state, then its level or the reason.</summary>
    public async Task<List<string>> Rows(long delivery)
    {
        await using var registry = register.Open();
        var rows = await registry.DeliveredRows.AsNoTracking().Where(r => r.DeliveryKey == delivery).OrderBy(r => r.Line).ToListAsync();
        return rows.ConvertAll(r => $"{r.State} {r.Reason ?? r.Level?.ToString() ?? "nobody"}");
    }
}
