namespace Regsosek.Data.Programmes;

/// <summary>What a draft of a programme would do, counted over the families of who asked, before anybody publishes it. Only his ministry sees it.</summary>
public sealed class Simulation
{
    public long Key { get; set; }
    public Guid Id { get; set; }
    public required string Programme { get; set; }

    /// <summary>The draft as it was: version and hash of its document.</summary>
    public int Version { get; set; }
    public required string Hash { get; set; }

    public int PartnerKey { get; set; }
    public required string Client { get; set; }
    public required string Purpose { get; set; }
    public string? EndUser { get; set; }

    /// <summary>What the client might see when it asked (JSON): no other families are counted.</summary>
    public required string Terms { get; set; }

    /// <summary>Day of which families are decided, and the national run whose ranks they have.</summary>
    public DateOnly Day { get; set; }
    public long RunKey { get; set; }

    public SimulationState State { get; set; } = SimulationState.Counting;

    /// <summary>Families so far, for who waits.</summary>
    public long Counted { get; set; }

    /// <summary>The report (JSON); null before its end.</summary>
    public string? Report { get; set; }

    public DateTime RecordedAt { get; set; }
    public DateTime? EndedAt { get; set; }
}

/// <summary>How far a simulation is.</summary>
public enum SimulationState : short
{
    Counting = 1,
    Done = 2,

    /// <summary>The agreement ended or narrowed while it was counted.</summary>
    Withdrawn = 3,
}
