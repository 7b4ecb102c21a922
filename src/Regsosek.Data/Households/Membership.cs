namespace Regsosek.Data.Households;

/// <summary>Who belonged to which family, from when to when, and since when the hub knew.</summary>
public sealed class Membership
{
    public long Key { get; set; }
    public long HouseholdKey { get; set; }
    public long PersonKey { get; set; }
    public DateOnly ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public DateTime RecordedAt { get; set; }
    public DateTime? SupersededAt { get; set; }
}

/// <summary>The number of the family card (nomor KK) a family held, from when to when: an attribute, never a key.</summary>
public sealed class FamilyCard
{
    public long Key { get; set; }
    public long HouseholdKey { get; set; }
    public required byte[] NumberSealed { get; set; }
    public required byte[] NumberHash { get; set; }
    public DateOnly ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public DateTime RecordedAt { get; set; }
    public DateTime? SupersededAt { get; set; }
}
