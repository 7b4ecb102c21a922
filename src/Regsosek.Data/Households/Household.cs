using Regsosek.Data.Classification;

namespace Regsosek.Data.Households;

/// <summary>One family (keluarga) as it stands now: its answers to form REGSOSEK22.K.
/// An earlier state is a <see cref="HouseholdVersion"/>; nothing is overwritten without one.</summary>
public sealed class Household : HouseholdRecord
{
    public List<Person> Members { get; set; } = [];

    /// <summary>Its place in the national run in force.</summary>
    public RankInForce Rank { get; set; } = null!;
}

/// <summary>A former state of a family: the row as it stood, with the period it was valid and the period the hub believed it.</summary>
public sealed class HouseholdVersion : HouseholdRecord
{
    public long VersionKey { get; set; }
    public DateOnly ValidTo { get; set; }
    public DateTime SupersededAt { get; set; }

    /// <summary>The later of both ends: what ended before a moment is passed over by the index.</summary>
    public DateTime Until
    {
        get => Days.Last(ValidTo, SupersededAt);
        private set => _ = value;
    }
}

/// <summary>What the current state and a former one have in common.</summary>
public abstract class HouseholdRecord : HouseholdAnswers, IObserved, IPlaced
{
    public long Key { get; set; }
    public Guid Id { get; set; }

    public required string Source { get; set; }
    public required string SourceId { get; set; }
    public byte[] ContentHash { get; set; } = [];

    public required string ProvinceCode { get; set; }
    public required string RegencyCode { get; set; }
    public required string DistrictCode { get; set; }
    public required string VillageCode { get; set; }

    /// <summary>The same for all families of one building (bangunan); null when the building number is not known.</summary>
    public Guid? BuildingGroup { get; set; }

    public string? HeadName { get; set; }
    public byte[]? FamilyCardSealed { get; set; }
    public byte[]? FamilyCardHash { get; set; }
    public string? RespondentName { get; set; }
    public string? RespondentPhone { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }

    /// <summary>Members who are present (404 = 1 or 5).</summary>
    public short MemberCount { get; set; }

    public DateOnly ObservedOn { get; set; }
    public DateOnly ValidFrom { get; set; }
    public DateTime RecordedAt { get; set; }
}
