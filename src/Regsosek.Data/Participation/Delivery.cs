namespace Regsosek.Data.Participation;

/// <summary>What a ministry sent at once of who really receives (data salur): one file, taken in by batches. It goes on where it was after a kill:
/// <see cref="Line"/> moves in the same transaction as the rows.</summary>
public sealed class Delivery
{
    public long Key { get; set; }
    public Guid Id { get; set; }
    public int PartnerKey { get; set; }
    public required string Client { get; set; }
    public string? EndUser { get; set; }
    public required string Programme { get; set; }

    /// <summary>Period of the rows that name none (<see cref="Periods"/>).</summary>
    public int? Period { get; set; }

    public DeliveryFormat Format { get; set; }

    /// <summary>Keyed digest of the file and of what was said with it, so that the same delivery is the same; null while it is being received.</summary>
    public byte[]? ContentHash { get; set; }

    public DeliveryState State { get; set; }
    public long Bytes { get; set; }

    /// <summary>The last row that is wholly dealt with.</summary>
    public long Line { get; set; }

    /// <summary>Rows of a recipient and period that had none in force.</summary>
    public long Added { get; set; }

    /// <summary>Rows that took the place of one delivered before.</summary>
    public long Replaced { get; set; }

    /// <summary>Rows whose recipient and period a later delivery had told of already.</summary>
    public long Late { get; set; }

    public long Rejected { get; set; }

    /// <summary>Why it could not be read; a code, never a value.</summary>
    public string? Fault { get; set; }

    public DateTime ReceivedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
}

/// <summary>How a delivery is written.</summary>
public enum DeliveryFormat : short
{
    /// <summary>Comma-separated values with a header.</summary>
    Csv = 1,

    /// <summary>One JSON object a line.</summary>
    Ndjson = 2,

    /// <summary>The first sheet of an Excel workbook, with a header.</summary>
    Xlsx = 3,
}

/// <summary>How far a delivery is.</summary>
public enum DeliveryState : short
{
    /// <summary>Its body is still coming; it is dropped when it does not end.</summary>
    Receiving = 1,

    /// <summary>Received whole; its rows are being taken in.</summary>
    Waiting = 2,

    /// <summary>All rows are dealt with.</summary>
    Finished = 3,

    /// <summary>It can't be read.</summary>
    Failed = 4,
}

/// <summary>A part of the body as it came, sealed, until its rows are taken in. Every part but the last is of one length.</summary>
public sealed class DeliveryPart
{
    public const int Length = 1024 * 1024;

    public long Key { get; set; }
    public long DeliveryKey { get; set; }
    public int Number { get; set; }
    public required byte[] ContentHash { get; set; }
    public required byte[] Sealed { get; set; }
}

/// <summary>A period of which a finished delivery told something.</summary>
public sealed class DeliveredPeriod
{
    public required string Programme { get; set; }
    public int Period { get; set; }

    /// <summary>How many deliveries told of it, and when the last of them ended: what figures of it stand on.</summary>
    public int Deliveries { get; set; }

    public DateTime? DeliveredAt { get; set; }
}
