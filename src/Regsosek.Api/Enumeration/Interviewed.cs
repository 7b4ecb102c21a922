using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>One family with its members, as the checks between answers see it.</summary>
public sealed class Interviewed(Household household, IReadOnlyList<Person> members)
{
    public Household Household => household;
    public IReadOnlyList<Person> Members => members;
    public DateOnly VisitedOn { get; } = household.EnumeratedOn ?? household.ObservedOn;
    public Person? Head { get; } = First(members, FamilyRelation.Head);
    public Person? Spouse { get; } = First(members, FamilyRelation.Spouse);

    /// <summary>Completed years at the visit by the birth date, or the age as declared.</summary>
    public int? AgeOf(Person person) => person.BirthDate is null ? person.DeclaredAge : Ages.On(VisitedOn, person.BirthDate);

    public bool IsFirst(Person person, Func<Person, Person, bool> alike)
    {
        foreach (var other in members)
        {
            if (ReferenceEquals(other, person)) return true;
            if (alike(other, person)) return false;
        }

        return true;
    }

    private static Person? First(IReadOnlyList<Person> members, FamilyRelation relation)
    {
        foreach (var person in members)
            if (person.Relation == relation && person.IsPresent) return person;
        return null;
    }
}
