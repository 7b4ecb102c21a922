namespace Regsosek.Data.Targeting;

/// <summary>One comparison (penilaian ketepatan sasaran) of who is entitled to a programme with who received it in a period. It goes on where it was after a
/// kill: <see cref="After"/> moves in the same transaction as its cells and cases. Of a programme and period the last published one is in force.</summary>
public sealed class Assessment
{
    public long Key { get; set; }
    public Guid Id { get; set; }
    public required string Programme { get; set; }

    /// <summary>Period of the deliveries (<see cref="Participation.Periods"/>).</summary>
    public int Period { get; set; }

    /// <summary>Version of the programme's document, and its SHA-256.</summary>
    public int Version { get; set; }

    public required string Hash { get; set; }

    /// <summary>Day on which ages and shelf lives are taken: the last of the period, or that of the beginning while the period runs.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Run whose ranks the rule reads; 0 before the first.</summary>
    public long RunKey { get; set; }

    /// <summary>Deliveries that had told of the period, and when the last of them ended.</summary>
    public int Deliveries { get; set; }

    public DateTime? DeliveredAt { get; set; }

    public AssessmentState State { get; set; }

    /// <summary>Programme and period while it is being made, then null: one at a time.</summary>
    public string? Open { get; set; }

    /// <summary>The last regency that is wholly dealt with; empty before the first.</summary>
    public string After { get; set; } = "";

    /// <summary>Client that asked for it; null when a delivery did.</summary>
    public string? Client { get; set; }

    public DateTime BegunAt { get; set; }
    public DateTime? PublishedAt { get; set; }
}

/// <summary>How far an assessment is.</summary>
public enum AssessmentState : short
{
    /// <summary>Being made; nobody is told of it.</summary>
    Assessing = 1,

    /// <summary>In force.</summary>
    Published = 2,

    /// <summary>Another has taken its place; its cells are gone.</summary>
    Superseded = 3,
}
