namespace Regsosek.Data.Classification;

/// <summary>One ranking of a whole scope (pemeringkatan) by one model and one scheme: begun, carried on from checkpoint to checkpoint, and published at
/// one stroke. A published run never changes.</summary>
public sealed class ClassificationRun
{
    /// <summary>The whole nation; its newest published run gives families their rank.</summary>
    public const string National = "ID";

    public long Key { get; set; }
    public Guid Id { get; set; }
    public required string Model { get; set; }
    public required string ModelVersion { get; set; }
    public required string ModelHash { get; set; }
    public required string Scheme { get; set; }

    /// <summary>initial, consulted (after the village forum) or final.</summary>
    public required string Stage { get; set; }

    /// <summary>Population the deciles are of: ID is the nation, otherwise a region code.</summary>
    public required string Scope { get; set; }

    /// <summary>What stood for the scope: in a demonstration the loaded families only.</summary>
    public string Coverage { get; set; } = "";

    /// <summary>Day on which ages were taken.</summary>
    public DateOnly Date { get; set; }

    /// <summary>Answers are read as the hub knew them at this instant, however long the run takes.</summary>
    public DateTime KnownAt { get; set; }

    public bool Demonstration { get; set; }
    public long Families { get; set; }
    public long Persons { get; set; }

    /// <summary>Seed of the recorded lottery among families that no criterion tells apart.</summary>
    public required string Seed { get; set; }

    /// <summary>Size of the tie at every decile cut (JSON).</summary>
    public string Ties { get; set; } = "[]";

    public RunState State { get; set; } = RunState.Scoring;

    /// <summary>The scope while the run is open, so that there is one at a time; null afterwards.</summary>
    public string? Open { get; set; }

    /// <summary>Families that were there when it began; what progress is of.</summary>
    public long Expected { get; set; }

    /// <summary>The highest key of a family that was there when it began.</summary>
    public long LastKey { get; set; }

    /// <summary>Checkpoint of scoring: families up to this key are scored.</summary>
    public long ScoredTo { get; set; }

    /// <summary>Families scored, with those in which nobody lives.</summary>
    public long Scored { get; set; }

    /// <summary>Checkpoint of ranking: places given.</summary>
    public long Ranked { get; set; }

    public required string StartedBy { get; set; }
    public string? StartedFor { get; set; }

    /// <summary>When it began.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>The instant from which it is in force, for its scope; null until then.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>The last replay of a sample: when, of how many families, and how many came out otherwise.</summary>
    public DateTime? ReplayedAt { get; set; }
    public long Replayed { get; set; }
    public long ReplayedDifferently { get; set; }
}

/// <summary>How far a run is.</summary>
public enum RunState : short
{
    /// <summary>Reads and scores families, part after part.</summary>
    Scoring = 1,

    /// <summary>Gives places in the order of scores.</summary>
    Ranking = 2,

    /// <summary>In force, or was.</summary>
    Published = 3,

    /// <summary>Given up before it was published.</summary>
    Cancelled = 4,
}
