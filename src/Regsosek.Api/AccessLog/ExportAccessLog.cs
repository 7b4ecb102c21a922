using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Regsosek.Api.Partners;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Protection;

namespace Regsosek.Api.AccessLog;

/// <summary>Writes closed segments to a folder as signed files. A segment that is there and holds is left as it is, so that the same command goes on
/// after a kill; one that does not hold in the database is never signed.</summary>
public sealed class ExportAccessLog(Registries registries, LiveKeyRing keys, AuthSettings auth)
{
    private readonly IReadOnlyList<ECDsaSecurityKey> _keys = SigningKeys.WithFormer(keys.Current);

    /// <returns>Segments in the folder now, and how many of them were written by this.</returns>
    /// <exception cref="InvalidDataException">A segment does not hold.</exception>
    public async Task<(int All, int Written)> Run(string folder, Action<int, int>? progress = null, CancellationToken stop = default)
    {
        await Begin(folder, stop);
        await using var registry = registries.For(Caller.System("export the access log"));
        var segments = await registry.AccessSegments.AsNoTracking().Where(s => s.ErasedAt == null).OrderBy(s => s.First).ToListAsync(stop);
        var written = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            if (await Export(folder, segments[i], stop)) written++;
            progress?.Invoke(i + 1, segments.Count);
        }

        return (segments.Count, written);
    }

    /// <summary>Makes the folder, with the public keys in it.</summary>
    public Task Begin(string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        return File.WriteAllTextAsync(Path.Combine(folder, "jwks.json"), PublicKeys(), stop);
    }

    /// <summary>Makes sure that the folder holds the segment.</summary>
    /// <returns>False when it was there.</returns>
    public async Task<bool> Export(string folder, AccessSegment segment, CancellationToken stop)
    {
        if (await Holds(folder, segment, stop)) return false;
        await using var registry = registries.For(Caller.System("export the access log"));
        var previous = segment.First == 1
            ? AccessChain.Origin
            : await registry.AccessSegments.Where(s => s.Last == segment.First - 1).Select(s => s.LastHash).SingleAsync(stop);
        var entries = await registry.AccessEntries.AsNoTracking().Where(e => e.Sequence >= segment.First && e.Sequence <= segment.Last)
            .OrderBy(e => e.Sequence).ToListAsync(stop);
        var check = new ChainCheck(segment.First, previous);
        foreach (var entry in entries)
            if (check.Fault(entry) is { } fault) throw new InvalidDataException(fault);
        if (check.Fault(segment) is { } wrong) throw new InvalidDataException(wrong);
        await SegmentFile.Write(folder, segment, previous, entries, auth.Issuer.AbsoluteUri, _keys[0], stop);
        return await Holds(folder, segment, stop) ? true : throw new InvalidDataException($"What was written to {folder} can't be read back.");
    }

    /// <summary>Whether the folder holds the segment, signed by a key of ours and whole.</summary>
    public async Task<bool> Holds(string folder, AccessSegment segment, CancellationToken stop)
    {
        var path = Path.Combine(folder, SegmentFile.Name(segment.First) + ".jws");
        if (!File.Exists(path)) return false;
        try
        {
            var statement = SegmentFile.Read(path, _keys.ToDictionary(k => k.KeyId, k => k.ECDsa));
            return statement.Last == segment.Last && statement.Root.AsSpan().SequenceEqual(segment.Root)
                && await SegmentFile.Fault(folder, statement, stop) is null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private string PublicKeys()
    {
        var published = _keys.Select(key =>
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
        return JsonSerializer.Serialize(new { keys = published });
    }
}
