using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Partners;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Exports;

/// <summary>Whether the agreement still allows an export, or a list that is frozen. What it has ceased to allow in between, if only for an hour, is withdrawn for good.</summary>
public sealed class ExportAgreements(Registries registries, CurrentClients clients, Callers callers, TimeProvider clock)
{
    /// <summary>Who the export is made for, as he was when he asked; null when his agreement allows it no longer.</summary>
    public async Task<Caller?> CallerOf(IUnderTerms export, CancellationToken stop)
    {
        var client = await clients.Find(export.Client);
        if (client is null || client.SuspendedAt is not null || client.Agreement.Key != export.AgreementKey) return null;
        var (now, kept) = (client.Agreement, AgreementTerms.Read(export.Terms));
        if (!now.InForce(clock.Today()) || !AgreementTerms.Of(now).Allow(kept)) return null;
        if (now.Version > export.AgreementVersion && !await EveryVersionAllowed(export, kept, stop)) return null;
        return callers.Under(kept with { Budget = now.Budget }, client, export.Purpose, export.EndUser);
    }

    /// <summary>Whether all of it may be given to somebody who asks now: a token may be older than what the export stands on.</summary>
    public async Task<bool> Allow(IUnderTerms export, Caller caller, CancellationToken stop)
    {
        var kept = AgreementTerms.Read(export.Terms);
        var own = ExportTerms.Of(caller, [.. caller.Scopes]) with { Programmes = [.. caller.Programmes] };
        return own.Allow(kept) && await CallerOf(export, stop) is not null;
    }

    private async Task<bool> EveryVersionAllowed(IUnderTerms export, AgreementTerms kept, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("exports"));
        var former = await registry.AgreementChanges.Where(c => c.AgreementKey == export.AgreementKey && c.Version >= export.AgreementVersion)
            .Select(c => c.Before).ToListAsync(stop);
        return former.TrueForAll(before => AgreementTerms.Read(before).Allow(kept));
    }
}
