using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Cases;
using Regsosek.Api.Classification;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Programmes;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>Who would no longer be entitled by a version that is not in force yet: entitled today, or really receiving, and known not to be by the new rule. It is
/// the list of notices to be given before anything happens; nobody's aid ends by it. Whom a missing fact leaves undecided is not on it, nor who fails by nothing but what the
/// caller may not see.</summary>
public sealed class LeaversReader(
    Registry registry, Caller caller, OwnProgrammes own, ProgrammeCatalogue programmes, FamilyReader families, Identities identities, KnownRegions regions, RunReader runs,
    Disclosure disclosure, Cursors cursors, CaseSettings settings)
{
    public async Task<Page<LeaverView>> Page(string code, int number, string? region, int limit, string? cursor, CancellationToken stop)
    {
        var programme = own.Get(code);
        if (!caller.Programmes.Contains(code)) throw new ProblemException(Problems.ProgrammeNotGranted);
        if (region is not null) await regions.Check(region, "region", stop);
        var row = await registry.ProgrammeDocuments.AsNoTracking().Where(d => d.Programme == code && d.Version == number && d.State != ProgrammeState.Rejected).FirstOrDefaultAsync(stop);
        if (row is null || programmes.Read(programme, row.Document)[0] is not { } version || version.ValidFrom <= registry.Today) throw new ProblemException(Problems.NotFound);

        var bound = $"{code};leavers={row.Hash};region={region}";
        var after = cursor is null ? null : cursors.Open(cursor, caller, bound);
        var period = await registry.DeliveredPeriods.Where(p => p.Programme == code).MaxAsync(p => (int?)p.Period, stop);
        var found = await new LeavingQueries(registry, caller, programme, version, period).Next(region, after, limit + 1, stop);
        var page = found.Take(limit).ToList();
        return new(await View(programme, version, page, stop), found.Count > limit ? cursors.Seal(new(page[^1].Key, null), caller, bound) : null, null, null);
    }

    private async Task<IReadOnlyList<LeaverView>> View(Programme programme, ProgrammeVersion version, List<LeavingPlace> page, CancellationToken stop)
    {
        var before = programme.InForce(registry.Today);
        var facts = await families.ByKeys([.. page.Select(p => p.HouseholdKey).Distinct()], version.AsksRegisters || before?.AsksRegisters == true, stop);
        await disclosure.Record(facts.Values.Select(f => (f.Key, (int)f.MemberCount)), version.Rule.Groups | FieldGroups.Health, stop);
        var views = new List<LeaverView>();
        foreach (var place in page)
        {
            // Who went while the page was read is not on it.
            if (!facts.TryGetValue(place.HouseholdKey, out var family)) continue;
            var person = family.Members.Find(m => m.Key == place.Person);
            if (place.Person is not null && person is null) continue;
            DateOnly? ranked = family.Rank.Decile is null ? null : (await runs.View(family.Rank.RunKey, stop)).Date;
            var reasons = version.Rule.Explain(family, person, registry.Today).Clauses.Where(c => c.Outcome == Kleene.False || !caller.Sees(c.Groups));
            views.Add(new(
                identities.Show(family.Id), person is null ? null : identities.Show(person.Id), before?.Rule.Decide(family, person, registry.Today) == Kleene.True,
                place.Receives, [.. reasons.Select(c => ReasonView.Of(c, caller, ranked))], IsIll(family, person), version.ValidFrom,
                new(CaseWords.Grounds, version.ValidFrom.AddMonths(settings.ForReactivation()))));
        }

        return views;
    }

    /// <summary>The person, or anybody of the family; null for who may not see it.</summary>
    private bool? IsIll(Household family, Person? person) => !caller.Sees(FieldGroups.Health) ? null
        : (person is null ? family.Members.Where(m => m.IsPresent) : [person]).Any(m => m.ChronicIllness is not null and not Illness.None);
}

/// <summary>A family or person to be told before a version comes into force.</summary>
/// <param name="WasEntitled">By the version in force today.</param>
/// <param name="Receives">By the latest period delivered.</param>
/// <param name="Reasons">Clauses of the new rule that do not hold, with where each is contested; hidden ones say so.</param>
/// <param name="ChronicallyIll">The person, or a member of the family, told of a chronic illness (430): reactivation has this ground. Null for who may not see it.</param>
/// <param name="LeavesOn">First day of the new version.</param>
public sealed record LeaverView(
    Guid HouseholdId, Guid? PersonId, bool WasEntitled, bool Receives, IReadOnlyList<ReasonView> Reasons, bool? ChronicallyIll, DateOnly LeavesOn, ReactivationPath Reactivation);

/// <summary>How what was lost is asked back: as a case (POST /api/v1/cases) with one of the grounds; asked on the first day, it is answered until then.</summary>
public sealed record ReactivationPath(IReadOnlyList<string> Grounds, DateOnly AnsweredBy);
