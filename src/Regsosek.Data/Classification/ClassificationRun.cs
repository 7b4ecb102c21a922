using Regsosek.Data.Households;

namespace Regsosek.Data.Classification;

/// <summary>One ranking of a whole scope by one model and one scheme, published in one transaction.</summary>
public sealed class ClassificationRun
{
    public long Key { get; set; }
    public Guid Id { get; set; }
    public required string Model { get; set; }
    public required string ModelVersion { get; set; }
    public required string ModelHash { get; set; }
    public required string Scheme { get; set; }

    /// <summary>initial, consulted (after the village forum) or final.</summary>
    public required string Stage { get; set; }

    /// <summary>Population the deciles are of: ID is the nation.</summary>
    public required string Scope { get; set; }

    /// <summary>What stood for the scope: in a demonstration the loaded families only.</summary>
    public required string Coverage { get; set; }

    /// <summary>Day on which ages were taken.</summary>
    public DateOnly Date { get; set; }

    public bool Demonstration { get; set; }
    public long Families { get; set; }
    public long Persons { get; set; }

    /// <summary>Seed of the recorded lottery among families that no criterion tells apart.</summary>
    public required string Seed { get; set; }

    /// <summary>Size of the tie at every decile cut (JSON).</summary>
    public required string Ties { get; set; }

    public DateTime RecordedAt { get; set; }
}

/// <summary>Where one family stood in one run.</summary>
public sealed class ClassificationResult
{
    public long RunKey { get; set; }
    public ClassificationRun Run { get; set; } = null!;
    public long HouseholdKey { get; set; }
    public long Rank { get; set; }
    public double Percentile { get; set; }
    public short Decile { get; set; }

    /// <summary>Class of the run's scheme.</summary>
    public WelfareClass WelfareClass { get; set; }

    /// <summary>Points on the national poverty line; null by a model that gives none.</summary>
    public short? Score { get; set; }

    /// <summary>Likelihood in percent that the family is under the national poverty line; null by a model that gives none.</summary>
    public double? Likelihood { get; set; }

    /// <summary>Predicted expenditure in rupiah a person a month; null by a scorecard.</summary>
    public long? Expenditure { get; set; }

    /// <summary>Names of inputs the model lacked, comma-separated; null when none.</summary>
    public string? Missing { get; set; }

    /// <summary>Names of assumptions taken for this family beyond those of the model.</summary>
    public string? Assumed { get; set; }
}
