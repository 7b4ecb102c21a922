namespace Regsosek.Data.Cases;

/// <summary>One error of targeting, or one loss of a programme, that somebody has to answer (kasus ketepatan sasaran). Of a family or person, programme and
/// kind there is one: it is opened again when the error comes back. What it was before is kept as steps.</summary>
public sealed class TargetingCase
{
    /// <summary>The case is of the family, not of one person.</summary>
    public const long OfFamily = 0;

    public long Key { get; set; }
    public Guid Id { get; set; }
    public required string Programme { get; set; }
    public CaseKind Kind { get; set; }
    public long HouseholdKey { get; set; }

    /// <summary>Key of the person; <see cref="OfFamily"/> for a programme of families.</summary>
    public long PersonKey { get; set; }

    public CaseState State { get; set; }

    /// <summary>Why a reactivation is asked for; null for the other kinds.</summary>
    public CaseGround? Ground { get; set; }

    /// <summary>Period of which the error was found when it was opened last; null for a reactivation.</summary>
    public int? Period { get; set; }

    /// <summary>Code of the partner that has to answer; null where the programme has none.</summary>
    public string? Owner { get; set; }

    public DateTime OpenedAt { get; set; }

    /// <summary>How often it was opened.</summary>
    public int Openings { get; set; } = 1;

    /// <summary>Day by which it is to be answered.</summary>
    public DateOnly DueOn { get; set; }

    public CaseOutcome? Outcome { get; set; }

    /// <summary>Why so, a code.</summary>
    public string? Note { get; set; }

    /// <summary>Until when who is concerned may object; of an outcome that takes aid away.</summary>
    public DateOnly? ObjectBy { get; set; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>Partner that closed it; null where the data did.</summary>
    public string? ClosedBy { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>What a case is about.</summary>
public enum CaseKind : short
{
    /// <summary>Entitled and not receiving.</summary>
    Exclusion = 1,

    /// <summary>Receiving and not entitled.</summary>
    Inclusion = 2,

    /// <summary>A family or person that lost a programme asks to have it back (reaktivasi).</summary>
    Reactivation = 3,
}

/// <summary>Whether somebody still has to answer.</summary>
public enum CaseState : short
{
    /// <summary>Waits for its owner.</summary>
    Open = 1,

    /// <summary>Answered, or gone by itself.</summary>
    Closed = 2,
}

/// <summary>Why a programme is asked back.</summary>
public enum CaseGround : short
{
    /// <summary>Poor all the same.</summary>
    Poor = 1,

    /// <summary>Chronically ill.</summary>
    ChronicallyIll = 2,

    /// <summary>An emergency.</summary>
    Emergency = 3,
}

/// <summary>How a case ended. None of them gives or ends anybody's aid: they record what was decided elsewhere.</summary>
public enum CaseOutcome : short
{
    /// <summary>Put on the ministry's list.</summary>
    Added = 1,

    /// <summary>To be taken off the ministry's list, after notice and time to object.</summary>
    Removed = 2,

    /// <summary>It is right as it is.</summary>
    Justified = 3,

    /// <summary>The registry or the delivery is wrong.</summary>
    WrongData = 4,

    /// <summary>A later assessment did not find it any more.</summary>
    ResolvedByData = 5,
}

/// <summary>What happened to a case, in order.</summary>
public sealed class CaseStep
{
    public long Key { get; set; }
    public long CaseKey { get; set; }
    public DateTime At { get; set; }

    /// <summary>opened, assigned, closed or reopened.</summary>
    public required string Did { get; set; }

    /// <summary>New owner of an assignment, outcome of a closing.</summary>
    public string? Says { get; set; }

    public string? Note { get; set; }

    /// <summary>Partner; null for the hub itself.</summary>
    public string? By { get; set; }

    public string? Client { get; set; }
    public string? EndUser { get; set; }
}
