using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Protection;

/// <summary>New keys, while the hub runs. One of these at a time: the file beside the ring is held meanwhile.</summary>
public sealed class RotateKeys(string folder, TimeProvider clock) : IDisposable
{
    private readonly FileStream _held =
        new(Path.Combine(folder, "keys.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private KeyRing Ring => KeyRing.Load(folder) ?? throw new InvalidOperationException($"There is no {KeyRing.FileName} at Keys:Path.");

    /// <summary>Signing, token-encryption and cursor keys. Tokens out there hold until they end, unless they are cut.</summary>
    public void Tokens(TimeSpan lifetime, bool cut)
    {
        var ring = Ring;
        if (!cut && ring.SigningSince is { } since && clock.GetUtcNow() - since < lifetime)
            throw new InvalidOperationException(
                "Tokens signed by the key before the last rotation may still hold: rotate later, or cut them with --cut.");
        ring.RotateTokens(clock.GetUtcNow(), cut);
        ring.Save(folder);
    }

    /// <summary>Other pseudonyms for each partner; the former ones are read for so many days more.</summary>
    public DateOnly Pseudonyms(IReadOnlyList<string> partners, int days)
    {
        var ring = Ring;
        var today = clock.Today();
        foreach (var partner in partners)
        {
            if (days > 0 && ring.Partners.TryGetValue(partner, out var had) && had.FormerUntil >= today)
                throw new InvalidOperationException(
                    $"{partner} may still ask by the pseudonyms before the last ones, until {had.FormerUntil:yyyy-MM-dd}. "
                    + "Wait, or cut with --overlap 0.");
            ring.RotatePseudonyms(partner, today.AddDays(days - 1));
        }

        ring.Save(folder);
        return today.AddDays(days - 1);
    }

    /// <summary>A sealing and a look-up key, and everything sealed and hashed anew; or, after a kill, the rest of it.</summary>
    /// <param name="settle">How long to wait until every request and import that began with the old keys alone has ended.</param>
    /// <returns>Rows sealed anew.</returns>
    public async Task<long> Seals(Registries registries, int batch, TimeSpan settle, Action<string, long>? progress, CancellationToken stop)
    {
        // Nobody else changes the ring while the lock is held.
        var ring = Ring;
        var goesOn = ring.Resealing;
        if (!goesOn)
        {
            if (ring.FormerLookup is not null)
                throw new InvalidOperationException("The keys before the last rotation are still there: run keys forget seals first.");
            ring.BeginResealing();
            ring.Save(folder);
        }

        using var seal = new Seal(ring);
        var reseal = new Reseal(registries, seal, batch);
        if (!goesOn) await reseal.Rewind(stop);

        // Also after a kill, which may have been during the wait.
        await Task.Delay(settle, clock, stop);

        // Once more when something was found, until a whole round finds nothing.
        var all = 0L;
        for (var changed = -1L; changed != 0; await reseal.Rewind(stop)) all += changed = await reseal.Run(progress, stop);
        ring.Resealing = false;
        ring.Save(folder);
        return all;
    }

    /// <summary>Drops the keys before, after making sure that nothing stands under them.</summary>
    public async Task Forget(Registries registries, CancellationToken stop)
    {
        var ring = Ring;
        if (ring.Resealing) throw new InvalidOperationException("A rotation of the seals has begun and is not finished (verb: keys rotate seals).");
        using var seal = new Seal(ring);
        if (await new Reseal(registries, seal, 1000).Left(stop) is > 0 and var left)
            throw new InvalidOperationException($"{left} rows are still sealed by a key before the newest.");
        ring.ForgetFormerSeals();
        ring.Save(folder);
    }

    public void Dispose() => _held.Dispose();
}
