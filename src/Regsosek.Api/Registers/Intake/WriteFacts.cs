using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Data.Providers;
using Regsosek.Data.Registers;

namespace Regsosek.Api.Registers.Intake;

/// <summary>Writes lines of a delivery in one transaction, and moves its line in it. What the register said before stays, as what was believed.</summary>
internal sealed class WriteFacts(Registry hub, PartnerRegister register, long delivery, RegisterRows rows, Seal seal, TimeProvider clock)
{
    private enum Outcome
    {
        Unchanged,
        Changed,
        Added,
    }

    /// <param name="hash">Digest of the file's lines up to the last of these.</param>
    /// <returns>False: another sending of this delivery was faster, or the register was declared anew.</returns>
    public async Task<bool> Write(long after, IReadOnlyList<RegisterLine> lines, byte[] hash, CancellationToken stop)
    {
        while (true)
        {
            var generation = seal.Generation;
            await using var work = await hub.Database.BeginTransactionAsync(stop);
            var isWritten = await WriteAll(after, lines, hash, stop);
            hub.ChangeTracker.Clear();

            // Hashes of one key beside boxes of another would be taken for renewed.
            if (seal.Generation != generation) continue;
            if (isWritten) await work.CommitAsync(stop);
            return isWritten;
        }
    }

    private async Task<bool> WriteAll(long after, IReadOnlyList<RegisterLine> lines, byte[] hash, CancellationToken stop)
    {
        // Families stand still meanwhile, so that who holds a NIK is the same when it is read and when it is written.
        await KeyBlocks.Take(hub, KeyBlocks.Families, 1, stop);
        var progress = await hub.RegisterDeliveries.Include(d => d.Register).SingleAsync(d => d.Key == delivery, stop);
        if (progress.Line != after || progress.FinishedAt is not null || progress.Register.Version != register.Version) return false;
        var read = lines.Select(line => (Line: line, Read: rows.Read(line))).ToList();
        foreach (var (line, (_, fault)) in read)
        {
            if (fault is not var (at, says)) continue;
            hub.RegisterFaults.Add(new() { DeliveryKey = delivery, Line = line.Number, At = at, Says = says, Sealed = seal.Close(line.Text) });
            progress.Rejected++;
        }

        var told = read.Select(r => r.Read.Row).OfType<RegisterRow>().ToList();
        var known = await Known(new(told.ConvertAll(r => r.Nik), seal), stop);
        var fresh = new List<RegisteredFact>();
        foreach (var outcome in told.Select(row => Take(row, known, fresh)))
        {
            if (outcome == Outcome.Added) progress.Added++;
            else if (outcome == Outcome.Changed) progress.Changed++;
            else progress.Unchanged++;
        }

        (progress.Line, progress.ContentHash) = (lines[^1].Number, hash);
        await hub.SaveChangesAsync(stop);
        await Insert(fresh.FindAll(f => f.SupersededAt is null), stop);
        return true;
    }

    /// <summary>What the register says of the persons now, by the hash in use and the fact.</summary>
    private async Task<Dictionary<(string Nik, string Fact), RegisteredFact>> Known(Sought sought, CancellationToken stop)
    {
        var known = new Dictionary<(string, string), RegisteredFact>();
        foreach (var chunk in sought.All.Chunk(MatchFacts.Chunk))
        {
            foreach (var fact in await hub.RegisteredFacts.Where(f => f.RegisterKey == register.Key && chunk.Contains(f.NikHash)).ToListAsync(stop))
                known[(Convert.ToHexString(sought.Of(fact.NikHash)), fact.Fact)] = fact;
        }

        return known;
    }

    private Outcome Take(RegisterRow row, Dictionary<(string Nik, string Fact), RegisteredFact> known, List<RegisteredFact> fresh)
    {
        var hash = seal.Hash(row.Nik);
        var nik = Convert.ToHexString(hash);
        var isKnown = register.Facts.Exists(f => known.ContainsKey((nik, f)));
        var isChanged = false;
        foreach (var (name, value) in row.Facts)
        {
            var now = known.GetValueOrDefault((nik, name));
            if (now is null ? value is null : now.ObservedOn > row.ObservedOn || (now.ObservedOn == row.ObservedOn && IsSame(now, value))) continue;
            isChanged = true;
            if (now is not null) (now.SupersededAt, now.ValidTo) = (clock.GetUtcNow().UtcDateTime, row.ObservedOn);
            fresh.Add(known[(nik, name)] = Fact(row, hash, name, value));
        }

        return !isChanged ? Outcome.Unchanged : isKnown ? Outcome.Changed : Outcome.Added;
    }

    private RegisteredFact Fact(RegisterRow row, byte[] hash, string name, Value? value) => new()
    {
        RegisterKey = register.Key,
        Fact = name,
        NikSealed = seal.Close(row.Nik),
        NikHash = hash,
        Number = value is { Text: null } number ? number.Number : null,
        Text = value?.Text,
        ObservedOn = row.ObservedOn,
        RecordedAt = clock.GetUtcNow().UtcDateTime,
        RetainUntil = register.RetainUntil,
    };

    private async Task Insert(List<RegisteredFact> fresh, CancellationToken stop)
    {
        if (fresh.Count == 0) return;
        var key = await KeyBlocks.Take(hub, nameof(RegisteredFact), fresh.Count, stop);
        var holders = await MatchFacts.Holders(hub, fresh.ConvertAll(f => seal.OpenText(f.NikSealed)!), seal, stop);
        foreach (var fact in fresh) (fact.Key, fact.PersonKey) = (key++, holders.GetValueOrDefault(Convert.ToHexString(fact.NikHash)));
        await hub.Insert(fresh, stop);
    }

    private static bool IsSame(RegisteredFact now, Value? value) =>
        value is { } v ? now.Text == v.Text && (v.Text is not null || now.Number == v.Number) : now is { Text: null, Number: null };
}
