using System.Reflection;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Parity;

/// <content>The register as of a moment, by the words of docs/access.md: of each family and person the one state that was in force on the day, as the hub
/// knew it at the instant.</content>
internal sealed partial class Stored
{
    /// <summary>A state with the four times that decide; those that end it are null for the current one. Of states alike in all times the later written.</summary>
    private sealed record Dated<T>(T State, long Key, DateOnly ObservedOn, DateOnly ValidFrom, DateTime RecordedAt, int Written)
    {
        public DateOnly? ValidTo { get; init; }
        public DateTime? SupersededAt { get; init; }

        public bool IsInForce(DateOnly day, DateTime knownAt)
        {
            if (ValidFrom > day || RecordedAt > knownAt) return false;
            var endIsKnown = SupersededAt <= knownAt;
            return !endIsKnown || ValidTo > day;
        }
    }

    public Stored At(DateOnly day, DateTime knownAt)
    {
        var then = new Stored { Today = day, Models = Models };
        then.Runs.AddRange(Runs.Where(r => r.Date <= day && r.PublishedAt <= knownAt));
        then.Ranks.AddRange(Ranks);
        then.Scores.AddRange(Scores);
        then.Facts.AddRange(Facts);
        then.Ranks.RemoveAll(r => then.Runs.All(run => run.Key != r.RunKey));
        then.Scores.RemoveAll(s => then.Runs.All(run => run.Key != s.RunKey));
        foreach (var (key, card) in CardOf) then.CardOf[key] = card;
        foreach (var (key, nik) in NikOf) then.NikOf[key] = nik;
        var families = One([.. Families.Select(h => new Dated<HouseholdRecord>(h, h.Key, h.ObservedOn, h.ValidFrom, h.RecordedAt, int.MaxValue)),
            .. FormerFamilies.Select((v, i) => new Dated<HouseholdRecord>(v, v.Key, v.ObservedOn, v.ValidFrom, v.RecordedAt, i)
            {
                ValidTo = v.ValidTo,
                SupersededAt = v.SupersededAt,
            })], day, knownAt).Select(then.Copied).ToDictionary(h => h.Key);
        foreach (var person in One([.. Persons.Select(p => new Dated<PersonRecord>(p, p.Key, p.ObservedOn, p.ValidFrom, p.RecordedAt, int.MaxValue)),
            .. FormerPersons.Select((v, i) => new Dated<PersonRecord>(v, v.Key, v.ObservedOn, v.ValidFrom, v.RecordedAt, i)
            {
                ValidTo = v.ValidTo,
                SupersededAt = v.SupersededAt,
            })], day, knownAt))
        {
            if (!families.TryGetValue(person.HouseholdKey, out var family)) continue;
            var member = new Person { Source = "", Household = family };
            Copy(typeof(PersonRecord), person, member);
            member.Registered = [.. Facts.Where(f => f.PersonKey == member.Key && f.ObservedOn <= day && f.RecordedAt <= knownAt
                && (!(f.SupersededAt <= knownAt) || f.ValidTo > day))];
            family.Members.Add(member);
        }

        then.Families.AddRange(families.Values.OrderBy(h => h.Key));
        return then;
    }

    private static IEnumerable<T> One<T>(IEnumerable<Dated<T>> states, DateOnly day, DateTime knownAt) => states.GroupBy(s => s.Key)
        .Select(of => of.Where(s => s.IsInForce(day, knownAt)).OrderBy(s => s.ObservedOn).ThenBy(s => s.RecordedAt).ThenBy(s => s.Written).LastOrDefault())
        .OfType<Dated<T>>().Select(s => s.State);

    /// <summary>With its rank in the newest of the runs, where it has one.</summary>
    private Household Copied(HouseholdRecord state)
    {
        var family = new Household { Source = "", SourceId = "", ProvinceCode = "", RegencyCode = "", DistrictCode = "", VillageCode = "", Rank = new() };
        Copy(typeof(HouseholdRecord), state, family);
        var inForce = Runs.Select(r => r.Key).DefaultIfEmpty().Max();
        if (Ranks.SingleOrDefault(r => r.RunKey == inForce && r.HouseholdKey == family.Key) is { } rank) Copy(typeof(RankRecord), rank, family.Rank);
        return family;
    }

    private static void Copy(Type of, object from, object to)
    {
        foreach (var property in of.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)) property.SetValue(to, property.GetValue(from));
    }
}
