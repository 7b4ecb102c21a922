using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Partners;

/// <summary>A steward lets a client that the hub stopped go on.</summary>
public static class ResumeClient
{
    public static async Task<IResult> Handle(string code, string clientId, Registry registry, Caller caller, CancellationToken stop)
    {
        var client = await registry.Clients.FirstOrDefaultAsync(c => c.ClientId == clientId && c.Agreement.Code == code, stop);
        if (client is null) return Problems.NotFound;
        if (client.AgreementKey == caller.AgreementKey) return Problems.OwnAgreement;
        (client.SuspendedAt, client.SuspendedBecause) = (null, null);
        await registry.SaveChangesAsync(stop);
        return Results.NoContent();
    }
}
