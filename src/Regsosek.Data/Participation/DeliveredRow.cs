namespace Regsosek.Data.Participation;

/// <summary>One row of a delivery as it was judged. Nothing is overwritten: a row whose recipient and period a later delivery tells of stays, replaced.</summary>
public sealed class DeliveredRow : ReceiptRecord
{
    public int PartnerKey { get; set; }

    /// <summary>Its place in the file, from 1; a header is not counted.</summary>
    public long Line { get; set; }

    /// <summary>Why it was rejected; a code, never a value.</summary>
    public string? Reason { get; set; }

    /// <summary>How surely the recipient is the person or family in the registry; null where nobody is.</summary>
    public MatchLevel? Level { get; set; }

    public RecipientKind? Kind { get; set; }

    /// <summary>NIK, or number of the family card, or name, birth date and village where there is neither.</summary>
    public byte[]? NumberHash { get; set; }

    public byte[]? NumberSealed { get; set; }
}

/// <summary>What a family was given: the same row, as it is asked of families that the caller has.</summary>
public sealed class Receipt : ReceiptRecord;

/// <summary>What both have in common.</summary>
public abstract class ReceiptRecord
{
    public long Key { get; set; }
    public long DeliveryKey { get; set; }
    public required string Programme { get; set; }

    /// <summary>Month or quarter (<see cref="Periods"/>); 0 where the row gives none that can be read.</summary>
    public int Period { get; set; }

    public RowState State { get; set; }

    /// <summary>Rupiah; null where the aid is none of money or the row does not say.</summary>
    public long? Amount { get; set; }

    public long? HouseholdKey { get; set; }
    public long? PersonKey { get; set; }
    public DateTime RecordedAt { get; set; }

    /// <summary>When a later delivery told otherwise.</summary>
    public DateTime? ReplacedAt { get; set; }
}

/// <summary>What became of a row.</summary>
public enum RowState : short
{
    /// <summary>In force: the last word on its recipient and period.</summary>
    Standing = 1,

    /// <summary>A later delivery told of the same recipient and period.</summary>
    Replaced = 2,

    /// <summary>Not taken in.</summary>
    Rejected = 3,
}

/// <summary>By what the recipient is named.</summary>
public enum RecipientKind : short
{
    /// <summary>A person by his NIK.</summary>
    Nik = 1,

    /// <summary>A family by the number of its card.</summary>
    FamilyCard = 2,

    /// <summary>A person by name, birth date and village.</summary>
    Name = 3,
}

/// <summary>How surely a recipient is somebody in the registry, the surest first.</summary>
public enum MatchLevel : short
{
    /// <summary>The NIK and the birth date are equal.</summary>
    M1 = 1,

    /// <summary>The NIK is equal, the name alike.</summary>
    M2 = 2,

    /// <summary>The NIK is equal, the name is not or is not told: worth a look.</summary>
    M3 = 3,

    /// <summary>No number: birth date and village are equal, the name alike.</summary>
    M4 = 4,

    /// <summary>The family card is equal, the name alike or not told.</summary>
    M5 = 5,
}

/// <summary>A row that was rejected, or whose recipient nobody is: kept whole, sealed, until somebody mends it.</summary>
public sealed class KeptRow
{
    public long Key { get; set; }
    public required byte[] ContentHash { get; set; }
    public required byte[] Sealed { get; set; }
}

/// <summary>What the families of a region were given by a programme in a period, by the rows in force. It holds true counts; what leaves the hub is
/// rounded. What is hidden is not here at all.</summary>
public sealed class ReceiptTotal
{
    public required string Programme { get; set; }
    public int Period { get; set; }

    /// <summary>Kemendagri code; ID for the nation.</summary>
    public required string Region { get; set; }

    /// <summary>0 nation, 1 province to 4 village.</summary>
    public short Level { get; set; }

    public long Families { get; set; }

    /// <summary>Rows: of a family several persons may receive.</summary>
    public long Recipients { get; set; }

    /// <summary>Rupiah.</summary>
    public long Amount { get; set; }
}
