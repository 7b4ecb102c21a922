using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Runs;

/// <summary>One run.</summary>
public sealed record RunView
{
    public required Guid Id { get; init; }

    /// <summary>scoring, ranking, published or cancelled.</summary>
    public required string State { get; init; }

    public required string Model { get; init; }
    public required string Version { get; init; }

    /// <summary>SHA-256 of the model's document.</summary>
    public required string ModelHash { get; init; }

    public required string Scheme { get; init; }

    /// <summary>initial, consulted or final.</summary>
    public required string Stage { get; init; }

    /// <summary>Population the deciles are of.</summary>
    public required string Scope { get; init; }

    public required string Coverage { get; init; }

    /// <summary>Day on which ages were taken.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Answers as the hub knew them at this instant.</summary>
    public required DateTime KnownAt { get; init; }

    public required bool Demonstration { get; init; }

    /// <summary>Families and persons that have a rank.</summary>
    public required long Families { get; init; }
    public required long Persons { get; init; }

    /// <summary>Seed of the recorded lottery: who has it can check every draw.</summary>
    public required string Seed { get; init; }

    /// <summary>Families that were there when it began, of those scored, and of those given a place.</summary>
    public required RunMeterView Progress { get; init; }

    public required DateTime BegunAt { get; init; }

    /// <summary>From when on it is in force; null until then.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>The last time a sample was scored again; null before.</summary>
    public ReplayView? Replay { get; init; }

    public static RunView Of(ClassificationRun r) => new()
    {
        Id = r.Id,
        State = r.State.ToString().ToLowerInvariant(),
        Model = r.Model,
        Version = r.ModelVersion,
        ModelHash = r.ModelHash,
        Scheme = r.Scheme,
        Stage = r.Stage,
        Scope = r.Scope,
        Coverage = r.Coverage,
        Date = r.Date,
        KnownAt = r.KnownAt,
        Demonstration = r.Demonstration,
        Families = r.Families,
        Persons = r.Persons,
        Seed = r.Seed,
        Progress = new(r.Expected, r.Scored, r.Ranked),
        BegunAt = r.RecordedAt,
        PublishedAt = r.PublishedAt,
        Replay = r.ReplayedAt is { } at ? new(at, r.Replayed, r.ReplayedDifferently) : null,
    };
}

/// <summary>Families scored again from their inputs as they were, and how many of them came out otherwise: none, or something was changed behind the hub.</summary>
public sealed record ReplayView(DateTime At, long Families, long Differing);

/// <summary>How far a run is, in families.</summary>
public sealed record RunMeterView(long Of, long Scored, long Ranked);
