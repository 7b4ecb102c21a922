using Regsosek.Api.Protection;

namespace Regsosek.Api.AccessLog;

/// <summary>Verifies exported segments with nothing but their files and the public keys: signatures, entries, roots, and that each segment goes on
/// from the one before it.</summary>
public static class VerifyExport
{
    /// <param name="jwks">A JSON Web Key Set, as /.well-known/jwks of the hub gives it.</param>
    public static async Task<AccessLogVerdict> Run(string folder, string jwks, Action<long>? progress = null, CancellationToken stop = default)
    {
        var keys = Jws.Keys(jwks);
        SegmentStatement? before = null;
        long entries = 0, segments = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "access-*.jws").Order(StringComparer.Ordinal))
        {
            SegmentStatement statement;
            try
            {
                statement = SegmentFile.Read(path, keys);
            }
            catch (InvalidDataException fault)
            {
                return new(entries, segments, fault.Message);
            }

            if (Path.GetFileNameWithoutExtension(path) != SegmentFile.Name(statement.First))
                return new(entries, segments, $"{Path.GetFileName(path)} is the statement of another segment.");
            if (before is not null && statement.First != before.Last + 1)
                return new(entries, segments, $"The segment from entry {before.Last + 1} on is missing.");
            if (!statement.Previous.AsSpan().SequenceEqual(before?.Hash ?? (statement.First == 1 ? AccessChain.Origin : statement.Previous)))
                return new(entries, segments, $"The segment from entry {statement.First} on does not go on from the one before it.");
            if (await SegmentFile.Fault(folder, statement, stop) is { } wrong) return new(entries, segments, wrong);
            before = statement;
            segments++;
            entries += statement.Last - statement.First + 1;
            progress?.Invoke(entries);
        }

        return new(entries, segments, segments == 0 ? $"There is no segment in {folder}." : null);
    }
}
