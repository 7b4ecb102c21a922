using System.Security.Cryptography;

namespace Regsosek.Api.Enumeration;

/// <summary>A path on the command line as something to import: an NDJSON file, families.csv, or the folder of a CSV pair.</summary>
internal static class ImportSource
{
    private const int Buffer = 1 << 20;

    /// <exception cref="UnusableInputException">There is nothing of the kind at the path.</exception>
    public static async Task<ImportInput> Open(string path, Profile profile, CancellationToken stop)
    {
        var families = Directory.Exists(path) ? Path.Combine(path, CsvPair.Families) : path;
        if (!File.Exists(families)) throw new UnusableInputException($"There is no file {families}.");
        if (!Path.GetExtension(families).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            return new(await Hash(stop, families), Ndjson.Lines(Read(families)), new FileInfo(families).Length);

        var members = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(families))!, CsvPair.Members);
        if (!File.Exists(members)) throw new UnusableInputException($"There is no {CsvPair.Members} beside {families}.");
        var pair = new CsvPair(families, members, profile);
        pair.Check();
        return new(await Hash(stop, families, members), pair.Lines(), new FileInfo(families).Length);
    }

    private static FileStream Read(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan);

    private static async Task<string> Hash(CancellationToken stop, params string[] paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        foreach (var path in paths)
        {
            await using var file = Read(path);
            while (await file.ReadAsync(buffer, stop) is var read && read > 0) hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
