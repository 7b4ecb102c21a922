using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Enumeration;
using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>Observations older than the current state: they go where former states are, valid until the next one known,
/// and were never believed to be current.</summary>
internal static class History
{
    public static async Task Write(Registry registry, IReadOnlyList<Arrival> older, ILookup<long, Person> own, Standing standing,
        FormerStates states, List<Payload> payloads, Func<(long Key, Guid Id)> newPerson, DateTime now, CancellationToken stop)
    {
        if (older.Count == 0) return;
        long[] keys = [.. older.Select(a => a.Key)];
        var current = await registry.Households.Where(h => keys.Contains(h.Key)).Select(h => new { h.Key, h.ValidFrom }).ToListAsync(stop);
        var former = await registry.HouseholdVersions.Where(h => keys.Contains(h.Key)).Select(h => new { h.Key, h.ValidFrom }).ToListAsync(stop);
        var starts = current.Concat(former).ToLookup(h => h.Key, h => h.ValidFrom);
        foreach (var arrival in older)
        {
            var observed = arrival.Observed;
            var until = starts[arrival.Key].Where(from => from > observed.ObservedOn).Min();
            (observed.Key, observed.Id, observed.RecordedAt) = (arrival.Key, arrival.Id, now);
            states.Add(Versions.Of(observed, until, now));
            payloads.Add(new() { HouseholdKey = arrival.Key, ContentHash = arrival.Row.ContentHash, Sealed = arrival.Row.Sealed, RecordedAt = now });
            var matched = Kinship.Match(arrival.Row.Members, own[arrival.Key]);
            for (var i = 0; i < matched.Length; i++)
            {
                var member = arrival.Row.Members[i];
                (member.Key, member.Id) = matched[i] is { } person ? (person.Key, person.Id) : Elsewhere(member, standing) ?? newPerson();
                (member.HouseholdKey, member.RecordedAt) = (arrival.Key, now);
                states.Add(Versions.Of(member, until, now));
            }
        }
    }

    private static (long Key, Guid Id)? Elsewhere(Person member, Standing standing) =>
        member.NikHash is { } nik && standing.People(nik).FirstOrDefault(p => Kinship.IsSame(member, p)) is { } known ? (known.Key, known.Id) : null;
}
