namespace Regsosek.Data.Households;

/// <summary>A fact that knows when it was observed, from which source, and since when the hub holds it.</summary>
public interface IObserved
{
    string Source { get; }
    DateOnly ObservedOn { get; }
    DateOnly ValidFrom { get; }
    DateTime RecordedAt { get; }
}

/// <summary>A record with the codes of its village and of the village's ancestors, so that scope is an equality.</summary>
public interface IPlaced
{
    string ProvinceCode { get; }
    string RegencyCode { get; }
    string DistrictCode { get; }
    string VillageCode { get; }
}
