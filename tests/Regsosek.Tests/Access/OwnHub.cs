using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Tests.Access;

/// <summary>A hub that one test class may change: agreements, clients, log.</summary>
public class OwnHub : TestHub
{
    protected override double Scale => 0.01;

    /// <summary>A partner with an agreement of its own; its secret is its code followed by -demo.</summary>
    public async Task<Agreement> Given(string code, Action<Agreement> with, string? of = null)
    {
        await using var registry = Registry();
        var agreement = new Agreement
        {
            Code = code,
            LegalBasis = "Test",
            Purposes = ["test"],
            Regions = ["ID"],
            Fields = FieldGroups.All,
            Programmes = ["PKH"],
            Scopes = ["registry.read", "eligibility.read"],
            Budget = 1_000_000,
            ValidFrom = registry.Today,
            Status = AgreementStatus.Active,
            Clients = { new Client { ClientId = code } },
        };
        with(agreement);
        if (of is null) registry.Partners.Add(new Partner { Code = code, Name = code, Agreements = { agreement } });
        else (await registry.Partners.SingleAsync(p => p.Code == of)).Agreements.Add(agreement);
        await registry.SaveChangesAsync();
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = code,
            ClientSecret = $"{code}-demo",
            Permissions = { OpenIddictConstants.Permissions.Endpoints.Token, OpenIddictConstants.Permissions.GrantTypes.ClientCredentials },
        });
        return agreement;
    }

    public async Task Change(string agreement, Action<Agreement> how)
    {
        await using var registry = Registry();
        how(await registry.Agreements.SingleAsync(a => a.Code == agreement));
        await registry.SaveChangesAsync();
    }
}
