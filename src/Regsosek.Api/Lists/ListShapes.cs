using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Programmes;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>What the entries of a list show.</summary>
/// <param name="Person">Of a list of families null.</param>
public sealed record ListShape(Selection Family, IReadOnlyList<Field<MemberView>>? Person)
{
    public FieldGroups Groups => (Person ?? []).Aggregate(Family.Groups, (all, shown) => all | shown.Group);
}

/// <summary>Shapes of lists: of a family the fields that were named, or those of a programme's list; of a person always the latter.</summary>
public sealed class ListShapes(Fields<HouseholdView> households, Fields<MemberView> members, EligibleShape eligible)
{
    public ListShape Of(TargetedList list, Caller caller) => new(
        list.Fields is { } named ? Selection.Of(named, includeMembers: false, households, members, caller) : eligible.Family,
        list.OfPersons ? eligible.Person : null);
}
