using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Api.Reference;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Data.Regions;

namespace Regsosek.Api.Seeding;

/// <summary>Makes synthetic families of one region and takes them in by the same import as real ones.</summary>
public sealed class SeedRegion(Registries registries, DataDictionary dictionary, Facts facts, Seal seal, TimeProvider clock)
{
    public const string Source = "seed";

    /// <exception cref="UnusableInputException">The region has no villages.</exception>
    public async Task<ImportResult> Run(
        SeedRequest request, Action<ImportProgress>? progress = null, bool moreFollows = false, CancellationToken stop = default)
    {
        var villages = await Villages(request.Region, stop);
        if (villages.Count == 0) throw new UnusableInputException($"Region {request.Region} has no villages.");
        var input = new ImportInput(Name(request), SourceLine.Numbered(SeedFamilies.Lines(request, villages)), MoreFollows: moreFollows);
        var import = new ImportFile(registries, dictionary, facts, seal, clock);
        return await import.Run(input, Profile.Load(Hub.Schema, "form-k", dictionary),
            new ImportTerms(Source, AllowDemo: true, request.Reference), progress, stop);
    }

    private async Task<List<VillageSeat>> Villages(string region, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("seed"));
        return await registry.Regions.Where(r => r.Level == RegionLevel.Village
            && (region == "ID" || r.Code == region || r.DistrictCode == region || r.RegencyCode == region || r.ProvinceCode == region))
            .OrderBy(r => r.Code).Select(r => new VillageSeat(r.Code, r.Name, r.Kind!.Value)).ToListAsync(stop);
    }

    private static string Name(SeedRequest request) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"seed {request.Region} {request.Families} {request.Seed} {request.Reference:O}")));
}
