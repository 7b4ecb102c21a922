using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Protection;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Participation.Intake;

/// <summary>Writes some rows of a delivery in one transaction, and moves its line in it.</summary>
internal sealed class DeliveryWriter(Registry registry, long deliveryKey, Seal seal, TimeProvider clock)
{
    private const int Chunk = 1000;

    private readonly record struct Identity(UInt128 Number, RecipientKind Kind, int Period);

    private readonly record struct InForce(long Key, long DeliveryKey);

    /// <returns>The delivery as it stands after the rows.</returns>
    public async Task<Delivery> Write(IReadOnlyList<ReadRow> rows, long after, CancellationToken stop)
    {
        while (true)
        {
            var generation = seal.Generation;
            await using var transaction = await registry.Database.BeginTransactionAsync(stop);
            var delivery = await Write(rows, after, await KeyBlocks.Take(registry, nameof(DeliveredRow), rows.Count, stop), stop);
            registry.ChangeTracker.Clear();

            // Hashes of one key beside boxes of another would be taken for renewed.
            if (seal.Generation != generation) continue;
            await transaction.CommitAsync(stop);
            return delivery;
        }
    }

    private async Task<Delivery> Write(IReadOnlyList<ReadRow> rows, long after, long key, CancellationToken stop)
    {
        // The keys lock: of two deliveries one waits, and then sees what the other has written.
        var delivery = await registry.Deliveries.SingleAsync(d => d.Key == deliveryKey, stop);
        if (delivery.Line != after) throw new InvalidOperationException("Somebody else takes this delivery in.");
        var good = rows.Where(r => r.Fault is null).ToList();
        var matches = await Matches.Load(registry, seal, good, stop);
        var standing = await Standing(delivery.Programme, good, stop);
        var (written, kept, replaced) = (new List<DeliveredRow>(rows.Count), new List<KeptRow>(), new List<long>());
        foreach (var row in rows)
        {
            var made = Judge(row, delivery, key++, standing, replaced);
            if (made.State != RowState.Rejected && matches.Of(row) is { } match)
                (made.Level, made.HouseholdKey, made.PersonKey) = (match.Level, match.HouseholdKey, match.PersonKey);
            if (made.HouseholdKey is null) kept.Add(Kept(made.Key, row));
            written.Add(made);
        }

        await DeliveryStore.Replace(registry, [.. replaced], Now, stop);
        await registry.Insert(written, stop);
        await registry.Insert(kept, stop);
        delivery.Line = rows[^1].Given.Line;
        await registry.SaveChangesAsync(stop);
        return delivery;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DeliveredRow Judge(ReadRow row, Delivery delivery, long key, Dictionary<Identity, InForce> standing, List<long> replaced)
    {
        var made = new DeliveredRow
        {
            Key = key,
            DeliveryKey = delivery.Key,
            PartnerKey = delivery.PartnerKey,
            Line = row.Given.Line,
            Programme = delivery.Programme,
            Period = row.Period,
            RecordedAt = Now,
            State = RowState.Standing,
        };
        if (row.Fault is not null) return Rejected(row.Fault);
        var hash = seal.Hash(row.Recipient);
        var identity = new Identity(Enumeration.Standing.Number(hash), row.Kind, row.Period);
        var had = standing.GetValueOrDefault(identity);
        if (had.DeliveryKey == delivery.Key) return Rejected(RowFaults.Repeated);
        (made.Kind, made.NumberHash, made.NumberSealed, made.Amount) = (row.Kind, hash, seal.Close(row.Recipient), row.Amount);
        if (had.DeliveryKey > delivery.Key)
        {
            // A later delivery was quicker: what it told stays.
            (made.State, made.ReplacedAt) = (RowState.Replaced, Now);
            delivery.Late++;
            return made;
        }

        if (had.Key != 0) replaced.Add(had.Key);
        if (had.Key != 0) delivery.Replaced++;
        else delivery.Added++;
        standing[identity] = new(made.Key, delivery.Key);
        return made;

        DeliveredRow Rejected(string reason)
        {
            (made.State, made.Reason) = (RowState.Rejected, reason);
            delivery.Rejected++;
            return made;
        }
    }

    /// <summary>What is in force of the recipients and periods of these rows.</summary>
    private async Task<Dictionary<Identity, InForce>> Standing(string programme, List<ReadRow> rows, CancellationToken stop)
    {
        var sought = new Sought([.. rows.Select(r => r.Recipient).Distinct()], seal);
        int[] periods = [.. rows.Select(r => r.Period).Distinct()];
        var standing = new Dictionary<Identity, InForce>();
        foreach (var chunk in sought.All.Chunk(Chunk))
        {
            var found = await registry.DeliveredRows.AsNoTracking()
                .Where(r => r.NumberHash != null && chunk.Contains(r.NumberHash) && r.Programme == programme && periods.Contains(r.Period)
                    && r.State == RowState.Standing)
                .Select(r => new { r.NumberHash, r.Kind, r.Period, r.Key, r.DeliveryKey }).ToListAsync(stop);
            foreach (var row in found) standing[new(Enumeration.Standing.Number(sought.Of(row.NumberHash!)), row.Kind!.Value, row.Period)] = new(row.Key, row.DeliveryKey);
        }

        return standing;
    }

    private KeptRow Kept(long key, ReadRow row)
    {
        var content = row.Given.Content;
        return new() { Key = key, ContentHash = seal.Digest(content), Sealed = RawRow.Close(seal, content) };
    }
}
