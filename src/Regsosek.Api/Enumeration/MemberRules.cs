using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>The rules of form K about a member as data (E02, E10, E11, E30, E32 to E37). Pure: answers in, broken or not out.</summary>
public static class MemberRules
{
    private const int Oldest = 98;

    public static readonly IReadOnlyList<MemberRule> All =
    [
        new(Checks.NameLetters, "name", (p, _) => p.Name is { } name && !NameKey.IsPlausible(name)),
        new(Checks.OrderTwice, "orderNumber", (p, f) => p.OrderNumber is not null && !f.IsFirst(p, (a, b) => a.OrderNumber == b.OrderNumber)),
        new(Checks.TwoHeads, "relation", (p, f) => IsPresentAs(p, FamilyRelation.Head) && !ReferenceEquals(p, f.Head)),
        new(Checks.SecondSpouse, "relation", (p, f) => IsPresentAs(p, FamilyRelation.Spouse) && !ReferenceEquals(p, f.Spouse)),
        new(Checks.DeclaredAge, "declaredAge", (p, f) =>
            p is { DeclaredAge: { } declared, BirthDate: not null } && declared != Math.Min(f.AgeOf(p)!.Value, Oldest)),
        new(Checks.NumberTwice, "nik", (p, f) => p.NikHash is not null && p.IsPresent && !f.IsFirst(p, AreOneNumber)),
        new(Checks.Couple, "maritalStatus", (p, f) => ReferenceEquals(p, f.Head) && f.Spouse is not null && p.MaritalStatus == MaritalState.Single),
        new(Checks.Couple, "maritalStatus",
            (p, _) => IsPresentAs(p, FamilyRelation.Spouse) && p.MaritalStatus is { } status && status != MaritalState.Married),
        new(Checks.Couple, "sex", (p, f) => IsPresentAs(p, FamilyRelation.Spouse) && p.Sex is { } sex && f.Head?.Sex == sex),
        new(Checks.Generations, "birthDate", (p, f) => p.Relation == FamilyRelation.Child && YearsYounger(p, f) < 10),
        new(Checks.Generations, "birthDate", (p, f) => p.Relation == FamilyRelation.ParentOrInLaw && YearsYounger(p, f) >= 0),
        new(Checks.TooYoung, "maritalStatus", (p, f) => WasMarried(p) && f.AgeOf(p) < 10),
        new(Checks.TooYoung, "hoursWorked", (p, f) => p.HoursWorked > 0 && f.AgeOf(p) < 5),
        new(Checks.Papers, "identityPapers", (p, f) => Holds(p, PersonalPapers.IdentityCard) && f.AgeOf(p) < 17 && !WasMarried(p)),
        new(Checks.Papers, "identityPapers", (p, f) => Holds(p, PersonalPapers.ChildCard) && f.AgeOf(p) >= 17),
        new(Checks.Levels, "diploma", (p, _) => p is { SchoolLevel: { } level, Diploma: { } diploma } && Rank((int)diploma) > Rank((int)level)),
        new(Checks.Levels, "schoolLevel", (p, f) =>
            p is { SchoolParticipation: Schooling.Attending, SchoolLevel: >= EducationLevel.Diploma123 } && f.AgeOf(p) < 15),
    ];

    private static bool IsPresentAs(Person p, FamilyRelation relation) => p.Relation == relation && p.IsPresent;

    private static bool WasMarried(Person p) => p.MaritalStatus is MaritalState.Married or MaritalState.Divorced or MaritalState.Widowed;

    private static bool Holds(Person p, PersonalPapers paper) => p.IdentityPapers is { } held && (held & paper) != 0;

    private static bool AreOneNumber(Person a, Person b) =>
        a.NikHash is { } one && b.NikHash is { } other && a.IsPresent && one.AsSpan().SequenceEqual(other);

    private static int? YearsYounger(Person p, Interviewed f) =>
        f.Head is { } head && !ReferenceEquals(head, p) ? f.AgeOf(head) - f.AgeOf(p) : null;

    /// <summary>Primary, lower secondary and upper secondary each have several codes that rank alike; 23 is no diploma.</summary>
    private static int Rank(int level) => level switch
    {
        23 => 0,
        <= 5 => 1,
        <= 10 => 2,
        <= 17 => 3,
        _ => level,
    };
}
