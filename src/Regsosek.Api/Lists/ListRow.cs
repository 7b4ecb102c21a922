using Regsosek.Api.Households;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>One place of a list with what the agreement shows of it.</summary>
public sealed record ListRow(long Place, bool InQuota, bool IsTied, HouseholdView Household, MemberView? Person)
{
    public static ListRow Of(TargetedList list, ListEntry entry, HouseholdView household, MemberView? person) =>
        new(entry.Place, list.Quota is not { } quota || entry.Place <= quota, entry.Place >= list.TiedFrom && entry.Place <= list.TiedTo, household, person);
}
