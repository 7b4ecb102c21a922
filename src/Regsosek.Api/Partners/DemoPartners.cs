using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Partners;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Regsosek.Api.Partners;

/// <summary>The partners of the demonstration (schema/partners/demo.json), each with a client whose secret everybody knows. Development only.</summary>
public static class DemoPartners
{
    /// <summary>One partner as the document has it.</summary>
    public sealed record Entry(
        string Code, string Name, string LegalBasis, List<string> Purposes, List<string> Regions, List<string> Fields, List<string> Programmes, List<string> Scopes, int Budget, JsonElement? Limit = null);

    public static IReadOnlyList<Entry> Read(string schema) =>
        JsonSerializer.Deserialize<List<Entry>>(File.ReadAllBytes(Path.Combine(schema, "partners", "demo.json")), Json.Web)!;

    public static async Task Register(IServiceProvider services, string schema, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await using var registry = scope.ServiceProvider.GetRequiredService<Registries>().For(Caller.System("demo partners"));
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var entry in Read(schema))
        {
            if (await registry.Partners.AnyAsync(p => p.Code == entry.Code, stop)) continue;
            registry.Partners.Add(Partner(entry, registry.Today));
            await registry.SaveChangesAsync(stop);
            await Register(applications, entry.Code, $"{entry.Code}-demo", stop);
        }
    }

    public static async Task Register(IOpenIddictApplicationManager applications, string client, string secret, CancellationToken stop) =>
        await applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = client,
            ClientSecret = secret,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        }, stop);

    private static Partner Partner(Entry entry, DateOnly today) => new()
    {
        Code = entry.Code,
        Name = entry.Name,
        Agreements =
        {
            new Agreement
            {
                Code = $"demo-{entry.Code}",
                LegalBasis = entry.LegalBasis,
                Purposes = entry.Purposes,
                Regions = entry.Regions,
                Fields = FieldGroupNames.Parse(entry.Fields),
                Programmes = entry.Programmes,
                Scopes = entry.Scopes,
                Limit = entry.Limit?.GetRawText(),
                Budget = entry.Budget,
                ValidFrom = today,
                Status = AgreementStatus.Active,
                Clients = { new Client { ClientId = entry.Code, IsDemo = true } },
            },
        },
    };
}
