using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>Who of those on record a member is. Pure.</summary>
internal static class Kinship
{
    private static readonly Func<Person, Person, bool>[] Levels =
    [
        (a, b) => a.NikHash is { } nik && b.NikHash is { } other && nik.AsSpan().SequenceEqual(other),
        (a, b) => a.BirthDate is not null && a.BirthDate == b.BirthDate && HasSameName(a, b),
        (a, b) => a.OrderNumber is not null && a.OrderNumber == b.OrderNumber && HasSameName(a, b),
    ];

    /// <summary>The members among the family's own: by NIK, else by name and birth date, else by order number and name.
    /// Nobody is taken twice.</summary>
    public static Person?[] Match(IReadOnlyList<Person> members, IEnumerable<Person> own)
    {
        var left = own.ToList();
        var matched = new Person?[members.Count];
        foreach (var alike in Levels)
            for (var i = 0; i < members.Count && left.Count > 0; i++)
                if (matched[i] is null && left.Find(p => alike(members[i], p)) is { } person && left.Remove(person)) matched[i] = person;
        return matched;
    }

    /// <summary>The same NIK and no other person: the birth date or the name agrees. A NIK alone may be a wrong digit.</summary>
    public static bool IsSame(Person member, KnownPerson known) =>
        (member.BirthDate is { } born && born == known.BirthDate) || (member.Name is { } name && NameKey.Of(name) == NameKey.Of(known.Name));

    /// <summary>He is now where he was last seen: two families that saw him on one day are two records of one NIK.</summary>
    public static bool HasMoved(Person member, KnownPerson known) =>
        member.IsPresent && !known.IsFormer && IsSame(member, known)
        && (known.IsPresent ? member.ObservedOn > known.ObservedOn : member.ObservedOn >= known.ObservedOn);

    private static bool HasSameName(Person a, Person b) => a.Name is not null && NameKey.Of(a.Name) == NameKey.Of(b.Name);
}
