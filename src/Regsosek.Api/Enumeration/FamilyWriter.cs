using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Registers.Intake;
using Regsosek.Data;
using Regsosek.Data.Enumeration;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Enumeration;

/// <summary>Writes rows of which no two are one family or hold one NIK, inside the transaction of their batch.</summary>
internal sealed class FamilyWriter(Registry registry, TimeProvider clock)
{
    private readonly DateTime _now = clock.GetUtcNow().UtcDateTime;
    private readonly List<Household> _families = [];
    private readonly List<Person> _people = [];
    private readonly List<Payload> _payloads = [];
    private readonly FormerStates _former = new();
    private readonly HashSet<long> _returned = [], _lessened = [];
    private readonly List<Household> _moved = [];

    /// <summary>Numbers that somebody held before.</summary>
    private readonly List<byte[]> _numbers = [];
    private List<Arrival> _arrivals = [];
    private Dictionary<long, Household> _households = [];
    private ILookup<long, Person> _own = null!;
    private Dictionary<long, Person> _movers = [];
    private DatedRecords _dated = null!;
    private Standing _standing = null!;
    private long _nextPerson;

    public async Task<IReadOnlyList<Arrival>> Write(string source, IReadOnlyList<FamilyRow> rows, CancellationToken stop)
    {
        _standing = await Standing.Load(registry, source, rows, stop);
        _arrivals = [.. rows.Select(row => Arrival.Of(row, _standing))];
        await TakeKeys(stop);
        NumberConflicts.Find(_arrivals, _standing);
        await LoadCurrent(stop);
        foreach (var arrival in _arrivals) MoveIn(arrival);
        foreach (var arrival in _arrivals.Where(a => a.IsCurrent)) TakeIn(arrival);
        await History.Write(registry, [.. _arrivals.Where(a => a.Kind == ArrivalKind.Older)], _own, _standing, _former,
            _payloads, NewPerson, _now, stop);

        await registry.Insert(_families, stop);
        await PlaceRanks.Write(registry, _families, _moved, stop);
        await registry.SaveChangesAsync(stop);
        await registry.Insert(_people, stop);
        await registry.Insert(_payloads, stop);
        await _former.Write(registry, stop);
        await _dated.Write(stop);
        await MatchFacts.Anew(registry, [.. _numbers, .. _arrivals.SelectMany(a => a.Row.Members).Select(p => p.NikHash).OfType<byte[]>()], stop);
        return _arrivals;
    }

    private async Task TakeKeys(CancellationToken stop)
    {
        var fresh = _arrivals.Where(a => a.Kind == ArrivalKind.New).ToList();
        var key = await KeyBlocks.Take(registry, nameof(Household), fresh.Count, stop);
        foreach (var arrival in fresh) (arrival.Key, arrival.Id) = (key++, NewId());

        // Some members turn out to be known; keys that are not used are no loss.
        _nextPerson =
            await KeyBlocks.Take(registry, nameof(Person), _arrivals.Where(a => a.Kind != ArrivalKind.Unchanged).Sum(a => a.Row.Members.Count), stop);
    }

    private async Task LoadCurrent(CancellationToken stop)
    {
        _dated = new(registry, _now);
        long[] changed = [.. _arrivals.Where(a => a.Kind == ArrivalKind.Changed).Select(a => a.Key)];
        long[] known = [.. changed, .. _arrivals.Where(a => a.Kind == ArrivalKind.Older).Select(a => a.Key)];
        long[] moving = [.. _arrivals.SelectMany(a => a.MovedIn.Values).Select(p => p.Key)];
        long[] left = [.. _arrivals.SelectMany(a => a.MovedIn.Values).Select(p => p.HouseholdKey)];
        long[] touched = [.. changed.Union(left)];
        if (touched.Length > 0) _households = await registry.Households.Where(h => touched.Contains(h.Key)).ToDictionaryAsync(h => h.Key, stop);
        if (moving.Length > 0) _movers = await registry.Persons.Where(p => moving.Contains(p.Key)).ToDictionaryAsync(p => p.Key, stop);
        List<Person> own = known.Length == 0 ? [] : await registry.Persons.Where(p => known.Contains(p.HouseholdKey)).ToListAsync(stop);
        _own = own.Where(p => !_movers.ContainsKey(p.Key)).ToLookup(p => p.HouseholdKey);
        await _dated.Load([.. own.Select(p => p.Key).Union(moving)], changed, stop);
    }

