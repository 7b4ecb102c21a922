namespace Regsosek.Data.Programmes;

/// <summary>One version of a programme that its ministry wrote: a draft that it may replace, or published, and then never changed or deleted
/// (<see cref="Registry"/> refuses it). What ships with the hub is not here.</summary>
public sealed class ProgrammeDocument
{
    public int Key { get; set; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; set; }

    public int Version { get; set; }

    /// <summary>The version as JSON text, as it stands in a programme's document.</summary>
    public required string Document { get; set; }

    /// <summary>Its SHA-256, which every verdict names.</summary>
    public required string Hash { get; set; }

    public ProgrammeState State { get; set; } = ProgrammeState.Draft;

    /// <summary>The programme again while it is a draft, then null: a programme has one draft at most.</summary>
    public string? Open { get; set; }

    /// <summary>Programme and version once published (PKH@2): there is one at most.</summary>
    public string? Name { get; set; }

    public required string DraftedBy { get; set; }
    public string? DraftedFor { get; set; }
    public DateTime DraftedAt { get; set; }

    /// <summary>Who published it, or gave it up.</summary>
    public string? DecidedBy { get; set; }
    public string? DecidedFor { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>The simulation it was published by.</summary>
    public long? SimulationKey { get; set; }
}

/// <summary>Where a version stands.</summary>
public enum ProgrammeState : short
{
    /// <summary>Written, used by nobody.</summary>
    Draft = 1,

    /// <summary>Fixed for ever.</summary>
    Published = 2,

    /// <summary>Given up.</summary>
    Rejected = 3,
}
