using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Regsosek.Data;

/// <summary>Carries into the options of a context what its model holds as filters: a population limit, or that its callers have the whole nation
/// and no limit; and whether its families are states as of a moment.</summary>
internal sealed class ScopeExtension(PopulationLimit? limit, bool national, bool asOf) : IDbContextOptionsExtension
{
    public PopulationLimit? Limit { get; } = limit;
    public bool IsNational { get; } = national;
    public bool IsAsOf { get; } = asOf;
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

/// <summary>One model per context type, population limit, kind of scope and of time: compiled queries of one can never serve another.</summary>
internal sealed class RegistryModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime)
    {
        var scope = context.GetService<IDbContextOptions>().FindExtension<ScopeExtension>();
        return (context.GetType(), scope?.Limit?.Hash, scope?.IsNational, scope?.IsAsOf, designTime);
    }
}
