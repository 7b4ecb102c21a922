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
/// <param name="Reviewers">Further clients under the same agreement, with secrets of their own: second principals.</param>
public sealed record PartnerDocument(
    string Code, string Name, string LegalBasis, List<string> Purposes, List<string> Regions, List<string> Fields, List<string> Programmes,
    List<string> Scopes, int Budget,
    JsonElement? Limit = null, bool RequiresEndUser = false, DateOnly? ValidFrom = null, DateOnly? ValidTo = null,
    IReadOnlyList<string>? Reviewers = null)
{
    public static PartnerDocument Read(string path) => JsonSerializer.Deserialize<PartnerDocument>(File.ReadAllBytes(path), Json.Web)!;
}

/// <summary>Registers a partner: its agreement in force, and a client that proves itself by a secret or by its own keys (private_key_jwt).</summary>
public static class AddPartner
{
    /// <returns>Secrets by client, which are shown once; the partner's own client has none when it has keys.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> Run(
        PartnerDocument document, string? jwks, bool demo, IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await using var registry = scope.ServiceProvider.GetRequiredService<Registries>().For(Caller.System("add a partner"));
        if (await registry.Partners.AnyAsync(p => p.Code == document.Code, stop))
            throw new InvalidOperationException($"There is a partner '{document.Code}' already.");
        string[] clients = [document.Code, .. document.Reviewers ?? []];
        if (await registry.Clients.Where(c => clients.Contains(c.ClientId)).Select(c => c.ClientId).FirstOrDefaultAsync(stop) is { } taken)
            throw new InvalidOperationException($"There is a client '{taken}' already.");
        var agreement = Agreement(document, registry.Today, demo);
        if (await AgreementFaults.Of(agreement, registry, scope.ServiceProvider.GetRequiredService<Facts>(),
            scope.ServiceProvider.GetRequiredService<Programmes.ProgrammeCatalogue>(), stop) is { } fault)
            throw new InvalidOperationException(fault.Detail);

        // The clients first: without their agreement they can do nothing, and a run that was cut short can be run again.
        var secrets = clients.Where(c => jwks is null || c != document.Code)
            .ToDictionary(c => c, c => demo ? $"{c}-demo" : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        if (scope.ServiceProvider.GetService<IOpenIddictApplicationManager>() is { } applications)
            foreach (var client in clients) await Register(applications, client, secrets.GetValueOrDefault(client), secrets.ContainsKey(client) ? null : jwks, stop);
        registry.Partners.Add(new Partner { Code = document.Code, Name = document.Name, Agreements = { agreement } });
        await registry.SaveChangesAsync(stop);
        return secrets;
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
        Clients = [.. new[] { document.Code }.Concat(document.Reviewers ?? []).Select(c => new Client { ClientId = c, IsDemo = demo })],
    };
}
