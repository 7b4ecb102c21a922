using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Regsosek.Api.Http;
using Regsosek.Api.Participation.Intake;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Participation;

/// <summary>A ministry sends who really receives one of its programmes. The body is kept, sealed part by part, and its rows are taken in in the background;
/// a body that was sent before is the delivery it was.</summary>
public static class DeliverParticipation
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly Dictionary<string, DeliveryFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/csv"] = DeliveryFormat.Csv,
        ["application/x-ndjson"] = DeliveryFormat.Ndjson,
        [Xlsx] = DeliveryFormat.Xlsx,
    };

    /// <param name="programme">Code of the programme, which is the partner's own.</param>
    /// <param name="period">Period of the rows that name none: 2026-01 or 2026-Q1.</param>
    public static async Task<IResult> Handle(
        HttpContext http, ParticipationRights rights, Registries registries, Seal seal, DeliverySchedule schedule, Caller caller, LimitSettings limits,
        TimeProvider clock, CancellationToken stop, string? programme = null, string? period = null)
    {
        if (programme is null) return Problems.Invalid("programme", "names the programme, for example PKH.");
        rights.MustOwn(programme);
        var of = period is null ? null : Periods.Parse(period);
        if (period is not null && (of is null || Periods.Begins(of.Value) > clock.Today())) return Problems.Invalid("period", "a month or quarter that has begun: 2026-01, 2026-Q1.");
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !Formats.TryGetValue(type.MediaType.ToString(), out var format))
            return Problems.UnsupportedMediaType;

        // It takes as long as the sender sends.
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limits.DeliveryBytes;
        await using var registry = registries.For(Caller.System("receive a delivery"));
        var now = clock.GetUtcNow();
        var delivery = new Delivery
        {
            Id = Guid.CreateVersion7(now),
            PartnerKey = caller.PartnerKey,
            Client = caller.ClientId,
            EndUser = caller.EndUser,
            Programme = programme,
            Period = of,
            Format = format,
            State = DeliveryState.Receiving,
            ReceivedAt = now.UtcDateTime,
        };
        registry.Deliveries.Add(delivery);
        await registry.SaveChangesAsync(stop);
        try
        {
            var hash = await Receive(http.Request.Body, registry, delivery, seal, stop);
            var named = Encoding.UTF8.GetBytes($"{programme}\n{period}\n{format}\n{hash}");
            if (delivery.Bytes > 0 && await Keep(registry, delivery, seal.Digest(named), stop))
            {
                await schedule.CarryOn(delivery, CancellationToken.None);
                return Answer(http, delivery, StatusCodes.Status202Accepted);
            }

            await DeliveryStore.Drop(registry, delivery.Key, stop);
            if (delivery.Bytes == 0) return Problems.InvalidBody with { Detail = "It is empty." };
            var before = await Before(registry, caller, seal.Digest(named), stop);
            if (before.State == DeliveryState.Waiting) await schedule.CarryOn(before, CancellationToken.None);
            return Answer(http, before, StatusCodes.Status200OK);
        }
        catch
        {
            await using var drop = registries.For(Caller.System("receive a delivery"));
            await DeliveryStore.Drop(drop, delivery.Key, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Every part is written before the next is read: a body of any length takes one part of memory.</summary>
    private static async Task<string> Receive(Stream body, Registry registry, Delivery delivery, Seal seal, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[DeliveryPart.Length];
        for (var number = 0; await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop) is var read && read > 0; number++)
        {
            hash.AppendData(buffer, 0, read);
            registry.DeliveryParts.Add(new()
            {
                DeliveryKey = delivery.Key,
                Number = number,
                ContentHash = seal.Digest(buffer.AsSpan(0, read)),
                Sealed = seal.Close(buffer.AsSpan(0, read)),
            });
            delivery.Bytes += read;
            await registry.SaveChangesAsync(stop);
            foreach (var written in registry.ChangeTracker.Entries<DeliveryPart>().ToList()) written.State = EntityState.Detached;
            if (read < buffer.Length) break;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <returns>False when the partner sent the same before.</returns>
    private static async Task<bool> Keep(Registry registry, Delivery delivery, byte[] hash, CancellationToken stop)
    {
        if (await registry.Deliveries.AnyAsync(d => d.PartnerKey == delivery.PartnerKey && d.ContentHash == hash, stop)) return false;
        (delivery.ContentHash, delivery.State) = (hash, DeliveryState.Waiting);
        if (await registry.TrySave(stop)) return true;
        registry.ChangeTracker.Clear();
        return false;
    }

    private static Task<Delivery> Before(Registry registry, Caller caller, byte[] hash, CancellationToken stop) =>
        registry.Deliveries.AsNoTracking().SingleAsync(d => d.PartnerKey == caller.PartnerKey && d.ContentHash == hash, stop);

    private static IResult Answer(HttpContext http, Delivery delivery, int status)
    {
        http.Response.Headers.Location = $"{http.Request.PathBase}/api/v1/participation/deliveries/{delivery.Id}";
        return Results.Json(DeliveryView.Of(delivery), Json.Web, statusCode: status);
    }
}
