using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Regsosek.Api.Protection;
using Regsosek.Data;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>What the hub signs of one closed segment: where it stands in the chain, the Merkle root over its entries' hashes, and the digest of
/// the file that holds the entries (before compression).</summary>
public sealed record SegmentStatement(
    string Log, string Issuer, long First, long Last, byte[] Previous, byte[] Hash, byte[] Root, DateTime ClosedAt, byte[] Sha256)
{
    public const string Form = "regsosek-access-log/1";
}

/// <summary>One closed segment as two files, described in docs/access-log.md: NAME.ndjson.gz holds the entries, NAME.jws the signed statement.
/// </summary>
public static class SegmentFile
{
    private const string Type = "regsosek-access-segment+jws";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Name(long first) => $"access-{first:D12}";

    public static bool Exists(string folder, long first) =>
        File.Exists(Path.Combine(folder, Name(first) + ".ndjson.gz")) && File.Exists(Path.Combine(folder, Name(first) + ".jws"));

    /// <summary>Writes both files, each whole or not at all; the statement comes last.</summary>
    public static async Task Write(
        string folder, AccessSegment segment, byte[] previous, IReadOnlyList<AccessEntry> entries, string issuer, ECDsaSecurityKey key,
        CancellationToken stop)
    {
        var path = Path.Combine(folder, Name(segment.First));
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var file = new WholeFile(path + ".ndjson.gz"))
        {
            await using (var zip = new GZipStream(file.Content, CompressionLevel.Fastest, leaveOpen: true))
            {
                foreach (var entry in entries)
                {
                    byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, Json), (byte)'\n'];
                    digest.AppendData(line);
                    await zip.WriteAsync(line, stop);
                }
            }

            file.Keep();
        }

        var statement = new SegmentStatement(SegmentStatement.Form, issuer, segment.First, segment.Last, previous, segment.LastHash, segment.Root,
            segment.ClosedAt, digest.GetHashAndReset());
        using var signed = new WholeFile(path + ".jws");
        await signed.Content.WriteAsync(Sign(statement, key), stop);
        signed.Keep();
    }

    /// <summary>The signed statement of a file.</summary>
    /// <exception cref="InvalidDataException">None of the keys made its signature, or it is no statement of ours.</exception>
    public static SegmentStatement Read(string path, IReadOnlyDictionary<string, ECDsa> keys)
    {
        try
        {
            if (Jws.Read(Type, File.ReadAllText(path), keys) is { } payload
                && JsonSerializer.Deserialize<SegmentStatement>(payload, Json) is { Log: SegmentStatement.Form } said)
                return said;
        }
        catch (JsonException)
        {
            // As bad as a wrong signature.
        }

        throw new InvalidDataException($"{Path.GetFileName(path)} is not signed by any of the keys.");
    }

    /// <summary>What is wrong with the entries beside a statement; null when they are those that were signed.</summary>
    public static async Task<string?> Fault(string folder, SegmentStatement statement, CancellationToken stop)
    {
        var name = Name(statement.First) + ".ndjson.gz";
        if (!File.Exists(Path.Combine(folder, name))) return $"{name} is missing.";
        var check = new ChainCheck(statement.First, statement.Previous);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            await using var zip = new GZipStream(File.OpenRead(Path.Combine(folder, name)), CompressionMode.Decompress);
            using var lines = new StreamReader(zip);
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                digest.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
                if (check.Fault(JsonSerializer.Deserialize<AccessEntry>(line, Json)!) is { } fault) return $"{name}: {fault}";
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            return $"{name} can't be read after entry {check.Next - 1}.";
        }

        var stored = new AccessSegment
        {
            First = statement.First,
            Last = statement.Last,
            Root = statement.Root,
            LastHash = statement.Hash,
            ClosedAt = statement.ClosedAt,
        };
        if (check.Fault(stored) is { } wrong) return $"{name}: {wrong}";
        return digest.GetHashAndReset().AsSpan().SequenceEqual(statement.Sha256) ? null : $"{name} is not the file that was signed.";
    }

    private static byte[] Sign(SegmentStatement statement, ECDsaSecurityKey key) =>
        Encoding.ASCII.GetBytes(Jws.Sign(Type, JsonSerializer.SerializeToUtf8Bytes(statement, Json), key) + "\n");
}
