namespace Regsosek.Data.Enumeration;

/// <summary>One file on its way in. It goes on where it was after a kill: <see cref="Line"/> moves in the same transaction as the rows.</summary>
public sealed class ImportRun
{
    public long Key { get; set; }

    /// <summary>SHA-256 of the file, so that the same file is the same run.</summary>
    public required string FileHash { get; set; }

    public required string Profile { get; set; }

    /// <summary>Name under which the families are kept; a source id is unique within it.</summary>
    public required string Source { get; set; }

    /// <summary>Last line of the file that is wholly dealt with.</summary>
    public long Line { get; set; }
    public long Added { get; set; }
    public long Changed { get; set; }
    public long Unchanged { get; set; }
    public long Rejected { get; set; }

    /// <summary>Some number was one of the demonstration's; a hub outside Development does not start on such data.</summary>
    public bool HoldsDemoNumbers { get; set; }

    public DateTime StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
}

/// <summary>A family as it came, compressed and sealed.</summary>
public sealed class Payload
{
    public long HouseholdKey { get; set; }
    public required byte[] ContentHash { get; set; }
    public required byte[] Sealed { get; set; }
    public DateTime RecordedAt { get; set; }
}

/// <summary>A row that could not be taken in: kept whole, sealed, until somebody mends it.</summary>
public sealed class RejectedRow
{
    public long Key { get; set; }
    public long ImportKey { get; set; }
    public long Line { get; set; }
    public required byte[] ContentHash { get; set; }
    public required byte[] Sealed { get; set; }
    public DateTime RecordedAt { get; set; }
}

/// <summary>Something wrong or doubtful in one row. It never holds the value.</summary>
public sealed class Finding
{
    public long Key { get; set; }
    public long ImportKey { get; set; }
    public long Line { get; set; }

    /// <summary>The family, when the row was taken in.</summary>
    public long? HouseholdKey { get; set; }

    public required string Rule { get; set; }

    /// <summary>Pointer into the row, for example /blok_4/2/r403.</summary>
    public required string At { get; set; }

    public FindingSeverity Severity { get; set; }
}

/// <summary>What a finding does to its row.</summary>
public enum FindingSeverity : short
{
    /// <summary>The row was not taken in.</summary>
    Error = 1,

    /// <summary>The row was taken in and deserves a look.</summary>
    Warning = 2,
}
