using System.Security.Cryptography;
using System.Text.Json;

namespace Regsosek.Data.Protection;

/// <summary>The hub's secrets: one file, kept away from the data. The newest key of a kind is used; the one before still reads.</summary>
public sealed class KeyRing
{
    public const string FileName = "keys.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Made by itself in Development; refused in Production.</summary>
    public required bool Development { get; init; }

    /// <summary>Keys of what is sealed at rest; a box names its key by the place in this list. One that is forgotten is empty.</summary>
    public required List<byte[]> Sealing { get; init; }

    /// <summary>Key of the hashes by which a NIK or KK is found again.</summary>
    public required byte[] Lookup { get; set; }

    /// <summary>The one before, for rows that still have its hashes; until it is forgotten.</summary>
    public byte[]? FormerLookup { get; set; }

    /// <summary>Everything is being sealed and hashed anew. No import runs meanwhile.</summary>
    public bool Resealing { get; set; }

    /// <summary>Key of content digests and of ids made from numbers, which have to stay; the first <see cref="Lookup"/> while it is not
    /// set.</summary>
    public byte[]? Marks { get; set; }

    /// <summary>From which the pseudonym keys of partners are derived that were never given one of their own.</summary>
    public required byte[] Pairwise { get; init; }

    /// <summary>Partners whose pseudonyms were changed, by code.</summary>
    public Dictionary<string, PartnerKeys> Partners { get; init; } = [];

    public required byte[] Cursor { get; set; }
    public byte[]? FormerCursor { get; set; }

    /// <summary>Private keys (P-256, PKCS#8) that sign tokens.</summary>
    public required List<byte[]> Signing { get; init; }

    /// <summary>Public keys (SubjectPublicKeyInfo) of those that sign no more: what they signed and is kept, the exported access log, still checks.</summary>
    public List<byte[]> FormerSigners { get; init; } = [];

    /// <summary>When the newest of them was made; null for the first.</summary>
    public DateTimeOffset? SigningSince { get; set; }

    public static KeyRing Create(bool development) => new()
    {
        Development = development,
        Sealing = [NewKey()],
        Lookup = NewKey(),
        Pairwise = NewKey(),
        Cursor = NewKey(),
        Signing = [NewSigningKey()],
    };

    public static KeyRing? Load(string folder) =>
        File.Exists(Path.Combine(folder, FileName))
            ? JsonSerializer.Deserialize<KeyRing>(File.ReadAllBytes(Path.Combine(folder, FileName)), Json)
            : null;

    /// <summary>New keys for tokens and cursors. Those of the key before still hold; of older ones they are cut.</summary>
    /// <param name="cut">The key before is cut too.</param>
    public void RotateTokens(DateTimeOffset now, bool cut)
    {
        Signing.Add(NewSigningKey());
        foreach (var gone in Signing[..^(cut ? 1 : 2)]) FormerSigners.Add(PublicOf(gone));
        Signing.RemoveRange(0, Signing.Count - (cut ? 1 : 2));
        SigningSince = now;
        (FormerCursor, Cursor) = (cut ? null : Cursor, NewKey());
    }

    /// <summary>A new sealing key with a new look-up key; what stands under the old ones is now to be sealed anew.</summary>
    public void BeginResealing()
    {
        if (Resealing || FormerLookup is not null) throw new InvalidOperationException("The keys before are still in use.");
        Marks ??= Lookup;
        Sealing.Add(NewKey());
        (FormerLookup, Lookup, Resealing) = (Lookup, NewKey(), true);
    }

    /// <summary>Drops what only rows could need that nobody has any more.</summary>
    public void ForgetFormerSeals()
    {
        for (var number = 0; number < Sealing.Count - 1; number++) Sealing[number] = [];
        FormerLookup = null;
    }

    /// <summary>Other pseudonyms for one partner; the former ones are still read until a day.</summary>
    public void RotatePseudonyms(string partner, DateOnly formerUntil) =>
        Partners[partner] = new(
            NewKey(), Partners.TryGetValue(partner, out var had) ? had.Key : Pseudonym.DerivedKey(Pairwise, partner), formerUntil);

    /// <summary>Whole or not at all, and readable for its owner only from the first byte on.</summary>
    public void Save(string folder)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, owner | UnixFileMode.UserExecute);
        using var file = new WholeFile(Path.Combine(folder, FileName), owner);
        JsonSerializer.Serialize(file.Content, this, Json);
        file.Keep();
    }

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    private static byte[] PublicOf(byte[] pkcs8)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return key.ExportSubjectPublicKeyInfo();
    }

    private static byte[] NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}

/// <summary>Pseudonym keys of one partner.</summary>
public sealed record PartnerKeys(byte[] Key, byte[] Former, DateOnly FormerUntil);
