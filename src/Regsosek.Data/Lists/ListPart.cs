namespace Regsosek.Data.Lists;

/// <summary>One file of a frozen list: the entries with places in a range. Written at one stroke; the row is the checkpoint.</summary>
public sealed class ListPart
{
    public long ListKey { get; set; }

    /// <summary>From 1, over all formats.</summary>
    public int Number { get; set; }

    public required string Format { get; set; }

    /// <summary>Places from this one …</summary>
    public long From { get; set; }

    /// <summary>… up to this one.</summary>
    public long To { get; set; }

    /// <summary>Entries in it; of one who left the scope before it was written the place is empty.</summary>
    public long Entries { get; set; }

    /// <summary>Bytes of the content, and its SHA-256; null while it is not there.</summary>
    public long Bytes { get; set; }
    public byte[]? Hash { get; set; }

    /// <summary>Families in it with their persons, packed as in the access log: what a pull is charged and recorded for.</summary>
    public byte[] Subjects { get; set; } = [];
}

/// <summary>A client has said that it holds a part, or all of them, as they were given.</summary>
public sealed class ListReceipt
{
    public long ListKey { get; set; }

    /// <summary>Number of the part; 0 for the whole, by its manifest.</summary>
    public int Part { get; set; }

    public required string Client { get; set; }
    public DateTime At { get; set; }
}
