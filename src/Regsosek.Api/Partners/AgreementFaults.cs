using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>What is wrong with an agreement as written; null when nothing is.</summary>
public static partial class AgreementFaults
{
    public static async Task<Problem?> Of(Agreement agreement, Registry registry, Facts facts, ProgrammeCatalogue programmes, CancellationToken stop)
    {
        if (!Name().IsMatch(agreement.Code)) return Problems.Invalid("code", "is of letters, digits, dots and dashes, at most 60.");
        if (agreement.Purposes.Count == 0 || agreement.Purposes.Any(p => p is null || !Name().IsMatch(p)))
            return Problems.Invalid("purposes", "name at least one, of letters, digits, dots and dashes.");
        if (agreement.Regions.Concat(agreement.Programmes).Concat(agreement.Scopes).Any(v => v is null))
            return Problems.Invalid("regions", "null is no value of a list.");
        if (agreement.Budget < 0) return Problems.Invalid("budget", "0 or more.");
        if (agreement.ValidTo < agreement.ValidFrom) return Problems.Invalid("validTo", "not before validFrom.");
        if (agreement.Scopes.FirstOrDefault(s => !Scopes.All.Contains(s)) is { } scope)
            return Problems.Invalid("scopes", $"'{scope}' is none of {string.Join(", ", Scopes.All)}.");
        if (agreement.Scopes.Contains(Scopes.EligibilityAdvise) && agreement.Regions.Any(r => r.Count(c => c == '.') > 1))
            return Problems.Invalid("scopes", $"'{Scopes.EligibilityAdvise}' is not for districts and villages.");
        if (agreement.Programmes.FirstOrDefault(p => programmes.Find(p) is null) is { } programme)
            return Problems.Invalid("programmes", $"there is no programme '{programme}'.");
        var codes = agreement.Regions.Where(r => r != "ID").ToArray();
        var known = await registry.Regions.Where(r => codes.Contains(r.Code)).Select(r => r.Code).ToListAsync(stop);
        if (codes.Except(known).FirstOrDefault() is { } region)
            return Problems.Invalid("regions", $"there is no region '{region}' in the Kemendagri coding.");
        try
        {
            if (agreement.Limit is { } limit) Limits.Of(limit, facts);
            return null;
        }
        catch (Exception fault) when (fault is RuleException or JsonException)
        {
            return Problems.Invalid("limit", fault.Message);
        }
    }

    public static bool IsCode(string text) => Name().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9.-]{1,60}\z")]
    private static partial Regex Name();
}
