using Xunit.v3;

namespace Regsosek.Tests.Engines;

/// <summary>Tests that need the database run on every engine there is, the rest once. <see cref="TestDatabase"/> refuses tests that do not say so.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnEveryEngineAttribute : Attribute, ITraitAttribute
{
    public const string Name = "Engine", Every = "every";

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(Name, Every)];

    public static bool IsOnTheRunningTest()
    {
        var test = TestContext.Current;
        return new[] { test.TestCase?.Traits, test.TestClass?.Traits, test.TestCollection?.Traits }
            .Any(traits => traits is not null && traits.TryGetValue(Name, out var values) && values.Contains(Every));
    }
}
