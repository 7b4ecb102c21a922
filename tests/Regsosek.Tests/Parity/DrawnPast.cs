using Regsosek.Data.Households;

namespace Regsosek.Tests.Parity;

/// <content>Former states: whole, with answers of their own, elsewhere and in other families, their times drawn from few so that they meet, touch and
/// overlap, observed late, corrected, ended by nothing. Nobody may meet them but who asks for their time.</content>
internal sealed partial class DrawnData
{
    /// <summary>Days before today on which things begin and end, and the instants at which the hub learns of them.</summary>
    public static readonly int[] Days = [500, 366, 365, 200, 100, 31, 30, 10, 1, 0], Instants = [450, 300, 150, 60, 29];

    /// <summary>Noon, UTC, so many days before today.</summary>
    public static DateTime Instant(DateOnly today, int daysAgo) => today.AddDays(-daysAgo).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private DateOnly Day() => stored.Today.AddDays(-Of(Days));

    private DateTime Learned() => Instant(stored.Today, Of(Instants));

    /// <summary>Some states of a family and of those who are or were in it.</summary>
    private void Past(Household family)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var was = new HouseholdVersion
            {
                Key = family.Key,
                Id = family.Id,
                Source = family.Source,
                SourceId = family.SourceId,
                ProvinceCode = family.ProvinceCode,
                RegencyCode = family.RegencyCode,
                DistrictCode = family.DistrictCode,
                VillageCode = family.VillageCode,
                HeadName = Chance(15) ? null : Of(Names),
                FamilyCardSealed = family.FamilyCardSealed,
                FamilyCardHash = family.FamilyCardHash,
                MemberCount = (short)random.Next(0, 5),
            };
            if (Chance(50)) Place(was, Of(villages));
            Answer(was, ofPerson: false);
            (was.ObservedOn, was.ValidFrom, was.RecordedAt) = Times();
            (was.ValidTo, was.SupersededAt) = Ends(was);
            stored.FormerFamilies.Add(was);
            foreach (var member in family.Members.Where(_ => Chance(60))) stored.FormerPersons.Add(Former(member, Chance(80) ? family : Of(stored.Families)));
            if (Chance(30)) stored.FormerPersons.Add(Former(Member(family), family));
        }
    }

    private PersonVersion Former(Person member, Household family)
    {
        var was = new PersonVersion
        {
            Key = member.Key,
            Id = member.Id,
            HouseholdKey = family.Key,
            Source = member.Source,
            Name = Chance(10) ? null : Of(Names),
            NikHash = member.NikHash,
            NikSealed = member.NikSealed,
            BirthDate = Chance(80) ? member.BirthDate : Born(),
        };
        Answer(was, ofPerson: true);
        was.Presence = Chance(80) ? MemberPresence.WithFamily : was.Presence;
        was.Relation = Chance(35) ? FamilyRelation.Head : was.Relation;
        (was.ObservedOn, was.ValidFrom, was.RecordedAt) = Times();
        (was.ValidTo, was.SupersededAt) = Ends(was);
        return was;
    }

    /// <summary>In force from the day it was observed, or from a later one: when somebody left.</summary>
    private (DateOnly Observed, DateOnly From, DateTime Recorded) Times() => Day() is var day && Chance(85) ? (day, day, Learned()) : (day, Later(day, Day()), Learned());

    private (DateOnly To, DateTime At) Ends(IObserved state) =>
        (Chance(10) ? state.ValidFrom : Later(state.ValidFrom, Day()), Learned() is var at && at > state.RecordedAt ? at : state.RecordedAt);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static void Place(HouseholdRecord family, string village) => (family.ProvinceCode, family.RegencyCode, family.DistrictCode, family.VillageCode) =
        (village[..2], village[..5], village[..8], village);
}
