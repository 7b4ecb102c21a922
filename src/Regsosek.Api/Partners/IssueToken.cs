using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Partners;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Regsosek.Api.Partners;

/// <summary>Answers a token request of a client that has proved who it is: the agreement must be in force, name the purpose and
/// grant the scopes.</summary>
public sealed class IssueToken(Registries registries) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        await using var registry = registries.For(Caller.System("token server"));
        var client = await registry.Clients.AsNoTracking().Include(c => c.Agreement)
            .FirstOrDefaultAsync(c => c.ClientId == context.ClientId, context.CancellationToken);
        if (client is null || !client.Agreement.InForce(registry.Today))
        {
            Refuse(context, Errors.UnauthorizedClient, Problems.AgreementNotInForce);
            return;
        }

        if (client.SuspendedAt is not null)
        {
            Refuse(context, Errors.UnauthorizedClient, Problems.ClientSuspended);
            return;
        }

        var purpose = (string?)context.Request.GetParameter("purpose");
        if (purpose is null && client.Agreement.Purposes.Count > 1) Refuse(context, Errors.InvalidRequest, Problems.PurposeRequired);
        else if (purpose is not null && !client.Agreement.Purposes.Contains(purpose))
            Refuse(context, Errors.InvalidRequest, Problems.PurposeNotAgreed);
        else if (context.Request.GetScopes().FirstOrDefault(s => !client.Agreement.Scopes.Contains(s)) is { } stray)
            Refuse(context, Errors.InvalidScope, Problems.Scope(stray));
        else context.SignIn(Principal(client, purpose ?? client.Agreement.Purposes[0],
            context.Request.GetScopes() is { IsEmpty: false } asked ? asked : [.. client.Agreement.Scopes]));
    }

    private static ClaimsPrincipal Principal(Client client, string purpose, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("client", Claims.Subject, Claims.Role);
        identity.SetClaim(Claims.Subject, client.ClientId).SetClaim("purpose", purpose);
        identity.SetClaim(IssuedTermsReader.VersionClaim, client.Agreement.Version);
        identity.SetScopes(scopes);
        identity.SetResources(TokenServer.Audience);
        identity.SetDestinations(static _ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    private static void Refuse(HandleTokenRequestContext context, string error, Problem problem) =>
        context.Reject(error, $"{problem.Code}: {problem.Title}", problem.Type);
}
