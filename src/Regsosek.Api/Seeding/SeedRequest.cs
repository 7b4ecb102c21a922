using Regsosek.Data.Regions;

namespace Regsosek.Api.Seeding;

/// <summary>What to generate: so many synthetic families of one region, enumerated in the 60 days before the reference date.</summary>
public sealed record SeedRequest(string Region, int Families, int Seed, DateOnly Reference)
{
    /// <summary>A run for each region, of equal shares; the first take what is over. Each is the run that this region alone would be.</summary>
    public static IReadOnlyList<SeedRequest> Of(IReadOnlyList<string> regions, int families, int seed, DateOnly reference) =>
        [.. regions.Select((region, i) => new SeedRequest(region, (families / regions.Count) + (i < families % regions.Count ? 1 : 0), seed, reference))
            .Where(request => request.Families > 0)];
}

/// <summary>A village that families can live in: Kemendagri code with dots, name and kind.</summary>
public sealed record VillageSeat(string Code, string Name, RegionKind Kind);
