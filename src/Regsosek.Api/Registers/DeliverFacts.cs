using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Regsosek.Api.Http;
using Regsosek.Api.Partners;
using Regsosek.Api.Registers.Intake;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Data.Registers;

namespace Regsosek.Api.Registers;

/// <summary>A partner sends a file of its register. It is taken in batch by batch, each a transaction that also moves the delivery's line: sent again
/// after a cut, lines that are in are passed over; sent again after its end, nothing changes.</summary>
public static class DeliverFacts
{
    private const int BatchLines = 2000;

    public static async Task<IResult> Handle(
        string code, string name, HttpContext http, Registry registry, Registries registries, Caller caller, Facts facts, Seal seal, LimitSettings limits,
        RegisterReader registers, TimeProvider clock, CancellationToken stop)
    {
        if (!AgreementFaults.IsCode(name)) return Problems.Invalid("name", "is of letters, digits, dots and dashes, at most 60.");
        if (Type(http) is not { } type) return Problems.UnsupportedMediaType with { Detail = $"{RegisterLines.Csv} or {RegisterLines.Ndjson}." };
        var register = await registry.Registers.AsNoTracking().FirstOrDefaultAsync(r => r.Code == code && r.PartnerKey == caller.PartnerKey, stop);
        if (register is null) return Problems.NotFound;
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limits.DeliveryBytes;

        await using var hub = registries.For(Caller.System("deliver facts"));
        var delivery = await Begin(hub, register, name, caller.ClientId, clock, stop);
        using var sha = SHA256.Create();
        await using var body = new CryptoStream(http.Request.Body, sha, CryptoStreamMode.Read);
        var writer = new WriteFacts(hub, register, delivery.Key, new(register.Facts, facts, registry.Today), seal, clock);
        var (line, isOpen) = (delivery.Line, delivery.FinishedAt is null);
        var batch = new List<RegisterLine>();
        await foreach (var read in RegisterLines.Read(body, type, register.Facts, stop))
        {
            if (!isOpen || read.Number <= line) continue;
            batch.Add(read);
            if (batch.Count < BatchLines) continue;
            if (!await writer.Write(line, batch, stop)) return Problems.DeliveryOpen;
            line = read.Number;
            batch.Clear();
        }

        var hash = seal.Digest(sha.Hash);
        if (!isOpen && !hash.AsSpan().SequenceEqual(delivery.ContentHash)) return Problems.DeliveryClosed;
        if (batch.Count > 0 && !await writer.Write(line, batch, stop)) return Problems.DeliveryOpen;
        if (isOpen) await End(hub, delivery.Key, hash, clock, stop);
        return Results.Json(await registers.Delivery(code, name, stop), Json.Web);
    }

    private static string? Type(HttpContext http) =>
        MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Value is RegisterLines.Csv or RegisterLines.Ndjson
            ? type.MediaType.Value : null;

    private static async Task<RegisterDelivery> Begin(
        Registry hub, PartnerRegister register, string name, string by, TimeProvider clock, CancellationToken stop)
    {
        if (await hub.RegisterDeliveries.FirstOrDefaultAsync(d => d.RegisterKey == register.Key && d.Name == name, stop) is { } known) return known;
        var delivery = new RegisterDelivery { RegisterKey = register.Key, Name = name, SentBy = by, StartedAt = clock.GetUtcNow().UtcDateTime };
        hub.RegisterDeliveries.Add(delivery);
        if (!await hub.TrySave(stop)) throw new ProblemException(Problems.DeliveryOpen);
        hub.ChangeTracker.Clear();
        return delivery;
    }

    private static async Task End(Registry hub, long key, byte[] hash, TimeProvider clock, CancellationToken stop)
    {
        var delivery = await hub.RegisterDeliveries.SingleAsync(d => d.Key == key, stop);
        (delivery.FinishedAt, delivery.ContentHash) = (clock.GetUtcNow().UtcDateTime, hash);
        await hub.SaveChangesAsync(stop);
    }
}