    private void MoveIn(Arrival arrival)
    {
        var on = arrival.Observed.ObservedOn;
        foreach (var (place, known) in arrival.MovedIn)
        {
            Leave(known, on);
            Renew(_movers[known.Key], arrival.Row.Members[place], arrival);
            _dated.Leave(known.Key, on);
            _dated.Join(known.Key, arrival.Key, on);
        }
    }

    /// <summary>The family that lost a member has one fewer, unless it is here itself and says so.</summary>
    private void Leave(KnownPerson known, DateOnly on)
    {
        var family = _households[known.HouseholdKey];
        if (!known.IsPresent || _arrivals.Exists(a => a.Kind == ArrivalKind.Changed && a.Key == family.Key)) return;
        if (_lessened.Add(family.Key))
        {
            _former.Add(Versions.Of(family, Later(family.ValidFrom, on), _now));
            (family.ValidFrom, family.RecordedAt) = (Later(family.ValidFrom, on), _now);
        }

        family.MemberCount--;
    }

    private void TakeIn(Arrival arrival)
    {
        var observed = arrival.Observed;
        observed.RecordedAt = _now;
        _dated.Hold(observed, arrival.Key);
        _payloads.Add(new() { HouseholdKey = arrival.Key, ContentHash = arrival.Row.ContentHash, Sealed = arrival.Row.Sealed, RecordedAt = _now });
        if (arrival.Kind == ArrivalKind.New)
        {
            (observed.Key, observed.Id) = (arrival.Key, arrival.Id);
            _families.Add(observed);
        }
        else
        {
            var current = _households[arrival.Key];
            _former.Add(Versions.Of(current, Later(current.ValidFrom, observed.ValidFrom), _now));
            if (current.VillageCode != observed.VillageCode) _moved.Add(current);
            Versions.Renew(current, observed);
        }

        TakeInMembers(arrival);
    }

    private void TakeInMembers(Arrival arrival)
    {
        var members = arrival.Row.Members;
        var own = arrival.Kind == ArrivalKind.New ? [] : _own[arrival.Key].ToList();
        var matched = own.Count == 0 ? null : Kinship.Match(members, own);
        for (var i = 0; i < members.Count; i++)
        {
            if (arrival.MovedIn.ContainsKey(i)) continue;
            if (matched?[i] is { } person)
            {
                own.Remove(person);
                Stay(person, members[i], arrival);
            }
            else
            {
                Arrive(members[i], arrival);
            }
        }

        foreach (var gone in own)
        {
            _former.Add(Versions.Of(gone, Later(gone.ValidFrom, arrival.Observed.ObservedOn), _now));
            if (gone.NikHash is { } number) _numbers.Add(number);
            registry.Persons.Remove(gone);
            _dated.Leave(gone.Key, arrival.Observed.ObservedOn);
        }
    }

    private void Stay(Person person, Person member, Arrival arrival)
    {
        var (was, now) = (person.IsPresent, member.IsPresent);
        Renew(person, member, arrival);
        if (was && !now) _dated.Leave(person.Key, member.ObservedOn);
        if (!was && now) _dated.Join(person.Key, arrival.Key, member.ObservedOn);
    }

    private void Arrive(Person member, Arrival arrival)
    {
        var known = member.NikHash is { } nik ? _standing.People(nik).FirstOrDefault(p => Kinship.IsSame(member, p)) : null;

        // Listed as gone here, and on record where he went: that record is his.
        if (known is { IsFormer: false } && !member.IsPresent) return;
        (member.Key, member.Id) = known is { IsFormer: true } && _returned.Add(known.Key) ? (known.Key, known.Id) : NewPerson();
        (member.HouseholdKey, member.RecordedAt) = (arrival.Key, _now);
        _people.Add(member);
        if (member.IsPresent) _dated.Join(member.Key, arrival.Key, member.ObservedOn);
    }

    private void Renew(Person person, Person member, Arrival arrival)
    {
        _former.Add(Versions.Of(person, Later(person.ValidFrom, member.ValidFrom), _now));
        if (person.NikHash is { } number) _numbers.Add(number);
        (member.HouseholdKey, member.RecordedAt) = (arrival.Key, _now);
        Versions.Renew(person, member);
    }

    private (long Key, Guid Id) NewPerson() => (_nextPerson++, NewId());

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
