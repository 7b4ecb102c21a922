using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Classification;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Households;

/// <summary>Finds persons by the keyed hash of their NIK. Every number asked is charged to the budget, found or not.</summary>
public sealed class LookupReader(
    Registry registry, Caller caller, RunReader runs, Seal seal, Identities identities, Disclosure disclosure, MissGuard misses)
{
    private const int Chunk = 1000;

    private sealed record Hit(
        byte[] Hash, Guid PersonId, Guid HouseholdId, long HouseholdKey, WelfareClass? WelfareClass, short? Decile, long? RunKey);

    /// <summary>Answers in the order asked. Charged and on record.</summary>
    public async Task<IReadOnlyList<Lookup.Answer>> Find(IReadOnlyList<string> niks, CancellationToken stop)
    {
        var sought = new Sought(niks, seal);
        var hashes = sought.Asked;
        var hits = await Hits(sought, stop);
        var distinct = hashes.Select(Convert.ToHexString).ToHashSet();
        var subjects = new Dictionary<long, int>();
        foreach (var hash in hashes)
        {
            // Charged alike whether there is such a person or not, so that the budget tells nothing.
            subjects[Seal.Subject(hash)] = 1;
            if (hits.TryGetValue(Convert.ToHexString(hash), out var hit)) subjects.TryAdd(hit.HouseholdKey, 0);
        }

        await disclosure.Record(subjects, hits.Values.Select(h => h.HouseholdKey).Distinct().Count(), FieldGroups.Classification, stop);
        await misses.Count(caller, distinct.Count, distinct.Count - hits.Count, stop);

        var answers = new List<Lookup.Answer>(niks.Count);
        foreach (var hash in hashes) answers.Add(await Answer(hits.GetValueOrDefault(Convert.ToHexString(hash)), stop));
        return answers;
    }

    private async Task<Dictionary<string, Hit>> Hits(Sought sought, CancellationToken stop)
    {
        var hits = new Dictionary<string, Hit>();
        foreach (var chunk in sought.All.Chunk(Chunk))
        {
            var found = await registry.Persons.AsNoTracking().Where(p => p.NikHash != null && chunk.Contains(p.NikHash))
                .OrderBy(p => p.Key)
                .Select(p => new Hit(
                    p.NikHash!, p.Id, p.Household.Id, p.HouseholdKey, p.Household.Rank.WelfareClass, p.Household.Rank.Decile,
                    p.Household.Rank.Decile == null ? null : p.Household.Rank.RunKey))
                .ToListAsync(stop);
            foreach (var hit in found) hits.TryAdd(Convert.ToHexString(sought.Of(hit.Hash)), hit);
        }

        return hits;
    }

    private async ValueTask<Lookup.Answer> Answer(Hit? hit, CancellationToken stop)
    {
        if (hit is null) return new(false);
        var classified = caller.Sees(FieldGroups.Classification);
        return new(
            true, classified ? hit.WelfareClass : null, classified ? hit.Decile : null,
            classified && hit.RunKey is { } run ? await runs.View(run, stop) : null,
            identities.Found(hit.HouseholdId), identities.Found(hit.PersonId));
    }
}
