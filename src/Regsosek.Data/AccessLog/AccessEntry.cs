namespace Regsosek.Data.AccessLog;

/// <summary>One read of person-level records: durable before the answer left, chained to the entry before it. No personal data in clear.</summary>
public sealed class AccessEntry
{
    public long Sequence { get; set; }

    /// <summary>Never before the entry before it.</summary>
    public DateTime At { get; set; }

    public required string RequestId { get; set; }
    public required string Client { get; set; }
    public int AgreementKey { get; set; }
    public required string Agreement { get; set; }
    public required string Purpose { get; set; }
    public string? EndUser { get; set; }

    /// <summary>Route template or GraphQL field.</summary>
    public required string Surface { get; set; }

    /// <summary>Names of the parameters used, and the values that are not personal.</summary>
    public required string Shape { get; set; }

    public FieldGroups Fields { get; set; }

    /// <summary>Families whose records the answer held.</summary>
    public int Families { get; set; }

    /// <summary>Persons charged to the budget by this read.</summary>
    public int Persons { get; set; }

    /// <summary>The subjects, packed (see <see cref="PackedSubjects"/>): keys of families, and minus the keyed hash of each NIK that was asked
    /// and not found.</summary>
    public required byte[] Subjects { get; set; }

    /// <summary>SHA-256 over the hash before and this entry's canonical bytes, subjects included.</summary>
    public required byte[] Hash { get; set; }
}

/// <summary>A closed run of entries with the Merkle root over their hashes. It stays when its entries have gone to the archive.</summary>
public sealed class AccessSegment
{
    public long First { get; set; }
    public long Last { get; set; }
    public required byte[] Root { get; set; }

    /// <summary>Hash of the last entry: what the next segment goes on from.</summary>
    public required byte[] LastHash { get; set; }

    public DateTime ClosedAt { get; set; }

    /// <summary>When its signed file was written and read back.</summary>
    public DateTime? ExportedAt { get; set; }

    /// <summary>When its entries were deleted here; never before <see cref="ExportedAt"/>.</summary>
    public DateTime? ErasedAt { get; set; }
}

/// <summary>Which entries of one closed segment touched the subjects of one bucket (see <see cref="PackedPostings"/>): the index behind
/// "who read this family", sixty-four rows a segment instead of one for each family read.</summary>
public sealed class AccessPosting
{
    public int Bucket { get; set; }

    /// <summary>First entry of the segment.</summary>
    public long First { get; set; }

    public required byte[] Postings { get; set; }
}
