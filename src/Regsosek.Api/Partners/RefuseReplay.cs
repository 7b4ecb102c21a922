using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Regsosek.Data;
using Regsosek.Data.Partners;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Regsosek.Api.Partners;

/// <summary>A client assertion (private_key_jwt) is accepted once: its jti, or its own hash, is kept until it expires (RFC 7523,
/// section 3, item 7).</summary>
public sealed class RefuseReplay(Registries registries, TimeProvider clock) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.EndpointType != OpenIddictServerEndpointType.Token || context.ClientAssertionPrincipal is not { } assertion) return;
        var jti = assertion.GetClaim(OpenIddictConstants.Claims.JwtId);
        var id = Base64Url.EncodeToString(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{context.ClientId}\n{jti ?? Unsigned(context.ClientAssertion!)}")));
        var now = clock.GetUtcNow().UtcDateTime;
        await using var registry = registries.For(Caller.System("token server"));
        await registry.UsedAssertions.Where(u => u.ExpiresAt < now).ExecuteDeleteAsync(context.CancellationToken);
        registry.UsedAssertions.Add(
            new UsedAssertion { Id = id, ExpiresAt = (assertion.GetExpirationDate()?.UtcDateTime ?? now.AddDays(1)).AddMinutes(10) });
        if (!await registry.TrySave(context.CancellationToken))
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "The client assertion was used before.");
    }

    // Another valid signature can be made from one that is known, so the signature is no part of the name.
    private static string Unsigned(string assertion) => assertion[..assertion.LastIndexOf('.')];
}
