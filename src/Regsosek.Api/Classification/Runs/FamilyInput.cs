using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Rules;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification.Runs;

/// <summary>What a model reads of one family, and what statistics count it by.</summary>
internal sealed record FamilyInput(long Key, string SourceId, DateOnly ObservedOn, ScoringInputs Inputs, CountedFamily Counted);

/// <summary>Reads the inputs of families as the hub knew them at an instant: the current state where it is as old, else the former one. Reading
/// again gives the same, whatever came in between.</summary>
internal sealed class FamilyInputs(ScoringModel model, ClassificationRun run, CountedAnswers? counted = null)
{
    private readonly ScoringColumns _columns = new(model.Variables, run.Date, counted);

    /// <summary>Families with keys above the first and up to the last, in that order.</summary>
    public async Task<List<FamilyInput>> Read(Registry registry, long after, long last, CancellationToken stop)
    {
        var families = await registry.Households.AsNoTracking().Where(h => h.Key > after && h.Key <= last && h.RecordedAt <= run.KnownAt)
            .Select(_columns.Family<Household>()).ToListAsync(stop);
        families.AddRange(await registry.HouseholdVersions.AsNoTracking()
            .Where(v => v.Key > after && v.Key <= last && v.RecordedAt <= run.KnownAt && v.SupersededAt > run.KnownAt)
            .Select(_columns.Family<HouseholdVersion>()).ToListAsync(stop));
        var members = await Members(registry, after, last, stop);
        return [.. families.Where(f => IsInScope(f.VillageCode)).OrderBy(f => f.Key).Select(f => Input(f, members.GetValueOrDefault(f.Key) ?? []))];
    }

    private FamilyInput Input(FamilyColumns family, List<MemberColumns> members)
    {
        var inputs = _columns.Inputs(family, members);
        var ofMembers = members.Where(m => m.IsPresent).Aggregate(0L, (highest, m) => PackedReadings.Highest(highest, m.Counted));
        return new(family.Key, family.SourceId, family.ObservedOn, inputs, new(family.VillageCode, inputs.Members, family.Counted, ofMembers));
    }

    /// <summary>By family, in the order of their keys.</summary>
    private async Task<Dictionary<long, List<MemberColumns>>> Members(Registry registry, long after, long last, CancellationToken stop)
    {
        var all = await registry.Persons.AsNoTracking()
            .Where(p => p.HouseholdKey > after && p.HouseholdKey <= last && p.RecordedAt <= run.KnownAt).Where(RuleSql.Present)
            .Select(_columns.Member<Person>()).ToListAsync(stop);
        all.AddRange(await registry.PersonVersions.AsNoTracking()
            .Where(v => v.HouseholdKey > after && v.HouseholdKey <= last && v.RecordedAt <= run.KnownAt && v.SupersededAt > run.KnownAt)
            .Select(_columns.Member<PersonVersion>()).ToListAsync(stop));
        var families = new Dictionary<long, List<MemberColumns>>();
        foreach (var member in all)
        {
            ref var family = ref CollectionsMarshal.GetValueRefOrAddDefault(families, member.HouseholdKey, out _);
            (family ??= []).Add(member);
        }

        foreach (var family in families.Values) family.Sort((a, b) => a.Key.CompareTo(b.Key));
        return families;
    }

    private bool IsInScope(string village) => run.Scope == ClassificationRun.National
        || village == run.Scope || village.StartsWith(run.Scope + '.', StringComparison.Ordinal);
}
