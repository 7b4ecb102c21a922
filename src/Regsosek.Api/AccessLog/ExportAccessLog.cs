using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Partners;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Api.AccessLog;

/// <summary>Writes closed segments to a folder as signed files. A segment that is there and holds is left as it is, so that the same command goes on
/// after a kill; one that does not hold in the database is never signed.</summary>
public sealed class ExportAccessLog(Registries registries, LiveKeyRing keys, AuthSettings auth)
{
    /// <returns>Segments in the folder now, and how many of them were written by this.</returns>
    /// <exception cref="InvalidDataException">A segment does not hold.</exception>
    public async Task<(int All, int Written)> Run(string folder, Action<int, int>? progress = null, CancellationToken stop = default)
    {
        var to = await Begin(folder, stop);
        await using var registry = registries.For(Caller.System("export the access log"));
        var segments = await registry.AccessSegments.AsNoTracking().Where(s => s.ErasedAt == null).OrderBy(s => s.First).ToListAsync(stop);
        int all = 0, written = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            var exported = await to.Export(segments[i], stop);
            if (exported is not null) all++;
            if (exported is true) written++;
            progress?.Invoke(i + 1, segments.Count);
        }

        return (all, written);
    }

    /// <summary>Makes the folder, with the public keys of now in it: the newest signs what is written.</summary>
    public Task<SegmentFolder> Begin(string folder, CancellationToken stop) =>
        SegmentFolder.Open(folder, registries, SigningKeys.WithFormer(keys.Current), auth.Issuer, stop);
}
