using Microsoft.EntityFrameworkCore;

namespace Regsosek.Data;

/// <summary>The next free key of one table that is written in bulk; a block is taken in the transaction that uses it.</summary>
public sealed class KeyBlock
{
    public required string Name { get; set; }
    public long Next { get; set; }
}

/// <summary>Takes blocks of keys. The row stays locked until the transaction ends, so writers of one table go one after another.</summary>
public static class KeyBlocks
{
    /// <summary>Whoever changes families holds this row: imports, and a run at its beginning and when it is published, go one after another.</summary>
    public const string Families = "import";

    /// <summary>Writes one row durably and changes nothing: whether that can be done at all.</summary>
    public static async Task Touch(Registry registry, string name, CancellationToken stop = default)
    {
        var there = await registry.KeyBlocks.Where(k => k.Name == name)
            .ExecuteUpdateAsync(u => u.SetProperty(k => k.Next, k => k.Next + 1), stop);
        if (there > 0) return;
        registry.KeyBlocks.Add(new KeyBlock { Name = name, Next = 1 });
        await registry.SaveChangesAsync(stop);
    }

    /// <summary>The first of <paramref name="count"/> keys that are now the caller's. Needs a transaction.</summary>
    public static async Task<long> Take(Registry registry, string name, int count, CancellationToken stop = default)
    {
        var moved = await registry.KeyBlocks.Where(k => k.Name == name)
            .ExecuteUpdateAsync(u => u.SetProperty(k => k.Next, k => k.Next + count), stop);
        if (moved == 1) return await registry.KeyBlocks.Where(k => k.Name == name).Select(k => k.Next).SingleAsync(stop) - count;
        registry.KeyBlocks.Add(new KeyBlock { Name = name, Next = 1 + count });
        await registry.SaveChangesAsync(stop);
        return 1;
    }
}
