using Regsosek.Data.Regions;

namespace Regsosek.Api.Regions;

/// <summary>One administrative region (wilayah), public.</summary>
public sealed record RegionView
{
    /// <summary>Kemendagri code, for example 91.71.03.2001. Without its system a code means nothing: 91 is Papua here, Papua Barat at BPS.</summary>
    public required string Code { get; init; }

    /// <summary>province, regency, district or village.</summary>
    public required string Level { get; init; }

    /// <summary>Name; names are not keys.</summary>
    public required string Name { get; init; }

    /// <summary>kelurahan, desa (kampung in Papua) or customary; villages only.</summary>
    public string? Kind { get; init; }

    /// <summary>Code of the region above.</summary>
    public string? Parent { get; init; }

    /// <summary>Regions right below.</summary>
    public int ChildCount { get; init; }

    /// <summary>The regions above, province first; on a single region.</summary>
    public IReadOnlyList<RegionView>? Ancestors { get; init; }

    /// <summary>Codes of the systems that are verified for it; on a single region.</summary>
    public IReadOnlyList<RegionCodeView>? Codes { get; init; }

    public static RegionView Of(Region region) => new()
    {
        Code = region.Code,
        Level = region.Level.ToString().ToLowerInvariant(),
        Name = region.Name,
        Kind = region.Kind?.ToString().ToLowerInvariant(),
        Parent = region.ParentCode,
        ChildCount = region.ChildCount,
    };
}

/// <summary>A code of one system (kemendagri, bps) and the dates between which it is known to hold; null dates are not known.</summary>
public sealed record RegionCodeView(string System, string Code, DateOnly? ValidFrom, DateOnly? ValidTo);
