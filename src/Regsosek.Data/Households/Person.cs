using Regsosek.Data.Registers;

namespace Regsosek.Data.Households;

/// <summary>One member of a family as he stands now. A former state is a <see cref="PersonVersion"/>.</summary>
public sealed class Person : PersonRecord
{
    public Household Household { get; set; } = null!;

    /// <summary>What partners' registers hold of him.</summary>
    public List<RegisteredFact> Registered { get; set; } = [];
}

/// <summary>A former state of a person, with the period it was valid and the period the hub believed it.</summary>
public sealed class PersonVersion : PersonRecord
{
    public long VersionKey { get; set; }
    public DateOnly ValidTo { get; set; }
    public DateTime SupersededAt { get; set; }

    /// <summary>The later of both ends: what ended before a moment is passed over by the index.</summary>
    public DateTime Until
    {
        get => Days.Last(ValidTo, SupersededAt);
        private set => _ = value;
    }
}

/// <summary>What the current state and a former one have in common.</summary>
public abstract class PersonRecord : PersonAnswers, IObserved
{
    public long Key { get; set; }
    public Guid Id { get; set; }

    /// <summary>Counted among the family (404 = 1 or 5). A source that does not ask 404 lists only who is there, and its import says so.</summary>
    public bool IsPresent => Presence is MemberPresence.WithFamily or MemberPresence.NewMember;

    /// <summary>The family he belongs to now; the dated record is a <see cref="Membership"/>.</summary>
    public long HouseholdKey { get; set; }

    public required string Source { get; set; }
    public string? Name { get; set; }
    public byte[]? NikSealed { get; set; }
    public byte[]? NikHash { get; set; }

    /// <summary>Age is always computed from it, never stored.</summary>
    public DateOnly? BirthDate { get; set; }

    public DateOnly ObservedOn { get; set; }
    public DateOnly ValidFrom { get; set; }
    public DateTime RecordedAt { get; set; }
}
