using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>Holds a token to what the agreement allowed when it was issued: what was added since is not its own, what was taken is gone.</summary>
/// <param name="embedded">Whether tokens are the hub's own, and so say the version of the agreement; others are placed by their time.</param>
public sealed class IssuedTermsReader(bool embedded)
{
    /// <summary>Claim with the version of the agreement a token was issued under.</summary>
    public const string VersionClaim = "agreement_version";

    /// <summary>The agreement as it is for this token; itself when nothing changed since.</summary>
    public async Task<Agreement> For(ClaimsPrincipal token, Agreement agreement, Registry registry, CancellationToken stop)
    {
        // Nothing is built for a token that is as new as the agreement: nearly every one.
        IQueryable<AgreementChange> changes = registry.AgreementChanges;
        if (embedded)
        {
            var version = Number(token, VersionClaim);
            if (version >= agreement.Version) return agreement;
            changes = changes.Where(c => c.Version >= version);
        }
        else
        {
            // A token carries whole seconds: one issued in the second of a change counts as older.
            var issued = DateTime.UnixEpoch.AddSeconds(Number(token, "iat"));
            if (agreement.ChangedAt is not { } changed || changed < issued) return agreement;
            changes = changes.Where(c => c.At >= issued);
        }

        var terms = AgreementTerms.Of(agreement);
        changes = changes.Where(c => c.AgreementKey == agreement.Key);
        foreach (var before in await changes.Select(c => c.Before).ToListAsync(stop)) terms = terms.And(AgreementTerms.Read(before));
        return terms.On(agreement);
    }

    private static long Number(ClaimsPrincipal token, string claim) =>
        long.TryParse(token.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
