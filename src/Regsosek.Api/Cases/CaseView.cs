using Regsosek.Data.Cases;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Cases;

/// <summary>An error of targeting, or the loss of a programme, that somebody has to answer (kasus ketepatan sasaran). A case records what was decided; it gives and ends
/// nobody's aid.</summary>
public sealed record CaseView
{
    internal const string Opened = "opened", Assigned = "assigned", Closed = "closed", Reopened = "reopened";

    public required Guid Id { get; init; }
    public required string Programme { get; init; }

    /// <summary>exclusion: entitled and not receiving; inclusion: receiving and not entitled; reactivation: lost and asked back.</summary>
    public required string Kind { get; init; }

    /// <summary>open or closed.</summary>
    public required string State { get; init; }

    public required Guid HouseholdId { get; init; }

    /// <summary>The person; of a programme for persons, while he is of the family.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Village of the family.</summary>
    public required string Region { get; init; }

    /// <summary>Period in which the error was found when the case was opened last; left out of a reactivation.</summary>
    public string? Period { get; init; }

    /// <summary>poor, chronically-ill or emergency: why a programme is asked back; left out of other kinds, and without the group health.</summary>
    public string? Ground { get; init; }

    /// <summary>Partner that has to answer.</summary>
    public string? Owner { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>How often it was opened: an error that comes back opens its case again.</summary>
    public required int Openings { get; init; }

    /// <summary>Day by which it is to be answered.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Open behind its day.</summary>
    public required bool Overdue { get; init; }

    /// <summary>added, removed, justified, wrong-data, or resolved-by-data: a later assessment did not find it any more.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why so, a code.</summary>
    public string? Note { get; init; }

    /// <summary>Until when who is to lose the programme may object.</summary>
    public DateOnly? ObjectBy { get; init; }

    public DateTime? ClosedAt { get; init; }

    /// <summary>Partner that closed it; left out where the data did.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>To be sent with a change: another one is a conflict.</summary>
    public required int Version { get; init; }

    /// <summary>What happened to it, in order; of one case alone.</summary>
    public IReadOnlyList<CaseStepView>? Steps { get; init; }

    internal static CaseView Of(TargetingCase c, DateOnly today) => new()
    {
        Id = c.Id,
        Programme = c.Programme,
        Kind = CaseWords.Of(c.Kind),
        State = CaseWords.Of(c.State),
        HouseholdId = Guid.Empty,
        Region = "",
        Period = c.Period is { } period ? Periods.Text(period) : null,
        Ground = c.Ground is { } ground ? CaseWords.Of(ground) : null,
        Owner = c.Owner,
        OpenedAt = c.OpenedAt,
        Openings = c.Openings,
        DueOn = c.DueOn,
        Overdue = c.State == CaseState.Open && c.DueOn < today,
        Outcome = c.Outcome is { } outcome ? CaseWords.Of(outcome) : null,
        Note = c.Note,
        ObjectBy = c.ObjectBy,
        ClosedAt = c.ClosedAt,
        ClosedBy = c.ClosedBy,
        Version = c.Version,
    };

    /// <summary>How it was closed, as a step.</summary>
    internal static CaseStep Closing(TargetingCase c) =>
        new() { CaseKey = c.Key, At = c.ClosedAt!.Value, Did = Closed, Says = CaseWords.Of(c.Outcome!.Value), Note = c.Note, By = c.ClosedBy };
}

/// <summary>What happened to a case.</summary>
/// <param name="Did">opened, assigned, closed or reopened.</param>
/// <param name="Says">New owner of an assignment, outcome of a closing.</param>
/// <param name="By">Partner; left out for the hub itself.</param>
public sealed record CaseStepView(DateTime At, string Did, string? Says, string? Note, string? By);
