using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

internal enum ArrivalKind
{
    New,

    /// <summary>This content was already taken in.</summary>
    Unchanged,
    Changed,

    /// <summary>Observed before the current state: history only.</summary>
    Older,
}

/// <summary>A row beside what the registry holds of its family.</summary>
internal sealed class Arrival(FamilyRow row, KnownFamily? known, ArrivalKind kind)
{
    public FamilyRow Row => row;
    public ArrivalKind Kind => kind;
    public bool IsCurrent => kind is ArrivalKind.New or ArrivalKind.Changed;
    public Household Observed => row.Household!;

    /// <summary>Key of the family; known ones have it from the start.</summary>
    public long Key { get; set; } = known?.Key ?? 0;

    public Guid Id { get; set; } = known?.Id ?? Guid.Empty;

    /// <summary>Members who came from another family and are settled here, by their place in the row.</summary>
    public Dictionary<int, KnownPerson> MovedIn { get; } = [];

    public static Arrival Of(FamilyRow row, Standing standing)
    {
        var observed = row.Household!;
        if (standing.Family(observed.SourceId) is not { } known) return new(row, null, ArrivalKind.New);
        var isOlder = observed.ObservedOn < known.ObservedOn;

        // A content from before, of the same day or earlier, is the same file once more and no news.
        var isNews = observed.ObservedOn > known.ObservedOn && !known.ContentHash.AsSpan().SequenceEqual(row.ContentHash);
        if (!isNews && standing.HasHad(known, row.ContentHash)) return new(row, known, ArrivalKind.Unchanged);
        return new(row, known, isOlder ? ArrivalKind.Older : ArrivalKind.Changed);
    }
}
