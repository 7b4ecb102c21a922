using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>One row of an import, read, checked and sealed; ids, keys and dates of recording come when it is written.</summary>
public sealed class FamilyRow
{
    public required long Line { get; init; }

    /// <summary>Null when the row is rejected.</summary>
    public required Household? Household { get; init; }

    /// <summary>Key of the family once it is written.</summary>
    public long? FamilyKey { get; set; }

    /// <summary>A number of it is one of a demonstration.</summary>
    public required bool HoldsDemoNumbers { get; init; }

    public required List<Person> Members { get; init; }
    public required List<Fault> Faults { get; init; }

    /// <summary>Keyed hash of what the row says: the order of fields and the spaces between them do not count.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>The row as it came: see <see cref="RawRow"/>.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>Pointers to what the registry compares with other families: the number of the card and, by place, of each member.</summary>
    public required Func<int, string> NikAt { get; init; }

    public required string CardAt { get; init; }

    public void Warn(Check check, int member) => Faults.Add(new(check, NikAt(member)));

    public void WarnCard() => Faults.Add(new(Checks.NumberTwice, CardAt));
}
