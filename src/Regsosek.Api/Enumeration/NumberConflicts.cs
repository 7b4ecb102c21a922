using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>Numbers that the registry, or an earlier row, holds for somebody else: a member who moved in, or one number twice (E32).</summary>
internal static class NumberConflicts
{
    public static void Find(IReadOnlyList<Arrival> arrivals, Standing standing)
    {
        Dictionary<UInt128, Arrival> cards = [];
        foreach (var arrival in arrivals)
        {
            for (var i = 0; i < arrival.Row.Members.Count; i++) FindPerson(arrival, i, standing);
            FindCard(arrival, standing, cards);
        }
    }

    private static void FindPerson(Arrival arrival, int place, Standing standing)
    {
        var member = arrival.Row.Members[place];
        if (member.NikHash is not { } nik || !member.IsPresent) return;
        var people = standing.People(nik);
        var elsewhere = people.Where(p => !p.IsFormer && p.HouseholdKey != arrival.Key).ToList();
        if (elsewhere.Count == 0) return;
        var isHere = people.Any(p => !p.IsFormer && p.HouseholdKey == arrival.Key);
        if (arrival.IsCurrent && !isHere && elsewhere.Find(p => Kinship.HasMoved(member, p)) is { } mover
            && !arrival.MovedIn.ContainsValue(mover))
        {
            arrival.MovedIn[place] = mover;
            elsewhere.Remove(mover);
            arrival.Row.Warn(Checks.PersonMoved, place);
        }

        if (elsewhere.Exists(p => p.IsPresent)) arrival.Row.Warn(Checks.NumberTwice, place);
    }

    private static void FindCard(Arrival arrival, Standing standing, Dictionary<UInt128, Arrival> cards)
    {
        if (arrival.Observed.FamilyCardHash is not { } card) return;
        var isHeld = standing.FamiliesWithCard(card).Any(key => key != arrival.Key) || !cards.TryAdd(Standing.Number(card), arrival);
        if (isHeld && arrival.Observed.FamilyCardCode is null or FamilyCardMatch.AsPrinted) arrival.Row.WarnCard();
    }
}
