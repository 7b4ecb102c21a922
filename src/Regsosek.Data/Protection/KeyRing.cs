using System.Security.Cryptography;
using System.Text.Json;

namespace Regsosek.Data.Protection;

/// <summary>The hub's secrets: one file, kept away from the data. The newest key of a list is used, the older ones still read.</summary>
public sealed class KeyRing
{
    public const string FileName = "keys.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Made by itself in Development; refused in Production.</summary>
    public required bool Development { get; init; }

    public required List<byte[]> Sealing { get; init; }
    public required byte[] Lookup { get; init; }
    public required byte[] Pairwise { get; init; }
    public required byte[] Cursor { get; init; }

    /// <summary>Private keys (P-256, PKCS#8) that sign tokens.</summary>
    public required List<byte[]> Signing { get; init; }

    public static KeyRing Create(bool development) => new()
    {
        Development = development,
        Sealing = [RandomNumberGenerator.GetBytes(32)],
        Lookup = RandomNumberGenerator.GetBytes(32),
        Pairwise = RandomNumberGenerator.GetBytes(32),
        Cursor = RandomNumberGenerator.GetBytes(32),
        Signing = [NewSigningKey()],
    };

    public static KeyRing? Load(string folder) =>
        File.Exists(Path.Combine(folder, FileName))
            ? JsonSerializer.Deserialize<KeyRing>(File.ReadAllBytes(Path.Combine(folder, FileName)), Json)
            : null;

    /// <summary>Adds a sealing and a signing key; everything sealed or signed before still opens.</summary>
    public void Rotate()
    {
        Sealing.Add(RandomNumberGenerator.GetBytes(32));
        Signing.Add(NewSigningKey());
    }

    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        var next = path + ".next";
        if (!OperatingSystem.IsWindows()) File.Create(next, 1, FileOptions.None).Dispose();
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(this, Json));
        File.Move(next, path, overwrite: true);
    }

    private static byte[] NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}
