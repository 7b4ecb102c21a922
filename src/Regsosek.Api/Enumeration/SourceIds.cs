using System.Globalization;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Enumeration;

/// <summary>The id by which a family is known again in its source. A source that gives none is read at the door: village, SLS, sub-SLS,
/// building and family number; else by its family card; else by its content, which then cannot change without being another family.</summary>
internal static class SourceIds
{
    private const int Longest = 80;

    public static bool IsUsable(string id) => id.Length is > 0 and <= Longest && !id.Any(char.IsControl);

    public static string Of(string? given, HouseholdRecord h, Seal seal) => given switch
    {
        // An id that is a NIK or KK would stand in the clear: its keyed hash is as good an id.
        not null => SourceSheet.HasLongNumber(Nik.Normalise(given)) ? $"@id-{Convert.ToHexStringLower(seal.Mark(given))}" : given,
        _ when h is { Sls: { } sls, BuildingNumber: { } building, FamilyNumber: { } family } =>
            string.Create(CultureInfo.InvariantCulture, $"@door-{h.VillageCode}-{sls}-{h.SubSls ?? "00"}-{building}-{family}"),
        _ when h.FamilyCardSealed is { } card => $"@card-{Convert.ToHexStringLower(seal.Mark(seal.OpenText(card)!))}",
        _ => $"@row-{Convert.ToHexStringLower(h.ContentHash)}",
    };

    /// <summary>The same for all families of one building, and nothing to be read from it.</summary>
    public static Guid? Building(HouseholdRecord h, Seal seal) => h.BuildingNumber is { } number
        ? new Guid(seal.Mark(string.Create(CultureInfo.InvariantCulture, $"building|{h.VillageCode}|{h.Sls}|{h.SubSls}|{number}")))
        : null;
}
