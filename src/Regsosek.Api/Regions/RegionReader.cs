using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Regions;

namespace Regsosek.Api.Regions;

/// <summary>Regions, open to all.</summary>
public sealed class RegionReader(Registry registry)
{
    public const int MaxLimit = 1000;

    /// <summary>Regions by parent, level, part of a name, or code in another system; after a code, in code order.</summary>
    public async Task<IReadOnlyList<RegionView>> List(
        string? parent, string? level, string? name, string? system, string? code, string? after, int limit, CancellationToken stop)
    {
        var regions = registry.Regions.AsNoTracking();
        if (parent is not null)
            regions = parent == "ID" ? regions.Where(r => r.Level == RegionLevel.Province) : regions.Where(r => r.ParentCode == parent);
        if (level is not null)
        {
            if (EnumNames.Parse<RegionLevel>(level) is not { } at)
                throw new ProblemException(Problems.Invalid("level", "province, regency, district or village."));
            regions = regions.Where(r => r.Level == at);
        }

        if (name is not null)
        {
            var part = name.Trim().ToUpperInvariant();
            regions = regions.Where(r => r.NameKey.Contains(part));
        }

        if (system is not null)
        {
            if (system is not (LoadRegions.Kemendagri or LoadRegions.Bps))
                throw new ProblemException(Problems.Invalid("system", "kemendagri or bps."));
            regions = regions.Where(r => registry.RegionCodes.Any(c => c.Region == r.Code && c.System == system && (code == null || c.Code == code)));
        }
        else if (code is not null)
        {
            regions = regions.Where(r => r.Code == code);
        }

        if (after is not null) regions = regions.Where(r => string.Compare(r.Code, after) > 0);
        return (await regions.OrderBy(r => r.Code).Take(limit).ToListAsync(stop)).ConvertAll(RegionView.Of);
    }

    public async Task<RegionView?> Get(string code, CancellationToken stop)
    {
        if (await registry.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Code == code, stop) is not { } region) return null;
        string?[] above = [region.ProvinceCode, region.RegencyCode, region.DistrictCode];
        var codes = above.Where(c => c is not null && c != code).ToArray();
        var ancestors = await registry.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).OrderBy(r => r.Level).ToListAsync(stop);
        var systems = await registry.RegionCodes.AsNoTracking().Where(c => c.Region == code).OrderBy(c => c.Key).ToListAsync(stop);
        return RegionView.Of(region) with
        {
            Ancestors = ancestors.ConvertAll(RegionView.Of),
            Codes = systems.ConvertAll(c => new RegionCodeView(c.System, c.Code, c.ValidFrom, c.ValidTo)),
        };
    }
}
