using System.Security.Cryptography;
using System.Text.Json;
using Regsosek.Api.Http;
using Regsosek.Api.Protection;

namespace Regsosek.Api.Lists;

/// <summary>Verifies pulled parts with nothing but them, the manifest and the public keys: the signature, and that each file is one of the parts that were signed.</summary>
public static class VerifyList
{
    /// <param name="jwks">A JSON Web Key Set, as /.well-known/jwks of the hub gives it.</param>
    public static async Task<ListVerdict> Run(string manifest, string jwks, IReadOnlyList<string> files, CancellationToken stop = default)
    {
        if (Read(manifest, jwks) is not { } signed) return new(null, [], [], "The manifest is not signed by any of the keys.");
        var parts = signed.Parts.ToDictionary(p => p.Sha256);
        var held = new HashSet<int>();
        foreach (var path in files)
        {
            await using var file = File.OpenRead(path);
            if (!parts.TryGetValue(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)), out var part))
                return new(signed, [.. held.Order()], [], $"{Path.GetFileName(path)} is none of the list's parts.");
            held.Add(part.Number);
        }

        return new(signed, [.. held.Order()], [.. signed.Parts.Select(p => p.Number).Except(held).Order()], null);
    }

    private static ListManifest? Read(string manifest, string jwks)
    {
        try
        {
            return Jws.Read(ListManifest.Type, manifest, Jws.Keys(jwks)) is { } payload
                && JsonSerializer.Deserialize<ListManifest>(payload, Json.Web) is { Manifest: ListManifest.Form } said ? said : null;
        }
        catch (JsonException)
        {
            // As bad as a wrong signature.
            return null;
        }
    }
}

/// <summary>What holds of a list's files.</summary>
/// <param name="Held">Numbers of the parts that were given.</param>
/// <param name="Missing">Of those that were not.</param>
/// <param name="Fault">What does not hold; null when all of it does.</param>
public sealed record ListVerdict(ListManifest? Manifest, IReadOnlyList<int> Held, IReadOnlyList<int> Missing, string? Fault);
