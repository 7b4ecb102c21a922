namespace Regsosek.Data.Classification;

/// <summary>One version of a scoring model: a draft that its authors may replace, or published, and then never changed or deleted
/// (<see cref="Registry"/> refuses it). That another version took over follows from the dates and is not written here.</summary>
public sealed class ModelVersion
{
    public int Key { get; set; }

    /// <summary>Name of the model, the same for all its versions.</summary>
    public required string Model { get; set; }

    public int Version { get; set; }

    /// <summary>scorecard or linear-pmt.</summary>
    public required string Kind { get; set; }

    /// <summary>The document byte for byte, as UTF-8 text.</summary>
    public required string Document { get; set; }

    /// <summary>SHA-256 of the document, lower-case hexadecimal.</summary>
    public required string Hash { get; set; }

    public ModelState State { get; set; } = ModelState.Draft;

    /// <summary>First day in force, up to the day before the next published version of the model; null for a draft.</summary>
    public DateOnly? From { get; set; }

    public required string DraftedBy { get; set; }
    public string? DraftedFor { get; set; }
    public DateTime DraftedAt { get; set; }
    public string? PublishedBy { get; set; }
    public string? PublishedFor { get; set; }
    public DateTime? PublishedAt { get; set; }
}

/// <summary>Where a version stands.</summary>
public enum ModelState : short
{
    /// <summary>Written, used by nobody.</summary>
    Draft = 1,

    /// <summary>Fixed for ever.</summary>
    Published = 2,
}
