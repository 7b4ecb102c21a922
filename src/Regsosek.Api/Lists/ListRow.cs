using Regsosek.Api.Households;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>One place of a list with what the agreement shows of it.</summary>
/// <param name="Place">From 1, in the list's order.</param>
/// <param name="InQuota">It is inside the quota.</param>
/// <param name="Tied">The quota cuts between it and its equals.</param>
public sealed record ListRow(long Place, bool InQuota, bool Tied, HouseholdView Household, MemberView? Person)
{
    public Guid HouseholdId => Household.Id;
    public Guid? PersonId => Person?.Id;

    public static ListRow Of(TargetedList list, ListEntry entry, HouseholdView household, MemberView? person) =>
        new(entry.Place, list.Quota is not { } quota || entry.Place <= quota, entry.Place >= list.TiedFrom && entry.Place <= list.TiedTo, household, person);
}
