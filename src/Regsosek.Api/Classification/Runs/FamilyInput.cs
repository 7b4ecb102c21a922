using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification.Runs;

/// <summary>What a model reads of one family.</summary>
internal sealed record FamilyInput(long Key, string SourceId, string Village, DateOnly ObservedOn, ScoringInputs Inputs);

/// <summary>Reads the inputs of families as the hub knew them at an instant: the current state where it is as old, else the former one. Reading
/// again gives the same, whatever came in between.</summary>
/// <param name="on">Day on which ages are taken.</param>
internal sealed class FamilyInputs(ScoringModel model, string scope, DateOnly on, DateTime knownAt)
{
    public static FamilyInputs Of(ClassificationRun run, ScoringModel model) => new(model, run.Scope, run.Date, run.KnownAt);

    /// <summary>Families with keys above the first and up to the last, in that order.</summary>
    public async Task<List<FamilyInput>> Read(Registry registry, long after, long last, CancellationToken stop)
    {
        var families = await registry.Households.AsNoTracking().Where(h => h.Key > after && h.Key <= last && h.RecordedAt <= knownAt)
            .Select(ScoringColumns.OfFamily<Household>(model.Variables)).ToListAsync<HouseholdRecord>(stop);
        families.AddRange(await registry.HouseholdVersions.AsNoTracking()
            .Where(v => v.Key > after && v.Key <= last && v.RecordedAt <= knownAt && v.SupersededAt > knownAt)
            .Select(ScoringColumns.OfFamily<HouseholdVersion>(model.Variables)).ToListAsync(stop));
        var members = await Members(registry, after, last, stop);
        return [.. families.Where(IsInScope).OrderBy(h => h.Key).Select(h => new FamilyInput(h.Key, h.SourceId, h.VillageCode, h.ObservedOn,
            ScoringInputs.Of(h, CollectionsMarshal.AsSpan(members.GetValueOrDefault(h.Key)), model.Variables)))];
    }

    private async Task<Dictionary<long, List<short>>> Members(Registry registry, long after, long last, CancellationToken stop)
    {
        var present = await registry.Persons.AsNoTracking()
            .Where(p => p.HouseholdKey > after && p.HouseholdKey <= last && p.RecordedAt <= knownAt).Where(Rules.RuleSql.Present)
            .Select(ScoringColumns.OfPerson<Person>(model.Variables)).ToListAsync<PersonRecord>(stop);
        var former = await registry.PersonVersions.AsNoTracking()
            .Where(v => v.HouseholdKey > after && v.HouseholdKey <= last && v.RecordedAt <= knownAt && v.SupersededAt > knownAt)
            .Select(ScoringColumns.OfPerson<PersonVersion>(model.Variables)).ToListAsync(stop);
        present.AddRange(former.Where(p => p.IsPresent));
        present.Sort((a, b) => a.Key.CompareTo(b.Key));

        var members = new Dictionary<long, List<short>>();
        foreach (var person in present)
        {
            ref var family = ref CollectionsMarshal.GetValueRefOrAddDefault(members, person.HouseholdKey, out _);
            ScoringInputs.Append(family ??= [], person, on, model.Variables);
        }

        return members;
    }

    private bool IsInScope(HouseholdRecord family) => scope == ClassificationRun.National
        || family.VillageCode == scope || family.VillageCode.StartsWith(scope + '.', StringComparison.Ordinal);
}
