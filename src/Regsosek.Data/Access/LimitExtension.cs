using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Regsosek.Data;

/// <summary>Carries a population limit into the options of a context, so that its model can hold it as a filter.</summary>
internal sealed class LimitExtension(PopulationLimit limit) : IDbContextOptionsExtension
{
    public PopulationLimit Limit { get; } = limit;
    public DbContextOptionsExtensionInfo Info => new About(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    private sealed class About(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "";

        // Contexts share their services whatever the limit; only their models differ.
        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is About;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}

/// <summary>One model per context type and population limit: compiled queries of one limit can never serve another.</summary>
internal sealed class RegistryModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), context.GetService<IDbContextOptions>().FindExtension<LimitExtension>()?.Limit.Hash, designTime);
}
