using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>What a draft would add to an agreement and take from it.</summary>
/// <param name="Widens">Whether it allows anything that the agreement does not allow now.</param>
/// <param name="Families">Families in regions and limit, rounded to the nearest ten: a limit must not single anybody out.</param>
/// <param name="Fields">Fields by their names, family.… and person.….</param>
public sealed record EffectView(
    int Draft, string Code, int BasedOn, bool Widens, FamiliesMoved Families, Moved Fields, Moved Regions, Moved Programmes, Moved Purposes, Moved Scopes,
    LimitChange Limit, BudgetChange Budget);

/// <summary>Families before and after, and how many come and go.</summary>
public sealed record FamiliesMoved(long Before, long After, long Added, long Removed);

/// <summary>What comes and what goes.</summary>
public sealed record Moved(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    internal static Moved Between(IReadOnlyList<string> before, IReadOnlyList<string> after) => new([.. after.Except(before)], [.. before.Except(after)]);
}

/// <summary>The population limit before and after; null: none.</summary>
public sealed record LimitChange(string? Before, string? After);

/// <summary>Distinct persons in 24 hours, before and after.</summary>
public sealed record BudgetChange(int Before, int After);

/// <summary>The dry run of a draft, before anybody approves it.</summary>
public sealed class EffectReader(
    Registry registry, Registries registries, Facts facts, Fields<HouseholdView> household, Fields<MemberView> member)
{
    public async Task<EffectView?> Of(string code, CancellationToken stop)
    {
        if (await registry.AgreementDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Open == code, stop) is not { } draft) return null;
        var after = DraftContent.Of(draft).Terms;
        var agreement = await registry.Agreements.AsNoTracking().FirstOrDefaultAsync(a => a.Code == code, stop);
        var before = agreement is null ? Nothing(after) : AgreementTerms.Of(agreement);
        var (was, will, both) = (await Families(before, stop), await Families(after, stop), await Families(before.And(after), stop));
        return new(
            draft.Key, code, draft.BasedOn, !after.IsWithin(before),
            new(Tens(was), Tens(will), Tens(will - both), Tens(was - both)), Moved.Between(Seen(before), Seen(after)),
            Moved.Between(before.Regions, after.Regions), Moved.Between(before.Programmes, after.Programmes),
            Moved.Between(before.Purposes, after.Purposes), Moved.Between(before.Scopes, after.Scopes),
            new(before.Limit, after.Limit), new(before.Budget, after.Budget));
    }

    private async Task<long> Families(AgreementTerms terms, CancellationToken stop)
    {
        if (terms.Status != AgreementStatus.Active) return 0;

        // A limit in a model would keep the model for good; a draft's is asked once.
        await using var theirs = registries.For(Caller.Nobody with { Regions = RegionScope.Of([.. terms.Regions]) });
        var rows = theirs.Households.AsQueryable();
        if (terms.Limit is { } rule) rows = rows.Where(Limits.Of(rule, facts).Build(Keyset.Captured(theirs.Today, typeof(DateOnly))));
        return await rows.LongCountAsync(stop);
    }

    private string[] Seen(AgreementTerms terms)
    {
        var groups = FieldGroupNames.Parse(terms.Fields);
        return [.. household.All.Where(f => f.Group != FieldGroups.None && groups.HasFlag(f.Group)).Select(f => $"family.{f.Name}"),
            .. member.All.Where(f => f.Group != FieldGroups.None && groups.HasFlag(f.Group)).Select(f => $"person.{f.Name}")];
    }

    private static AgreementTerms Nothing(AgreementTerms like) =>
        like with { Purposes = [], Regions = [], Fields = [], Programmes = [], Scopes = [], Budget = 0, Limit = null };

    private static long Tens(long families) => (families + 5) / 10 * 10;
}
