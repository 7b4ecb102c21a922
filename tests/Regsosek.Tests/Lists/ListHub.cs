using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Regsosek.Api.Lists;
using Regsosek.Data.Lists;
using Regsosek.Data.Partners;

namespace Regsosek.Tests.Lists;

/// <summary>A hub whose lists have many small parts, and are approved above twenty entries.</summary>
public sealed class ListHub : Access.OwnHub
{
    /// <summary>Of whom all families of the demonstration are.</summary>
    public static readonly object Everybody = new { fact = "memberCount", op = ">=", value = 0 };

    public static readonly string[] Scopes = ["registry.read", "eligibility.read", "lists.read", "lists.write"];

    protected override IEnumerable<string> Settings =>
        ["--Lists:PartEntries=5", "--Lists:ApproveAbove=20", "--Lists:PerAgreement=6", "--Exports:PartFamilies=9", "--Exports:PageFamilies=4"];

    public Task Sweep() => Get<SweepLists>().Run(default);

    /// <summary>Another client of an agreement.</summary>
    public async Task Second(string agreement, string client)
    {
        await using var registry = Registry();
        (await registry.Agreements.SingleAsync(a => a.Code == agreement)).Clients.Add(new Client { ClientId = client });
        await registry.SaveChangesAsync();
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = client,
            ClientSecret = $"{client}-demo",
            Permissions = { OpenIddictConstants.Permissions.Endpoints.Token, OpenIddictConstants.Permissions.GrantTypes.ClientCredentials },
        });
    }

    /// <summary>Changes the row of a list, as time does.</summary>
    public async Task Amend(string id, Action<TargetedList> how)
    {
        await using var registry = Registry();
        how(registry.Lists.Single(l => l.Id == Guid.Parse(id)));
        await registry.SaveChangesAsync();
    }
}
