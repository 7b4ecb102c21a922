using Regsosek.Data.Providers;
using Xunit.v3;

namespace Regsosek.Tests.Engines;

/// <summary>Tests that need the database run on every engine there is, the rest once. <see cref="TestDatabase"/> refuses tests that do not say so.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnEveryEngineAttribute : Attribute, ITraitAttribute
{
    public const string Every = "every";

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(nameof(Engine), Every)];
}

/// <summary>Tests about one engine; eng/test.sh runs them nowhere else.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnEngineAttribute(Engine engine) : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(nameof(Engine), engine.ToString())];
}
