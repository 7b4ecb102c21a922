using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Enumeration;

namespace Regsosek.Data.Protection;

/// <summary>Seals everything anew under the newest key, and hashes numbers under the look-up key in use. Goes through each table in key order, a
/// transaction a batch, which also moves a mark: after a kill it goes on from there. Rows that are sealed already are passed over, so that it may
/// be run twice.</summary>
public sealed class Reseal(Registries registries, Seal seal, int batch)
{
    private const string Mark = "reseal:";

    private sealed record Row(long Key, byte[] Box, byte[]? Also);

    /// <summary>Once through everything.</summary>
    /// <returns>Rows that were sealed anew.</returns>
    public async Task<long> Run(Action<string, long>? progress = null, CancellationToken stop = default)
    {
        var changed = 0L;
        await using (var registry = registries.For(Caller.System("reseal")))
        {
            changed += await Table(registry, registry.Persons, "Key", "NikSealed", "NikHash", progress, stop);
            changed += await Table(registry, registry.PersonVersions, "VersionKey", "NikSealed", "NikHash", progress, stop);
            changed += await Table(registry, registry.Households, "Key", "FamilyCardSealed", "FamilyCardHash", progress, stop);
            changed += await Table(registry, registry.HouseholdVersions, "VersionKey", "FamilyCardSealed", "FamilyCardHash", progress, stop);
            changed += await Table(registry, registry.FamilyCards, "Key", "NumberSealed", "NumberHash", progress, stop);
            changed += await Table(registry, registry.RegisteredFacts, "Key", "NikSealed", "NikHash", progress, stop);
            changed += await Table(registry, registry.RegisterFaults, "Key", "Sealed", null, progress, stop);
            changed += await Table(registry, registry.Payloads, "HouseholdKey", "Sealed", null, progress, stop);
            changed += await Table(registry, registry.RejectedRows, "Key", "Sealed", null, progress, stop);
            changed += await Table(registry, registry.DeliveredRows, "Key", "NumberSealed", "NumberHash", progress, stop);
            changed += await Table(registry, registry.KeptRows, "Key", "Sealed", null, progress, stop);
            changed += await Table(registry, registry.DeliveryParts, "Key", "Sealed", null, progress, stop);
        }

        return changed;
    }

    /// <summary>The next run begins at the first row.</summary>
    public async Task Rewind(CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("reseal"));
        await registry.KeyBlocks.Where(k => k.Name.StartsWith(Mark)).ExecuteDeleteAsync(stop);
    }

    /// <summary>Sealed rows that are not under the newest key.</summary>
    public async Task<long> Left(CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("reseal"));
        return await Left(registry.Persons, "NikSealed", stop) + await Left(registry.PersonVersions, "NikSealed", stop)
            + await Left(registry.Households, "FamilyCardSealed", stop) + await Left(registry.HouseholdVersions, "FamilyCardSealed", stop)
            + await Left(registry.FamilyCards, "NumberSealed", stop) + await Left(registry.Payloads, "Sealed", stop)
            + await Left(registry.RegisteredFacts, "NikSealed", stop) + await Left(registry.RegisterFaults, "Sealed", stop)
            + await Left(registry.RejectedRows, "Sealed", stop) + await Left(registry.DeliveredRows, "NumberSealed", stop)
            + await Left(registry.KeptRows, "Sealed", stop) + await Left(registry.DeliveryParts, "Sealed", stop);
    }

    private async Task<long> Left<T>(IQueryable<T> table, string box, CancellationToken stop)
        where T : class
    {
        var left = 0L;
        await foreach (var sealedBox in table.IgnoreQueryFilters().AsNoTracking().Where(e => EF.Property<byte[]?>(e, box) != null)
            .Select(e => EF.Property<byte[]>(e, box)).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (sealedBox[0] != seal.Generation) left++;
        }

        return left;
    }

    private async Task<long> Table<T>(
        Registry registry, IQueryable<T> table, string key, string box, string? hash, Action<string, long>? progress, CancellationToken stop)
        where T : class
    {
        var name = Mark + typeof(T).Name;
        var all = table.IgnoreQueryFilters();
        var changed = 0L;
        var from = await registry.KeyBlocks.Where(k => k.Name == name).Select(k => (long?)k.Next).SingleOrDefaultAsync(stop) ?? long.MinValue;
        while (true)
        {
            var rows = await Rows(all.Where(e => EF.Property<long>(e, key) > from).OrderBy(e => EF.Property<long>(e, key)), key, box, typeof(T) == typeof(Payload))
                .Take(batch).ToListAsync(stop);
            if (rows.Count == 0) return changed;

            // Several rows of a table may have one key (payloads of a family): the last key's are taken whole.
            var last = rows[^1].Key;
            rows = [.. rows.Where(r => r.Key < last),
                .. await Rows(all.Where(e => EF.Property<long>(e, key) == last), key, box, typeof(T) == typeof(Payload)).ToListAsync(stop)];
            await using var transaction = await registry.Database.BeginTransactionAsync(stop);
            foreach (var row in rows.Where(r => r.Box[0] != seal.Generation)) changed += await Change(all, row, key, box, hash, stop);
            await MoveTo(registry, name, last, stop);
            await transaction.CommitAsync(stop);
            from = last;
            progress?.Invoke(typeof(T).Name, changed);
        }
    }

    private static IQueryable<Row> Rows<T>(IQueryable<T> from, string key, string box, bool isPayload)
        where T : class
    {
        var filled = from.AsNoTracking().Where(e => EF.Property<byte[]?>(e, box) != null);
        return isPayload
            ? filled.Select(e => new Row(EF.Property<long>(e, key), EF.Property<byte[]>(e, box), EF.Property<byte[]>(e, "ContentHash")))
            : filled.Select(e => new Row(EF.Property<long>(e, key), EF.Property<byte[]>(e, box), null));
    }

    /// <summary>Only if it is still what was read.</summary>
    private Task<int> Change<T>(IQueryable<T> all, Row row, string key, string box, string? hash, CancellationToken stop)
        where T : class
    {
        var plain = seal.Open(row.Box);
        var anew = seal.Close(plain);
        var one = all.Where(e => EF.Property<long>(e, key) == row.Key && EF.Property<byte[]>(e, box) == row.Box);
        if (row.Also is { } content) one = one.Where(e => EF.Property<byte[]>(e, "ContentHash") == content);
        if (hash is null) return one.ExecuteUpdateAsync(u => u.SetProperty(e => EF.Property<byte[]>(e, box), anew), stop);
        var number = seal.Hash(System.Text.Encoding.UTF8.GetString(plain));
        return one.ExecuteUpdateAsync(
            u => u.SetProperty(e => EF.Property<byte[]>(e, box), anew).SetProperty(e => EF.Property<byte[]>(e, hash), number), stop);
    }

    private static async Task MoveTo(Registry registry, string name, long last, CancellationToken stop)
    {
        if (await registry.KeyBlocks.Where(k => k.Name == name).ExecuteUpdateAsync(u => u.SetProperty(k => k.Next, last), stop) > 0) return;
        registry.KeyBlocks.Add(new KeyBlock { Name = name, Next = last });
        await registry.SaveChangesAsync(stop);
        registry.ChangeTracker.Clear();
    }
}
