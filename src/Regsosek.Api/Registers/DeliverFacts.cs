using System.Security.Cryptography;
using System.Text;
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
    private const int BatchLines = 2000, BatchLetters = 4 * 1024 * 1024;

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
        if (register.RetainUntil < registry.Today) return Problems.Invalid("code", "its day has passed: declare the register anew.");
        var delivery = await Begin(hub, register, name, caller.ClientId, clock, stop);
        var fault = await TakeIn(RegisterLines.Read(http.Request.Body, type, register.Facts, stop), hub, delivery,
            new(hub, register, delivery.Key, new(register.Facts, facts, registry.Today), seal, clock), seal, stop);
        if (fault is not null) return fault;
        if (delivery.FinishedAt is null) await End(hub, delivery.Key, clock, stop);
        return Results.Json(await registers.Delivery(code, name, stop), Json.Web);
    }

    /// <summary>Passes over what is in, if it is the same, and writes the rest.</summary>
    private static async Task<Problem?> TakeIn(
        IAsyncEnumerable<RegisterLine> lines, Registry hub, RegisterDelivery delivery, WriteFacts writer, Seal seal, CancellationToken stop)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (line, letters, batch) = (0L, 0, new List<RegisterLine>());
        await foreach (var read in lines)
        {
            sha.AppendData(Encoding.UTF8.GetBytes($"{read.Number}:{read.Text}\n"));
            if (read.Number <= delivery.Line)
            {
                line = read.Number;
                if (line == delivery.Line && !Hash().SequenceEqual(delivery.ContentHash!)) return Problems.DeliveryClosed;
                continue;
            }

            // A line behind the end, or none where the last one was: another file.
            if (delivery.FinishedAt is not null || line < delivery.Line) return Problems.DeliveryClosed;
            batch.Add(read);
            letters += read.Text.Length;
            if (batch.Count < BatchLines && letters < BatchLetters) continue;
            if (!await writer.Write(line, batch, Hash(), stop)) return Problems.DeliveryOpen;
            (line, letters) = (read.Number, 0);
            batch.Clear();
        }

        if (line < delivery.Line) return Problems.DeliveryClosed;
        return batch.Count == 0 || await writer.Write(line, batch, Hash(), stop) ? null : Problems.DeliveryOpen;

        byte[] Hash() => seal.Digest(sha.GetCurrentHash());
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

    private static async Task End(Registry hub, long key, TimeProvider clock, CancellationToken stop)
    {
        var delivery = await hub.RegisterDeliveries.SingleAsync(d => d.Key == key, stop);
        delivery.FinishedAt = clock.GetUtcNow().UtcDateTime;
        await hub.SaveChangesAsync(stop);
    }
}
