using Regsosek.Data.Regions;

namespace Regsosek.Api.Seeding;

/// <summary>What to generate: so many synthetic families of one region, enumerated in the 60 days before the reference date.</summary>
public sealed record SeedRequest(string Region, int Families, int Seed, DateOnly Reference);

/// <summary>A village that families can live in: Kemendagri code with dots, name and kind.</summary>
public sealed record VillageSeat(string Code, string Name, RegionKind Kind);
