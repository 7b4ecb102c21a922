using Microsoft.Data.Sqlite;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Tests.Rules;

/// <summary>A registry in memory that holds the given families.</summary>
internal sealed class Store : IDisposable
{
    private readonly SqliteConnection _keep;
    private readonly Registries _registries;

    public Store(IEnumerable<Household> families)
    {
        var connection = $"Data Source=rules-{Guid.CreateVersion7():n};Mode=Memory;Cache=Shared";
        _keep = new(connection);
        _keep.Open();
        _registries = new(Engine.Sqlite, connection, new FixedClock());
        using var registry = Open();
        registry.Database.EnsureCreated();
        long key = 0;
        foreach (var family in families)
        {
            family.Key = ++key;
            foreach (var member in family.Members) member.Key = ++key;
            registry.Add(family);
        }

        registry.SaveChanges();
    }

    public Registry Open(PopulationLimit? limit = null) => _registries.For(Caller.System("rules test") with { Limit = limit });

    public void Dispose() => _keep.Dispose();

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Families.Today, TimeOnly.MinValue, TimeSpan.Zero);
    }
}
