namespace Regsosek.Data.Regions;

/// <summary>One administrative region (wilayah administrasi) in the coding of the Ministry of Home Affairs, with its ancestors
/// stored beside it.</summary>
public sealed class Region
{
    /// <summary>Kemendagri code with dots, for example 91.71.03.2001.</summary>
    public required string Code { get; set; }

    public RegionLevel Level { get; set; }
    public string? ParentCode { get; set; }
    public required string Name { get; set; }

    /// <summary>Upper-case name for searching; names are not unique (two units of Heram are called Waena).</summary>
    public required string NameKey { get; set; }

    public RegionKind? Kind { get; set; }
    public required string ProvinceCode { get; set; }
    public string? RegencyCode { get; set; }
    public string? DistrictCode { get; set; }
    public int ChildCount { get; set; }
}

/// <summary>A code of one system for one region, with the dates between which it is known to hold (null: not known).</summary>
public sealed class RegionCode
{
    public int Key { get; set; }
    public required string System { get; set; }
    public required string Code { get; set; }
    public required string Region { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
}

/// <summary>Level of a region: provinsi, kabupaten/kota, kecamatan (distrik in Papua), desa/kelurahan/kampung.</summary>
public enum RegionLevel : short
{
    /// <summary>Province (provinsi).</summary>
    Province = 1,

    /// <summary>Regency or city (kabupaten/kota).</summary>
    Regency = 2,

    /// <summary>District (kecamatan, distrik).</summary>
    District = 3,

    /// <summary>Village (desa, kelurahan, kampung).</summary>
    Village = 4,
}

/// <summary>Kind of a village, told by the first digit of the last part of its code.</summary>
public enum RegionKind : short
{
    /// <summary>Urban village (kelurahan), led by an appointed official.</summary>
    Kelurahan = 1,

    /// <summary>Village (desa; kampung in Papua), led by an elected head.</summary>
    Desa = 2,

    /// <summary>Customary village (desa adat).</summary>
    Customary = 3,
}
