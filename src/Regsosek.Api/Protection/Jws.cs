using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Regsosek.Api.Protection;

/// <summary>What the hub signs (JWS, compact, ES256) and whoever has its public keys can check without it. The type keeps one kind of statement from being taken for another.</summary>
public static class Jws
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Sign(string type, ReadOnlySpan<byte> payload, ECDsaSecurityKey key)
    {
        var signed = $"{Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(new Header("ES256", key.KeyId, type), Json))}.{Base64UrlEncoder.Encode(payload.ToArray())}";
        return $"{signed}.{Base64UrlEncoder.Encode(key.ECDsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    /// <returns>The payload; null when none of the keys signed it, or it is of another type.</returns>
    public static byte[]? Read(string type, string text, IReadOnlyDictionary<string, ECDsa> keys)
    {
        try
        {
            var parts = text.Trim().Split('.');
            var header = JsonSerializer.Deserialize<Header>(Base64UrlEncoder.DecodeBytes(parts[0]), Json)!;
            return parts.Length == 3 && header.Alg == "ES256" && header.Typ == type && keys.TryGetValue(header.Kid, out var key)
                && key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64UrlEncoder.DecodeBytes(parts[2]), HashAlgorithmName.SHA256)
                ? Base64UrlEncoder.DecodeBytes(parts[1])
                : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or CryptographicException)
        {
            // As bad as a wrong signature.
            return null;
        }
    }

    /// <param name="jwks">A JSON Web Key Set, as /.well-known/jwks of the hub gives it.</param>
    public static IReadOnlyDictionary<string, ECDsa> Keys(string jwks) => new JsonWebKeySet(jwks).Keys.Where(k => k is { Kty: "EC", Crv: "P-256" })
        .ToDictionary(k => k.Kid, k => ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = { X = Base64UrlEncoder.DecodeBytes(k.X), Y = Base64UrlEncoder.DecodeBytes(k.Y) },
        }), StringComparer.Ordinal);

    private sealed record Header(string Alg, string Kid, string Typ);
}
