using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>What of a list is no longer so: who of those inside has left since, and why, and who has entered. Verdicts are those of today; of their clauses is shown what the agreement grants.</summary>
public sealed class DriftReader(
    Registry registry, Caller caller, FamilyReader families, EligibilityReader eligibility, Identities identities, Disclosure disclosure, ListRules rules, SubjectReader subjects)
{
    /// <summary>Of so many entries inside the quota after a place: those who have left.</summary>
    /// <returns>With the last place that was looked at; null at the end.</returns>
    public async Task<(IReadOnlyList<DriftView> Items, long? Next)> Left(TargetedList list, long after, int limit, CancellationToken stop)
    {
        var (rule, to) = (rules.Of(list), list.Quota ?? long.MaxValue);
        var entries = await registry.ListEntries.AsNoTracking().Where(e => e.ListKey == list.Key && e.Place > after && e.Place <= to)
            .OrderBy(e => e.Place).Take(limit).ToListAsync(stop);
        var now = await families.ByKeys([.. entries.Select(e => e.HouseholdKey).Distinct()], rule.AsksRegisters, stop);

        // That an entry is not in the answer tells of it too.
        await disclosure.Record(now.Values.Select(h => (h.Key, (int)h.MemberCount)), rule.Groups | FieldGroups.Classification, stop);
        return ([.. entries.Select(e => Left(list, rule, e, now.GetValueOrDefault(e.HouseholdKey))).OfType<DriftView>()], entries.Count == limit ? entries[^1].Place : null);
    }

    /// <summary>So many of those who meet the rule today and have no place, after a key.</summary>
    public async Task<(IReadOnlyList<DriftView> Items, long? Next)> Entered(TargetedList list, long after, int limit, CancellationToken stop)
    {
        var found = await subjects.WithoutPlace(list, rules.Of(list), after, limit, stop);
        await disclosure.Record(found.DistinctBy(s => s.HouseholdKey).Select(s => (s.HouseholdKey, s.Charged)), rules.Of(list).Groups, stop);
        return ([.. found.Select(s => new DriftView { HouseholdId = identities.Show(s.Household), PersonId = s.Person is { } person ? identities.Show(person) : null, Reason = "new" })],
            found.Count == limit ? found[^1].Key : null);
    }

    private DriftView? Left(TargetedList list, LoadedRule rule, ListEntry entry, Household? now)
    {
        var person = now?.Members.FirstOrDefault(p => p.Key == entry.PersonKey && p.IsPresent);

        // Gone and out of scope are one answer.
        if (now is null || (list.OfPersons && person is null)) return new() { Place = entry.Place, Reason = "not-there" };
        var trace = rule.Explain(now, person, registry.Today);
        var drift = new DriftView
        {
            Place = entry.Place,
            HouseholdId = identities.Show(now.Id),
            PersonId = person is null ? null : identities.Show(person.Id),
            Reason = trace.Outcome switch { Kleene.False => "not-eligible", Kleene.Unknown => "unknown", _ => "ranked-otherwise" },
        };
        return trace.Outcome switch
        {
            Kleene.False => drift with { Clauses = [.. trace.Clauses.Where(Decides).Select(c => ReasonView.Of(c, caller, null))] },
            Kleene.Unknown => drift with { Missing = eligibility.Missing(trace.Clauses) },
            _ when list.ByRank && now.Rank.WelfareClass != entry.WelfareClass => drift with { Was = entry.WelfareClass, Is = now.Rank.WelfareClass },
            _ => null,
        };
    }

    /// <summary>Whether a hidden clause holds is not told by leaving it out either.</summary>
    private bool Decides(Clause clause) => !caller.Sees(clause.Groups) || clause.Outcome != Kleene.True;
}

/// <summary>One who has left a list, or entered.</summary>
public sealed record DriftView
{
    /// <summary>Place on the list; null of one who has none.</summary>
    public long? Place { get; init; }

    /// <summary>Null when there is no such family for the caller any more.</summary>
    public Guid? HouseholdId { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>not-there, not-eligible, unknown or ranked-otherwise; new of one who has entered.</summary>
    public required string Reason { get; init; }

    /// <summary>Of one who is not eligible: the clauses that do not hold, and those that are not shown.</summary>
    public IReadOnlyList<ReasonView>? Clauses { get; init; }

    /// <summary>Of an unknown verdict: the facts that are missing.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>Class on the list, and today's.</summary>
    public WelfareClass? Was { get; init; }
    public WelfareClass? Is { get; init; }
}
