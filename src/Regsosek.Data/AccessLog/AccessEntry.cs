namespace Regsosek.Data.AccessLog;

/// <summary>One read of person-level records: durable before the answer left, chained to the entry before it. No personal data in clear.</summary>
public sealed class AccessEntry
{
    public long Sequence { get; set; }
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

    /// <summary>SHA-256 over the hash before and this entry's canonical bytes, subjects included.</summary>
    public required byte[] Hash { get; set; }

    public List<AccessSubject> Subjects { get; set; } = [];
}

/// <summary>One family (or one asked NIK, as a keyed hash) that an entry touched.</summary>
public sealed class AccessSubject
{
    public long Sequence { get; set; }

    /// <summary>Key of the family, or minus a keyed hash of a NIK that was asked and not found.</summary>
    public long Subject { get; set; }

    public int Persons { get; set; }
    public int AgreementKey { get; set; }
    public DateTime At { get; set; }
}

/// <summary>A closed run of entries with the Merkle root over their hashes.</summary>
public sealed class AccessSegment
{
    public long First { get; set; }
    public long Last { get; set; }
    public required byte[] Root { get; set; }
    public DateTime ClosedAt { get; set; }
}
