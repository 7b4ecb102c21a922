using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Households;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Who in scope meets the rule of a list, among the families of a stretch: the rule runs in SQL. What the agreement does not grant is not taken along.</summary>
public sealed class SubjectReader(Registry registry, Caller caller)
{
    public Task<List<ListCandidate>> Between(TargetedList list, LoadedRule rule, ListStretch stretch, CancellationToken stop)
    {
        var (key, after, to, ranked) = (list.Key, stretch.After, stretch.To, caller.Sees(FieldGroups.Classification));
        var of = DrivingRegions.Of(caller.Regions, list.Region) is [var one] ? one : list.Region;
        if (list.OfPersons)
        {
            return registry.Persons.AsNoTracking().Where(p => p.HouseholdKey > after && p.HouseholdKey <= to).In(of, p => p.Household)
                .Where(RuleSql.Present).Where(rule.ForPersons(registry.Today).IsTrue).Select(p => new ListCandidate
                {
                    ListKey = key,
                    HouseholdKey = p.HouseholdKey,
                    PersonKey = p.Key,
                    Percentile = ranked ? p.Household.Rank.Percentile : null,
                    Regency = p.Household.RegencyCode,
                    WelfareClass = ranked ? p.Household.Rank.WelfareClass : null,
                }).ToListAsync(stop);
        }

        return registry.Households.AsNoTracking().Where(h => h.Key > after && h.Key <= to).In(of, h => h)
            .Where(rule.ForFamilies(registry.Today).IsTrue).Select(h => new ListCandidate
            {
                ListKey = key,
                HouseholdKey = h.Key,
                Percentile = ranked ? h.Rank.Percentile : null,
                Regency = h.RegencyCode,
                WelfareClass = ranked ? h.Rank.WelfareClass : null,
            }).ToListAsync(stop);
    }

    /// <summary>So many of those who meet it today and are not on the list, after a key, in that order.</summary>
    public Task<List<Newcomer>> WithoutPlace(TargetedList list, LoadedRule rule, long after, int limit, CancellationToken stop)
    {
        var key = list.Key;
        var of = DrivingRegions.Of(caller.Regions, list.Region) is [var one] ? one : list.Region;
        if (list.OfPersons)
        {
            return registry.Persons.AsNoTracking().Where(p => p.Key > after).In(of, p => p.Household).Where(RuleSql.Present).Where(rule.ForPersons(registry.Today).IsTrue)
                .Where(p => !registry.ListEntries.Any(e => e.ListKey == key && e.HouseholdKey == p.HouseholdKey && e.PersonKey == p.Key))
                .OrderBy(p => p.Key).Take(limit)
                .Select(p => new Newcomer(p.Key, p.HouseholdKey, p.Household.Id, p.Id, p.Household.MemberCount)).ToListAsync(stop);
        }

        return registry.Households.AsNoTracking().Where(h => h.Key > after).In(of, h => h).Where(rule.ForFamilies(registry.Today).IsTrue)
            .Where(h => !registry.ListEntries.Any(e => e.ListKey == key && e.HouseholdKey == h.Key))
            .OrderBy(h => h.Key).Take(limit).Select(h => new Newcomer(h.Key, h.Key, h.Id, null, h.MemberCount)).ToListAsync(stop);
    }
}

/// <summary>One who meets the rule of a list and is not on it.</summary>
/// <param name="Key">Of the person, or of the family.</param>
/// <param name="Charged">Persons that a read of the family is charged for.</param>
public sealed record Newcomer(long Key, long HouseholdKey, Guid Household, Guid? Person, int Charged);
