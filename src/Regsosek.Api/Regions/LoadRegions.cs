using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Providers;
using Regsosek.Data.Regions;

namespace Regsosek.Api.Regions;

/// <summary>Loads schema/regions into an empty region table: 91,599 regions, their Kemendagri codes, and the BPS codes that are verified.</summary>
public static class LoadRegions
{
    public const string Kemendagri = "kemendagri", Bps = "bps";

    public static async Task IfEmpty(Registries registries, string schema, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("load regions"));
        if (await registry.Regions.AnyAsync(stop)) return;
        var regions = File.ReadLines(Path.Combine(schema, "regions", "regions.csv")).Skip(1).Select(Region).ToList();
        foreach (var children in regions.Where(r => r.ParentCode is not null).GroupBy(r => r.ParentCode!)
            .Join(regions, g => g.Key, r => r.Code, (g, r) => (r, Count: g.Count())))
            children.r.ChildCount = children.Count;

        var key = 0;
        var codes = regions.Select(r => new RegionCode { Key = ++key, System = Kemendagri, Code = r.Code, Region = r.Code }).ToList();
        codes.AddRange(File.ReadLines(Path.Combine(schema, "regions", "bps-codes.csv")).Skip(1).Select(line => line.Split(','))
            .Select(c => new RegionCode { Key = ++key, System = Bps, Code = c[1], Region = c[0] }));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await registry.Insert(regions, stop);
        await registry.Insert(codes, stop);
        await transaction.CommitAsync(stop);
    }

    private static Region Region(string line)
    {
        var comma = line.IndexOf(',');
        var code = line[..comma];
        var name = line[(comma + 1)..].Trim('"').Replace("\"\"", "\"");
        var parts = code.Split('.');
        return new Region
        {
            Code = code,
            Level = (RegionLevel)parts.Length,
            ParentCode = parts.Length == 1 ? null : code[..code.LastIndexOf('.')],
            Name = name,
            NameKey = name.ToUpperInvariant(),
            Kind = parts.Length == 4 ? (RegionKind)(parts[3][0] - '0') : null,
            ProvinceCode = parts[0],
            RegencyCode = parts.Length > 1 ? string.Join('.', parts[..2]) : null,
            DistrictCode = parts.Length > 2 ? string.Join('.', parts[..3]) : null,
        };
    }
}
