using Regsosek.Data.Households;

namespace Regsosek.Tests.Parity;

/// <summary>A population limit as the agreement writes it, and what it means in plain words over the stored rows: true only when it is
/// <em>known</em> to hold. An answer is known when it was given and is not past its shelf life.</summary>
internal sealed record DrawnLimit(string Rule, Func<Household, DateOnly, bool> Holds)
{
    public static readonly DrawnLimit[] All =
    [
        new("""{"fact":"decile","op":"<=","value":2}""", (h, _) => h.Rank.Decile <= 2),
        new("""{"fact":"decile","op":"<=","value":5}""", (h, _) => h.Rank.Decile <= 5),
        new("""{"not":{"fact":"decile","op":"<=","value":5}}""", (h, _) => h.Rank.Decile > 5),
        new("""{"fact":"welfareClass","in":[1,2,3]}""",
            (h, _) => h.Rank.WelfareClass is WelfareClass.MISKIN_EKSTREM or WelfareClass.SANGAT_MISKIN or WelfareClass.MISKIN),
        new("""{"fact":"province","op":"=","value":"91"}""", (h, _) => h.ProvinceCode == "91"),
        new("""{"fact":"memberCount","op":">=","value":3}""", (h, _) => h.MemberCount >= 3),
        new("""{"fact":"floorArea","op":"<","value":4}""", (h, today) => IsFresh(h.ObservedOn, 36, today) && h.FloorArea < 4),
        new("""{"exists":{"fact":"age","op":">=","value":60}}""", (h, today) => Present(h).Any(p => Oracle.AgeOf(p, today) >= 60)),
        new("""{"exists":{"any":[{"fact":"sector","in":[1,2,3,4,5,6]},{"fact":"businessSector","in":[1,2,3,4,5,6]}]}}""",
            (h, today) => Present(h).Any(p =>
                (IsFresh(p.ObservedOn, 6, today) && (int?)p.Sector <= 6) || (IsFresh(p.ObservedOn, 12, today) && (int?)p.BusinessSector <= 6))),
        new("""{"count":{"fact":"sex","op":"=","value":2},"op":">=","value":2}""", (h, _) => Present(h).Count(p => p.Sex == PersonSex.Female) >= 2),
        new("""{"not":{"exists":{"fact":"jobStatus","op":"=","value":5}}}""", (h, today) => Present(h).All(p => IsNoOfficial(p, today))),
    ];

    public override string ToString() => Rule;

    private static IEnumerable<Person> Present(Household h) =>
        h.Members.Where(p => p.Presence is MemberPresence.WithFamily or MemberPresence.NewMember);

    private static bool IsFresh(DateOnly observedOn, int months, DateOnly today) => observedOn >= today.AddMonths(-months);

    /// <summary>He answered something else, or was rightly not asked: he does not work, or is under five and was not asked that either.</summary>
    private static bool IsNoOfficial(Person p, DateOnly today) => IsFresh(p.ObservedOn, 6, today) && p.JobStatus is not null
        ? (int)p.JobStatus != 5
        : (IsFresh(p.ObservedOn, 6, today) && p.Worked is not null ? p.Worked != YesNo.Yes : Oracle.AgeOf(p, today) < 5);
}
