using Regsosek.Api.Enumeration;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Rules;

/// <summary>A registry that holds the given families.</summary>
internal sealed class Store : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rules-").FullName;
    private readonly TestDatabase _database;
    private readonly Registries _registries;

    public Store(IEnumerable<Household> families)
    {
        _database = new(_folder, Holding.Tables);
        _registries = new(TestDatabase.Engine, _database.Connection, new FixedClock());
        using var registry = Open();
        registry.Database.EnsureCreated();
        long key = 0;
        var ranks = new Dictionary<Household, RankInForce>();
        foreach (var family in families)
        {
            family.Key = ++key;
            foreach (var member in family.Members) member.Key = ++key;
            foreach (var fact in family.Members.SelectMany(m => m.Registered)) fact.Key = ++key;
            var rank = PlaceRanks.Unranked(0, family);
            (rank.Percentile, rank.Decile, rank.WelfareClass) = (family.Rank.Percentile, family.Rank.Decile, family.Rank.WelfareClass);
            ranks.Add(family, family.Rank);
            family.Rank = null!;
            registry.AddRange(family, rank);
        }

        registry.SaveChanges();
        foreach (var (family, rank) in ranks) family.Rank = rank;
    }

    public Registry Open(PopulationLimit? limit = null) => _registries.For(Caller.System("rules test") with { Limit = limit });

    public void Dispose()
    {
        using (var registry = Open()) TestDatabase.Close(registry);
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Families.Today, TimeOnly.MinValue, TimeSpan.Zero);
    }
}
