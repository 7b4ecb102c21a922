namespace Regsosek.Data.Partners;

/// <summary>A new agreement, or a change of one, that waits for a second principal. Kept when it is decided.</summary>
public sealed class AgreementDraft
{
    public int Key { get; set; }

    /// <summary>Code of the agreement it makes or changes.</summary>
    public required string Code { get; set; }

    /// <summary>The code again while nobody has decided, then null: an agreement has one open draft at most.</summary>
    public string? Open { get; set; }

    /// <summary>The version it would replace; 0 for a new agreement.</summary>
    public int BasedOn { get; set; }

    /// <summary>What the agreement would say (JSON).</summary>
    public required string Content { get; set; }

    public required string DraftedBy { get; set; }
    public string? DraftedFor { get; set; }
    public DateTime DraftedAt { get; set; }

    public DraftState State { get; set; } = DraftState.Open;
    public string? DecidedBy { get; set; }
    public string? DecidedFor { get; set; }
    public DateTime? DecidedAt { get; set; }
}

/// <summary>What became of a draft.</summary>
public enum DraftState : short
{
    /// <summary>Waits for a second principal.</summary>
    Open = 1,

    /// <summary>In force as a version of the agreement.</summary>
    Approved = 2,

    /// <summary>Refused, or taken back.</summary>
    Rejected = 3,
}
