using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Partners;

/// <summary>The partner of a new agreement and its client. The client proves itself by its own keys (private_key_jwt); a secret is only
/// given out at the console, by the verb partners add.</summary>
/// <param name="Code">Code of a partner there is, or a new one.</param>
/// <param name="Name">Name of a new partner.</param>
/// <param name="Client">Id of the new client.</param>
/// <param name="Jwks">Its public keys (JWKS).</param>
public sealed record NewPartner(string Code, string? Name, string Client, JsonElement Jwks)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal static async Task<Problem?> Fault(NewPartner? partner, Registry registry, CancellationToken stop)
    {
        if (partner is null) return Problems.Invalid("partner", "a new agreement says whose it is.");
        if (!AgreementFaults.IsCode(partner.Code) || !AgreementFaults.IsCode(partner.Client))
            return Problems.Invalid("partner", "code and client are of letters, digits, dots and dashes, at most 60.");
        var known = await registry.Partners.AnyAsync(p => p.Code == partner.Code, stop);
        if (!known && string.IsNullOrWhiteSpace(partner.Name)) return Problems.Invalid("partner", "a new partner has a name.");
        if (await registry.Clients.AnyAsync(c => c.ClientId == partner.Client, stop)) return Problems.Invalid("partner", "there is such a client already.");
        return IsPublic(partner.Jwks) ? null : Problems.Invalid("partner", "jwks holds the client's public keys, none of them private.");
    }

    private static bool IsPublic(JsonElement jwks)
    {
        try
        {
            var keys = new JsonWebKeySet(jwks.GetRawText()).Keys;
            return keys.Count > 0 && keys.All(k => k is { D: null, P: null, Q: null, K: null, Kty: "EC" or "RSA" });
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
