using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using Regsosek.Api.Http;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Partners;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Regsosek.Api.Partners;

/// <summary>A partner with one agreement and one client, from a document of the shape of schema/partners/demo.json.</summary>
public sealed record PartnerDocument(
    string Code, string Name, string LegalBasis, List<string> Purposes, List<string> Regions, List<string> Fields, List<string> Programmes,
    List<string> Scopes, int Budget,
    JsonElement? Limit = null, bool RequiresEndUser = false, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public static PartnerDocument Read(string path) => JsonSerializer.Deserialize<PartnerDocument>(File.ReadAllBytes(path), Json.Web)!;
}

/// <summary>Registers a partner: its agreement in force, and a client that proves itself by a secret or by its own keys (private_key_jwt).</summary>
public static class AddPartner
{
    /// <returns>The secret, which is shown once; null when the client has keys of its own.</returns>
    public static async Task<string?> Run(
        PartnerDocument document, string? jwks, string? secret, bool demo, IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await using var registry = scope.ServiceProvider.GetRequiredService<Registries>().For(Caller.System("add a partner"));
        if (await registry.Partners.AnyAsync(p => p.Code == document.Code, stop))
            throw new InvalidOperationException($"There is a partner '{document.Code}' already.");
        if (await registry.Clients.AnyAsync(c => c.ClientId == document.Code, stop))
            throw new InvalidOperationException($"There is a client '{document.Code}' already.");
        var agreement = Agreement(document, registry.Today, demo);
        if (await AgreementFaults.Of(agreement, registry, scope.ServiceProvider.GetRequiredService<Facts>(),
            scope.ServiceProvider.GetRequiredService<Programmes.ProgrammeCatalogue>(), stop) is { } fault)
            throw new InvalidOperationException(fault.Detail);

        // The client first: without its agreement it can do nothing, and a run that was cut short can be run again.
        if (jwks is null) secret ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        if (scope.ServiceProvider.GetService<IOpenIddictApplicationManager>() is { } applications)
            await Register(applications, document.Code, jwks is null ? secret : null, jwks, stop);
        registry.Partners.Add(new Partner { Code = document.Code, Name = document.Name, Agreements = { agreement } });
        await registry.SaveChangesAsync(stop);
        return jwks is null ? secret : null;
    }

    internal static async Task Register(
        IOpenIddictApplicationManager applications, string client, string? secret, string? jwks, CancellationToken stop)
    {
        if (await applications.FindByClientIdAsync(client, stop) is { } halfway) await applications.DeleteAsync(halfway, stop);
        await applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = client,
            ClientSecret = secret,
            JsonWebKeySet = jwks is null ? null : new JsonWebKeySet(jwks),
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        }, stop);
    }

    private static Agreement Agreement(PartnerDocument document, DateOnly today, bool demo) => new()
    {
        Code = demo ? $"demo-{document.Code}" : document.Code,
        LegalBasis = document.LegalBasis,
        Purposes = document.Purposes,
        Regions = document.Regions,
        Fields = FieldGroupNames.Parse(document.Fields),
        Programmes = document.Programmes,
        Scopes = document.Scopes,
        Limit = document.Limit?.GetRawText(),
        Budget = document.Budget,
        RequiresEndUser = document.RequiresEndUser,
        ValidFrom = document.ValidFrom ?? today,
        ValidTo = document.ValidTo,
        Status = AgreementStatus.Active,
        Clients = { new Client { ClientId = document.Code, IsDemo = demo } },
    };
}
