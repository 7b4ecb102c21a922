using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Regsosek.Data;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>A folder of signed segments, with the keys of the ring as it was when it was opened.</summary>
/// <param name="keys">The first of them signs.</param>
public sealed class SegmentFolder(string folder, Registries registries, IReadOnlyList<ECDsaSecurityKey> keys, Uri issuer)
{
    public string Path => folder;

    /// <summary>Makes the folder, with the public keys in it.</summary>
    public static async Task<SegmentFolder> Open(
        string folder, Registries registries, IReadOnlyList<ECDsaSecurityKey> keys, Uri issuer, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        using var published = new WholeFile(System.IO.Path.Combine(folder, "jwks.json"));
        await published.Content.WriteAsync(PublicKeys(keys), stop);
        published.Keep();
        return new(folder, registries, keys, issuer);
    }

    /// <summary>Makes sure that the folder holds the segment.</summary>
    /// <returns>Whether it was written by this; null when its retention took it from the database meanwhile.</returns>
    /// <exception cref="InvalidDataException">It does not hold in the database, or can't be read back.</exception>
    public async Task<bool?> Export(AccessSegment segment, CancellationToken stop)
    {
        if (await Holds(segment, stop)) return false;
        await using var registry = registries.For(Caller.System("export the access log"));
        var previous = segment.First == 1
            ? AccessChain.Origin
            : await registry.AccessSegments.Where(s => s.Last == segment.First - 1).Select(s => s.LastHash).SingleAsync(stop);
        var entries = await registry.AccessEntries.AsNoTracking().Where(e => e.Sequence >= segment.First && e.Sequence <= segment.Last)
            .OrderBy(e => e.Sequence).ToListAsync(stop);
        if (Fault(segment, previous, entries) is { } fault)
        {
            var erased = await registry.AccessSegments.AnyAsync(s => s.First == segment.First && s.ErasedAt != null, stop);
            return erased ? null : throw new InvalidDataException(fault);
        }

        await SegmentFile.Write(folder, segment, previous, entries, issuer.AbsoluteUri, keys[0], stop);
        return await Holds(segment, stop) ? true : throw new InvalidDataException($"What was written to {folder} can't be read back.");
    }

    /// <summary>Whether the folder has both files of the segment, whatever is in them.</summary>
    public bool Has(AccessSegment segment) => SegmentFile.Exists(folder, segment.First);

    /// <summary>Whether the folder holds the segment, signed by a key of ours and whole.</summary>
    public async Task<bool> Holds(AccessSegment segment, CancellationToken stop)
    {
        var path = System.IO.Path.Combine(folder, SegmentFile.Name(segment.First) + ".jws");
        if (!File.Exists(path)) return false;
        try
        {
            var statement = SegmentFile.Read(path, keys.ToDictionary(k => k.KeyId, k => k.ECDsa));
            return statement.Last == segment.Last && statement.Root.AsSpan().SequenceEqual(segment.Root)
                && await SegmentFile.Fault(folder, statement, stop) is null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static string? Fault(AccessSegment segment, byte[] previous, List<AccessEntry> entries)
    {
        var check = new ChainCheck(segment.First, previous);
        foreach (var entry in entries)
            if (check.Fault(entry) is { } fault) return fault;
        return check.Fault(segment);
    }

    private static byte[] PublicKeys(IReadOnlyList<ECDsaSecurityKey> keys)
    {
        var published = keys.Select(key =>
        {
            var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
            return new
            {
                kty = "EC",
                crv = "P-256",
                alg = "ES256",
                use = "sig",
                kid = key.KeyId,
                x = Base64UrlEncoder.Encode(point.X),
                y = Base64UrlEncoder.Encode(point.Y),
            };
        });
        return JsonSerializer.SerializeToUtf8Bytes(new { keys = published });
    }
}
