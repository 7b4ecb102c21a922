using Regsosek.Data.Participation;

namespace Regsosek.Api.Participation;

/// <summary>A delivery (data salur) of the caller's, and what became of it.</summary>
public sealed record DeliveryView
{
    public required Guid Id { get; init; }
    public required string Programme { get; init; }

    /// <summary>Period of the rows that name none.</summary>
    public string? Period { get; init; }

    /// <summary>csv, ndjson or xlsx.</summary>
    public required string Format { get; init; }

    /// <summary>waiting, finished, or failed: it can't be read, or not further than the rows told.</summary>
    public required string State { get; init; }

    /// <summary>Why it failed: no-header, unknown-column, column-twice, not-readable or too-large.</summary>
    public string? Fault { get; init; }

    public required DateTime ReceivedAt { get; init; }
    public DateTime? FinishedAt { get; init; }

    /// <summary>Rows dealt with so far.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows of a recipient and period that had none in force.</summary>
    public required long Added { get; init; }

    /// <summary>Rows that took the place of one delivered before.</summary>
    public required long Replaced { get; init; }

    /// <summary>Rows whose recipient and period a later delivery had told of already: kept as history.</summary>
    public required long Late { get; init; }

    /// <summary>Rows that could not be taken in; the rows say why.</summary>
    public required long Rejected { get; init; }

    /// <summary>Recipients found among the caller's families; left out until the delivery is finished, and of fewer than a thousand rows.</summary>
    public MatchedView? Matched { get; init; }

    public static DeliveryView Of(Delivery d, MatchedView? matched = null) => new()
    {
        Id = d.Id,
        Programme = d.Programme,
        Period = d.Period is { } period ? Periods.Text(period) : null,
        Format = d.Format.ToString().ToLowerInvariant(),
        State = d.State is DeliveryState.Receiving ? "waiting" : d.State.ToString().ToLowerInvariant(),
        Fault = d.Fault,
        ReceivedAt = d.ReceivedAt,
        FinishedAt = d.FinishedAt,
        Rows = d.Line,
        Added = d.Added,
        Replaced = d.Replaced,
        Late = d.Late,
        Rejected = d.Rejected,
        Matched = matched,
    };
}

/// <summary>How many recipients are families and persons of the registry that exist for the caller, in multiples of five; fewer than five are null, and all
/// of it for fewer than a thousand rows. The rows tell of each, and are charged.</summary>
/// <param name="Matched">Found.</param>
/// <param name="Unmatched">Not found, or not the caller's to see.</param>
/// <param name="Levels">Of those found how many by which level, M1 to M5; null without the groups identity, children and demography.</param>
public sealed record MatchedView(long? Matched, long? Unmatched, IReadOnlyDictionary<string, long?>? Levels);

/// <summary>What became of one row of a delivery. It never holds the number.</summary>
public sealed record DeliveredRowView
{
    /// <summary>Its place in the file, from 1; a header is not counted.</summary>
    public required long Row { get; init; }

    /// <summary>standing: in force; replaced: a later delivery told otherwise; rejected.</summary>
    public required string State { get; init; }

    /// <summary>Why it was rejected, a code.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the recipient is in the registry, for the caller; left out of a rejected row.</summary>
    public bool? Matched { get; init; }

    /// <summary>M1 to M5, the surest first; null without the groups identity, children and demography.</summary>
    public string? Level { get; init; }

    /// <summary>The family; to callers with identity rights.</summary>
    public Guid? HouseholdId { get; init; }

    /// <summary>The person; to callers with identity rights.</summary>
    public Guid? PersonId { get; init; }
}
