using Regsosek.Data.Partners;

namespace Regsosek.Data.Lists;

/// <summary>Who is entitled, as of one instant, in order and cut at a quota (daftar sasaran): what was asked, under which terms, and how far it is. It belongs to the
/// agreement and the purpose it was drafted for.</summary>
public sealed class TargetedList : IUnderTerms
{
    public long Key { get; set; }
    public Guid Id { get; set; }

    /// <summary>Who drafted it.</summary>
    public required string Client { get; set; }
    public int AgreementKey { get; set; }
    public int AgreementVersion { get; set; }
    public required string Purpose { get; set; }
    public string? EndUser { get; set; }
    public required string Terms { get; set; }

    /// <summary>The request that asked for it; entries of the access log carry it.</summary>
    public required string RequestId { get; set; }

    /// <summary>Programme whose rule it follows; null by a rule of its own.</summary>
    public string? Programme { get; set; }
    public int? RuleVersion { get; set; }

    /// <summary>A rule of its own (JSON); null by a programme's.</summary>
    public string? Rule { get; set; }

    /// <summary>SHA-256 of the programme's version, or of the rule.</summary>
    public required string RuleHash { get; set; }

    /// <summary>Its entries are persons, not families.</summary>
    public bool OfPersons { get; set; }

    public string? Region { get; set; }
    public long? Quota { get; set; }

    /// <summary>Poorest first; otherwise by key.</summary>
    public bool ByRank { get; set; }

    /// <summary>Fields of a family, by comma; null for those of a programme's list.</summary>
    public string? Fields { get; set; }

    /// <summary>ndjson, csv: each has parts of its own.</summary>
    public required List<string> Formats { get; set; }
    public bool Gzip { get; set; }

    /// <summary>Field groups that it stands on.</summary>
    public FieldGroups Groups { get; set; }

    /// <summary>As of when all of it is read, and the run in force then.</summary>
    public DateOnly Day { get; set; }
    public DateTime KnownAt { get; set; }
    public required string AsOf { get; set; }
    public long RunKey { get; set; }

    public ListState State { get; set; } = ListState.Building;

    /// <summary>Hash of client and question while it is being built, so that asking the same again gives the same list; null afterwards.</summary>
    public string? Open { get; set; }

    /// <summary>Code of the problem that ended it.</summary>
    public string? Problem { get; set; }

    /// <summary>Entries; null while they are looked for.</summary>
    public long? Entries { get; set; }

    /// <summary>First and last place of those of one percentile, where the quota cuts between them; null where it does not.</summary>
    public long? TiedFrom { get; set; }
    public long? TiedTo { get; set; }

    /// <summary>How many of each regency and class are inside the quota and beyond it (JSON); null while they are looked for.</summary>
    public string? Counts { get; set; }

    /// <summary>Who asked to have it frozen, and who decided it as the second.</summary>
    public string? AskedBy { get; set; }
    public string? AskedFor { get; set; }
    public string? DecidedBy { get; set; }
    public bool? IsApproved { get; set; }

    /// <summary>The signed manifest (JWS); null until it is frozen.</summary>
    public string? Manifest { get; set; }

    public DateTime RecordedAt { get; set; }
    public DateTime? DraftedAt { get; set; }
    public DateTime? FrozenAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>From then on it is not there any more.</summary>
    public DateTime ExpiresAt { get; set; }

    public List<ListStretch> Stretches { get; set; } = [];
    public List<ListPart> Parts { get; set; } = [];
    public List<ListReceipt> Receipts { get; set; } = [];
    public List<ListNotice> Notices { get; set; } = [];
}

/// <summary>How far a list is.</summary>
public enum ListState : short
{
    /// <summary>Those entitled are looked for, then put in order.</summary>
    Building = 1,

    /// <summary>It can be looked at, and frozen.</summary>
    Draft = 2,

    /// <summary>So large that a second principal is asked.</summary>
    AwaitingApproval = 3,

    /// <summary>Its parts are being written.</summary>
    Freezing = 4,

    /// <summary>Nothing of it changes any more.</summary>
    Frozen = 5,

    /// <summary>Ended by a problem; it gives nothing.</summary>
    Failed = 6,

    /// <summary>The agreement narrowed or ended; it gives nothing any more.</summary>
    Withdrawn = 7,

    /// <summary>Not there any more; its rows and files are going.</summary>
    Deleted = 8,
}
