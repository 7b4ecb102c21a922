using Regsosek.Api.Access;
using Regsosek.Api.Households;

namespace Regsosek.Api.Programmes;

/// <summary>What the list of a programme shows of a family and of a person, on every surface.</summary>
public sealed class EligibleShape(Fields<HouseholdView> households, Fields<MemberView> members)
{
    public Selection Family { get; } = new(
        [.. new[] { "id", "region", "familyCard", "headName", "memberCount", "welfareClass", "decile", "classification", "observedOn" }
            .Select(name => households.Find(name)!)], null);

    public IReadOnlyList<Field<MemberView>> Person { get; } =
        [.. new[] { "id", "nik", "name", "sex", "birthDate", "relation" }.Select(name => members.Find(name)!)];
}
