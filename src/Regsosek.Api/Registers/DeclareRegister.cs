using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Partners;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Registers;

namespace Regsosek.Api.Registers;

/// <summary>A partner says which facts a register of its own will send, what for, and until when they may be kept. Declared again, the day holds for what
/// is there already, and what is no longer named is no longer said.</summary>
public static class DeclareRegister
{
    /// <param name="Facts">External facts without their prefix.</param>
    /// <param name="Purpose">Why the hub may use them, in words.</param>
    /// <param name="RetainUntil">Last day they are used.</param>
    public sealed record Request(IReadOnlyList<string> Facts, string Purpose, DateOnly RetainUntil);

    public static async Task<IResult> Handle(
        string code, Request request, Registry registry, Registries registries, Caller caller, Facts facts, RegisterReader registers, TimeProvider clock,
        CancellationToken stop)
    {
        if (!AgreementFaults.IsCode(code)) return Problems.Invalid("code", "is of letters, digits, dots and dashes, at most 60.");
        if (Fault(request, caller, facts, registry.Today) is { } fault) return fault;
        await using var hub = registries.For(Caller.System("declare register"));
        await using var work = await hub.Database.BeginTransactionAsync(stop);
        await KeyBlocks.Take(hub, nameof(PartnerRegister), 1, stop);
        var others = await hub.Registers.AsNoTracking().Where(r => r.Code != code).ToListAsync(stop);
        if (others.SelectMany(r => r.Facts).Intersect(request.Facts).Any()) return Problems.RegisterTaken;
        var register = await hub.Registers.FirstOrDefaultAsync(r => r.Code == code, stop);
        if (register is not null && register.PartnerKey != caller.PartnerKey) return Problems.NotFound;
        if (register is null)
            hub.Registers.Add(register = new() { Code = code, PartnerKey = caller.PartnerKey, Purpose = "", DeclaredBy = "", Version = 0 });
        (register.Facts, register.Purpose, register.RetainUntil) = ([.. request.Facts], request.Purpose, request.RetainUntil);
        (register.DeclaredBy, register.DeclaredAt, register.Version) = (caller.ClientId, clock.GetUtcNow().UtcDateTime, register.Version + 1);
        await hub.SaveChangesAsync(stop);
        await hub.Release(register.Key, request.Facts, register.DeclaredAt, stop);
        await hub.Retain(register.Key, request.RetainUntil, stop);
        await work.CommitAsync(stop);
        return Results.Json(await registers.Get(code, stop), Json.Web);
    }

    private static Problem? Fault(Request request, Caller caller, Facts facts, DateOnly today)
    {
        if (request.Facts.Count == 0 || request.Facts.Distinct().Count() != request.Facts.Count) return Problems.Invalid("facts", "name each fact once.");
        foreach (var name in request.Facts)
        {
            if (facts.Find(ExternalFacts.Prefix + name) is not { Unit: Unit.Person } fact) return Problems.Invalid("facts", $"'{name}' is no external fact of persons.");
            if (!fact.Holders.Contains(caller.PartnerCode)) return Problems.NotYours(name, fact.HeldBy!);
        }

        if (request.Purpose.Trim().Length is 0 or > 500 || request.Purpose.Any(char.IsControl)) return Problems.Invalid("purpose", "says why, in up to 500 letters.");
        return request.RetainUntil < today ? Problems.Invalid("retainUntil", "not before today.") : null;
    }
}
